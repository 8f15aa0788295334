/** What letters count in, as sources of patterns. */

/** What therapy is counted in. */
export const session = 'sessions?|visits?|treatments?';

/** What drugs and supplies are counted in. */
export const packaged =
  'tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|units?|injections?|box(?:es)?|tubes?|bottles?|containers?|vials?|pairs?';

/** Replaces each letter of a therapy's word: `12 physical therapy visits`. */
export const sign = '\ue000';

/** The words of a therapy, as signs, before its unit. */
export const therapies = `(?:(?:${sign}+|treatment) ){0,4}`;

/** A unit of therapy behind a number; its group is the unit. */
export const unitBehind = `(?: ${therapies}(${session}))?`;
