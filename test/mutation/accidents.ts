// All kinds of accidents, each with the codes of which one must be found.
import { accidentDefects } from './accident-defects';
import { amountAccidents } from './amount-accidents';
import type { Defect } from './defect';
import { itemAccidents } from './item-accidents';
import { textAccidents } from './text-accidents';

export const accidents: readonly Defect[] = [
  ...accidentDefects,
  ...textAccidents,
  ...itemAccidents,
  ...amountAccidents,
];
