/**
 * What a fix may change unasked: a closed list of changes that cannot alter what a letter says. Whatever is none of these waits for
 * a person: a stray mark where words may be lost, a lost "not", a citation, a number, a date, an outcome, a drug's name.
 * `test/rules/safe-fixes.test.ts` proves of every safe fix that it is of the kind it states.
 */
export const safeKinds = [
  /** Adds or removes spaces and line ends, and joins or parts no number. */
  'white-space',
  /** Removes characters that nobody sees. */
  'invisible-character',
  /** Puts back what the damaged characters themselves tell, in the only way to read them. */
  'mojibake',
  /** Spells a label or heading as the form prints it. */
  'label',
  /** Removes the second of two equal words, where both cannot be meant. */
  'doubled-word',
  /** Spells words right that are no names, drugs or numbers, where only one word can be meant. */
  'misspelling',
] as const;

export type SafeKind = (typeof safeKinds)[number];

/** `review`: a person must look at the result. Any other kind may be applied unseen. */
export type FixKind = SafeKind | 'review';

/** May be applied unseen: by Auto Fix, on save, by `imr fix`. */
export function isSafe({ kind }: { readonly kind: FixKind }): boolean {
  return kind !== 'review';
}
