import { toCheckedFile } from '../documents/checked-file';
import type { CreateReport } from './report';

/** One document, described by docs/json/check.schema.json and written file by file. */
export const createJsonReport: CreateReport = ({ version }) => {
  let count = 0;
  return {
    start: () => `{"schemaVersion":1,"tool":${JSON.stringify({ name: 'imr', version })},"files":[`,
    file: (file) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(toCheckedFile(file))}`,
    end: (summary, _, outside) =>
      `\n],"summary":${JSON.stringify(summary)},"outsideSettings":${JSON.stringify(outside)}}\n`,
  };
};
