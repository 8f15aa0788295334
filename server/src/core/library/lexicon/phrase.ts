/**
 * The phrase language of the lexicon, read into parts.
 *
 * `{a|b}` one of these · `{?a|b}` one of these or nothing · `{!a|b}` not before one of these · `{<!a|b}` not after one of these
 * `{@id}` any phrase of that concept · `{word}` one word · `{number}` one number · `{..3}` at most three words · `{..3,}` with marks among them, but no semicolon
 * `{^}` begins its sentence · `{$}` ends its sentence · `{.}` here a sentence may end
 * `deny~` the word in all its forms · `taper*` a word that begins so
 *
 * A choice holds whole words, `@id` too, and may hold further braces. Spaces, hyphens, slashes and apostrophes only part words.
 */
import { classOf, DIGIT, foldAll, LETTER, SEPARATOR } from '../tokens';

export type Phrase = readonly Part[];

export type Part =
  /** One token. `spelling`: capitals count. */
  | { readonly kind: 'word'; readonly text: string; readonly spelling?: string }
  | { readonly kind: 'forms' | 'prefix'; readonly text: string }
  | { readonly kind: 'any-word' | 'number' | 'start' | 'end' | 'sentence-end' }
  | { readonly kind: 'gap'; readonly most: number; readonly hasMarks: boolean }
  | { readonly kind: 'concept'; readonly id: string }
  | { readonly kind: 'choice'; readonly options: readonly Phrase[]; readonly isOptional: boolean }
  | { readonly kind: 'not-before' | 'not-after'; readonly options: readonly Phrase[] };

/** A phrase that is not written as it should be; the message says what is wrong, without a period. */
export class PhraseError extends Error {}

const LONGEST = 2000;
const WIDEST_GAP = 20;
const bare: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['word', { kind: 'any-word' }],
  ['number', { kind: 'number' }],
  ['^', { kind: 'start' }],
  ['$', { kind: 'end' }],
  ['.', { kind: 'sentence-end' }],
]);

/** Reads a phrase. `isExact`: the capitals of every word count, not only those of a word of two to five capitals. Throws a PhraseError. */
export function parsePhrase(text: string, isExact = false): Phrase {
  if (text.trim() === '') throw new PhraseError('a phrase is not empty');
  if (text.length > LONGEST) throw new PhraseError('a phrase has at most 2,000 characters');
  const reader = { text, at: 0, isExact };
  const parts = readParts(reader, false);
  if (reader.at < text.length) throw new PhraseError('a brace is closed that was not opened');
  return parts;
}

/**
 * Reads a cue: a phrase whose last word, of two letters or more, may go on (`taper` in `tapering`), unless it is two to five
 * capitals alone. Throws a PhraseError.
 */
export function parseCue(text: string): Phrase {
  const phrase = parsePhrase(text);
  const last = phrase.at(-1);
  if (last?.kind !== 'word' || last.text.length < 2 || classOf(last.text.charCodeAt(0)) !== LETTER) return phrase;
  if (last.spelling !== undefined && phrase.length === 1) return phrase;
  return [...phrase.slice(0, -1), { kind: 'prefix', text: last.text }];
}

/** The concepts that a phrase refers to, each once. */
export function referencesOf(phrase: Phrase): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (part: Part): void => {
    if (part.kind === 'concept') ids.add(part.id);
    if ('options' in part) for (const option of part.options) option.forEach(visit);
  };
  phrase.forEach(visit);
  return ids;
}

/** The phrase asks for what stands before or behind it. */
export function looksAround(phrase: Phrase): boolean {
  return phrase.some((part) => {
    if (part.kind === 'not-before' || part.kind === 'not-after' || part.kind === 'start' || part.kind === 'end')
      return true;
    return part.kind === 'choice' && part.options.some(looksAround);
  });
}

interface Reader {
  readonly text: string;
  readonly isExact: boolean;
  at: number;
}

