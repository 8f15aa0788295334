import type { Row } from './figure';
import { measureCommandLine } from './rows/command-line';
import { measureEngine } from './rows/engine';
import { measureGrowth } from './rows/growth';
import { measureServer } from './rows/server';
import { measureSize } from './rows/size';
import { measureWords } from './rows/words';

/** In the order of the report. */
export const rows: readonly Row[] = [
  { group: 'engine', measure: measureEngine },
  { group: 'growth', measure: measureGrowth },
  { group: 'server', measure: measureServer },
  { group: 'command-line', measure: measureCommandLine },
  { group: 'size', measure: measureSize },
  { group: 'words', measure: measureWords },
];
