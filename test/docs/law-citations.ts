/** A provision that a rule names as its reason. */
export interface LawCitation {
  /** `Labor Code 4610.6(e)` or `8 CCR 9792.21.1`. */
  readonly law: string;
  readonly code: string;
}

const provision = /\d{4}[\d.]*(?:\([a-z0-9]{1,2}\))*(?<!\.)/.source;
const list = new RegExp(
  `(Labor Code|8 CCR) (${provision}(?:(?:, and |,? and |, )(?:${provision}|(?:\\([a-z]\\))+))*)`,
  'g',
);

/** The provisions that the texts of a rule name; "4610.6(c) and (e)" names two. */
export function lawCitations({ code, why, repair }: { code: string; why: string; repair: string }): LawCitation[] {
  const found = new Set<string>();
  for (const [, book = '', provisions = ''] of `${why} ${repair}`.matchAll(list)) {
    let section = '';
    for (const part of provisions.split(/,? and |, /)) {
      section = part.startsWith('(') ? section : (/^[\d.]+/.exec(part)?.[0] ?? '').replace(/\.$/, '');
      found.add(`${book} ${part.startsWith('(') ? `${section}${part}` : part}`);
    }
  }
  return [...found].map((law) => ({ law, code }));
}
