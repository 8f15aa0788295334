import { createFormSet, type FormEntry, type FormSet } from '../core/index';
import entries from './generated/forms.json';

/** The letter forms that ship. */
export const builtinForms: FormSet = createFormSet(entries as unknown as FormEntry[]);
