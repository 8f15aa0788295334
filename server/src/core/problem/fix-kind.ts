/**
 * What a fix may change without review: a closed list of changes that cannot alter what a letter says. Everything else is for a
 * person: a stray mark where words may be lost, a lost "not", a citation, a number, a date, an outcome, a drug's name.
 * `test/rules/safe-fixes.test.ts` proves that every safe fix is of the kind it states.
 */
export const safeKinds = [
  /** Adds or removes spaces and line ends, without joining or splitting a number. */
  'white-space',
  /** Removes invisible characters. */
  'invisible-character',
  /** Restores damaged characters that can be read in one way only. */
  'mojibake',
  /** Corrects a label or heading to the form's spelling. */
  'label',
  /** Removes the second of two equal words that cannot both be intended. */
  'doubled-word',
  /** Corrects words that are not names, drugs, or numbers, if only one word can be intended. */
  'misspelling',
] as const;

export type SafeKind = (typeof safeKinds)[number];

/** `review`: a person must look at the result. All other kinds are safe. */
export type FixKind = SafeKind | 'review';

/** Returns whether a fix is safe: applied by Auto Fix, on save, and by `imr fix`. */
export function isSafe({ kind }: { readonly kind: FixKind }): boolean {
  return kind !== 'review';
}