/** Up to the end, or inside braces up to `|` or `}`. */
function readParts(reader: Reader, isInside: boolean): Part[] {
  const { text } = reader;
  const parts: Part[] = [];
  while (reader.at < text.length) {
    const char = text.charAt(reader.at);
    if (char === '}' || (isInside && char === '|')) break;
    if (char === '{') parts.push(readBraces(reader));
    else if (isInside && char === '@') parts.push(readReference(reader));
    else if (classOf(text.charCodeAt(reader.at)) === SEPARATOR) reader.at++;
    else parts.push(readWord(reader));
  }
  return parts;
}

function readBraces(reader: Reader): Part {
  const { text } = reader;
  const start = reader.at;
  const end = text.indexOf('}', start);
  const inner = text.slice(start + 1, end);
  const part = end < 0 ? undefined : (bare.get(inner) ?? gapOf(inner));
  if (part) {
    reader.at = end + 1;
    return part;
  }
  const [mark = ''] = /^(?:\?|!|<!)?/.exec(text.slice(start + 1)) ?? [];
  reader.at = start + 1 + mark.length;
  const options = readOptions(reader);
  if (mark === '!') return { kind: 'not-before', options };
  if (mark === '<!') return { kind: 'not-after', options };
  checkWhole(text, start, reader.at, mark);
  return { kind: 'choice', options, isOptional: mark === '?' };
}

function gapOf(inner: string): Part | undefined {
  const gap = /^\.\.(\d{1,2})(,?)$/.exec(inner);
  if (!gap) return undefined;
  const most = Number(gap[1]);
  if (most < 1 || most > WIDEST_GAP) throw new PhraseError(`a gap takes 1 to ${WIDEST_GAP} words`);
  return { kind: 'gap', most, hasMarks: gap[2] !== '' };
}

/** The options up to the closing brace, which is taken too. */
function readOptions(reader: Reader): Phrase[] {
  const options: Phrase[] = [];
  for (;;) {
    const option = readParts(reader, true);
    if (option.length === 0) throw new PhraseError('a choice is empty; "{?…}" is one that may be left out');
    options.push(option);
    const closing = reader.text.charAt(reader.at);
    if (closing === '') throw new PhraseError('a brace is not closed');
    reader.at++;
    if (closing === '}') return options;
  }
}

/** Words are matched whole, so `prescrib{e|ed}` would find nothing. */
function checkWhole(text: string, start: number, end: number, mark: string): void {
  const isLetter = (at: number): boolean => classOf(text.charCodeAt(at)) === LETTER;
  const isGlued =
    (start > 0 && isLetter(start - 1) && isLetter(start + 1 + mark.length)) || (end < text.length && isLetter(end));
  if (isGlued) throw new PhraseError('a choice holds whole words; "~" or "*" behind a word stands for its endings');
}

function readReference(reader: Reader): Part {
  const id = /^[a-z0-9]+(?:[.-][a-z0-9]+)*/.exec(reader.text.slice(reader.at + 1))?.[0];
  if (id === undefined) throw new PhraseError('"@" names a concept: "{@conclusion.negative}"');
  reader.at += 1 + id.length;
  return { kind: 'concept', id };
}

/** One token of plain text, with the sign behind it. */
function readWord(reader: Reader): Part {
  const { text } = reader;
  const start = reader.at;
  const kind = classOf(text.charCodeAt(start));
  let end = start + 1;
  if (kind === LETTER || kind === DIGIT) while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++;
  reader.at = end;
  const spelling = text.slice(start, end);
  const word = kind !== LETTER && spelling === '&' ? 'and' : foldAll(spelling);
  const sign = text.charAt(end);
  if (sign === '~' || sign === '*') {
    if (kind !== LETTER) throw new PhraseError(`"${sign}" stands behind a word`);
    if (sign === '*' && word.length < 2) throw new PhraseError('"*" stands behind two letters or more');
    reader.at++;
    return { kind: sign === '~' ? 'forms' : 'prefix', text: word };
  }
  const isSpelled = kind === LETTER && (reader.isExact || /^[A-Z]{2,5}$/.test(spelling));
  return isSpelled ? { kind: 'word', text: word, spelling } : { kind: 'word', text: word };
}
