import { accidentDefects } from './accident-defects';
import { itemAccidents } from './item-accidents';

export const accidents = [...accidentDefects, ...itemAccidents];
