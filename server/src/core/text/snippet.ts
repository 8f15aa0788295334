/**
 * Text to insert with places to fill in and choices to settle. `${…}` syntax is made only at the end, so that no letter text is
 * ever taken for it. Both show what is open in brackets until somebody answers; nothing is ever chosen for the person.
 */
export type SnippetPart = string | SnippetPlace | SnippetChoice;

/** A place shows its text in brackets, `[date]`; without text it is an empty tab stop. Linked places are filled in together. */
export interface SnippetPlace {
  readonly place: string;
  readonly linked?: true;
}

export interface SnippetChoice {
  /** What is in the brackets while the choice is open: `treatment agreement: documented | not documented`. Contains ` | `. */
  readonly open: string;
  /** The texts to choose from, the likeliest first. */
  readonly choice: readonly string[];
  /** The text may be left out altogether: the last alternative is nothing. */
  readonly mayBeLeftOut?: true;
}

/** A choice between words that are the same in brackets and in the finished text; a single one needs no choice. */
export function choiceOf(values: readonly string[]): string | SnippetChoice {
  return values.length < 2 ? (values[0] ?? '') : { open: values.join(' | '), choice: values };
}

/** As plain text: places and choices are their open text in brackets. */
export function toPlainText(parts: readonly SnippetPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : openText(part))).join('');
}

/** As a person may leave it: each place filled in with its own words, each choice settled by its likeliest text. */
export function toAnswer(parts: readonly SnippetPart[]): string {
  const answers = parts.map((part) => {
    if (typeof part === 'string') return part;
    return 'choice' in part ? (part.choice[0] ?? '').replace(/[[\]]/g, '') : part.place;
  });
  return answers.join('');
}

/**
 * In the snippet syntax of editors: `${1:[place]}`, `${2|[a \| b],a,b|}`, tab stops numbered in order, `$0` at the end. The first
 * alternative of a choice is its open text, because editors insert the first one when nobody answers.
 */
export function toSnippet(parts: readonly SnippetPart[]): string {
  const linked = new Map<string, number>();
  let last = 0;
  const stopOf = (part: Exclude<SnippetPart, string>): number => {
    const known = 'place' in part && part.linked ? linked.get(part.place) : undefined;
    if (known !== undefined) return known;
    last++;
    if ('place' in part && part.linked) linked.set(part.place, last);
    return last;
  };
  const body = parts.map((part) => {
    if (typeof part === 'string') return escapeIn(part, /[\\$}]/g);
    const stop = stopOf(part);
    if ('choice' in part) return `\${${stop}|${alternativesOf(part).join(',')}|}`;
    return part.place === '' ? `$${stop}` : `\${${stop}:${escapeIn(openText(part), /[\\$}]/g)}}`;
  });
  return `${body.join('')}$0`;
}

/** Editors reject an empty alternative, so that nothing is a space. In a choice only these three characters are escaped. */
function alternativesOf(part: SnippetChoice): string[] {
  const all = [openText(part), ...part.choice, ...(part.mayBeLeftOut ? [' '] : [])];
  return all.map((alternative) => escapeIn(alternative, /[\\,|]/g));
}

function escapeIn(text: string, special: RegExp): string {
  return text.replace(special, '\\$&');
}

export function hasPlaces(parts: readonly SnippetPart[]): boolean {
  return parts.some((part) => typeof part !== 'string');
}

function openText(part: SnippetPlace | SnippetChoice): string {
  const text = 'choice' in part ? part.open : part.place;
  return text === '' ? '' : `[${text}]`;
}
