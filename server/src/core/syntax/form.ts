/** Letter forms: the layout, labels, standard sentences and citation habits of a period, as data (`server/data/forms`). */

import type { FormEntry } from './generated/form-entry';

export type * from './generated/form-entry';

/** A form with what it takes from the form that it extends. */
export type Form = Required<Omit<FormEntry, 'version' | 'extends'>> & Pick<FormEntry, 'extends'>;

export interface FormSet {
  readonly forms: readonly Form[];
  /** Used when no form's marks are found. */
  readonly fallback: Form;
  /** The form that a person chose for these texts, one of `forms`; see `detectForm`. */
  readonly chosen?: Form;
}
