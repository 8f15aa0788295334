import { toCheckedFile } from '../documents/checked-file';
import type { CreateReport } from './report';

/** One object of the JSON report's `files` per line. */
export const createNdjsonReport: CreateReport = () => ({
  start: () => '',
  file: (file) => `${JSON.stringify(toCheckedFile(file))}\n`,
  end: () => '',
});
