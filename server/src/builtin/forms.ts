import { createFormSet, type FormEntry, type FormSet } from '../core/index';
import entries from './generated/forms.json';

/** The letter forms that ship, as their packs write them. */
export const builtinFormEntries = entries as unknown as readonly FormEntry[];

/** The letter forms that ship. */
export const builtinForms: FormSet = createFormSet(builtinFormEntries);
