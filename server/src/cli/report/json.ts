import { toCheckedFile } from '../documents/checked-file';
import type { CreateReport } from './report';

/** One document, as docs/json/check.schema.json describes it; written letter by letter. */
export const createJsonReport: CreateReport = ({ version }) => {
  let count = 0;
  return {
    start: () => `{"schemaVersion":1,"tool":${JSON.stringify({ name: 'imr', version })},"files":[`,
    letter: (checked) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(toCheckedFile(checked))}`,
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
};
