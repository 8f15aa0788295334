import { accidentDefects } from './accident-defects';
import { amountAccidents } from './amount-accidents';
import { itemAccidents } from './item-accidents';

export const accidents = [...accidentDefects, ...itemAccidents, ...amountAccidents];
