/**
 * The pattern language of constructions, read into steps. A pattern describes words side by side, by what they are and by what part of
 * speech they are.
 *
 * `lack` this word, whatever its case · `<NOUN>` a word of this part of speech, `<ADJ|NOUN>` of one of these · `lack<VERB>` this word as a verb
 * `@part` a word of this list · `*ing` a word that ends so · `non*` a word that begins so
 * `{a|<NOUN>|@part}` one of these · `{?a|b}` one of these or nothing · `{*a|b}` up to four of these · `{-a|b}` a word that is none of these
 * `{!a|b}` none of these follows · `{<!a|b}` none of these stands before
 * `{^}` the sentence begins here · `{$}` it ends here, or its last mark follows · `[…]` what is wrong; without brackets, all of it
 */
export interface Pattern {
  readonly steps: readonly Step[];
  /** Indexes of the steps that are no plain words: what `{1}`, `{2}` name. */
  readonly groups: readonly number[];
  /** Indexes of the steps in brackets, half-open. */
  readonly marked: { readonly first: number; readonly behind: number };
}

export type Step =
  | {
      readonly kind: 'one' | 'optional' | 'several' | 'other' | 'not-before' | 'not-after';
      readonly tests: readonly WordTest[];
    }
  | { readonly kind: 'start' | 'end' };

/** All that is given holds of the word. */
export interface WordTest {
  readonly word?: string;
  readonly list?: string;
  readonly ending?: string;
  readonly beginning?: string;
  readonly parts?: readonly string[];
}

/** A pattern that is not written as it should be; the message says what is wrong, without a full stop. */
export class PatternError extends Error {}

const longest = 3000;

/** At most as many words as a step takes that may take several. */
export const mostRepeats = 4;

/** In so many ways a pattern may be fitted from one word on, at most. */
const mostWays = 1000;

const waysOf: { readonly [kind: string]: number } = { optional: 2, several: mostRepeats + 1 };
const kinds = { '?': 'optional', '*': 'several', '-': 'other', '!': 'not-before' } as const;

/** What is wrong with a pattern, or undefined. */
export function checkPattern(text: string): string | undefined {
  try {
    parsePattern(text);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

/** Reads a pattern. Throws a PatternError. */
export function parsePattern(text: string): Pattern {
  if (text.length > longest) throw new PatternError('a pattern has at most 3,000 characters');
  const steps: Step[] = [];
  const groups: number[] = [];
  let first: number | undefined;
  let behind: number | undefined;
  for (const token of text.match(/\{[^{}]*\}|[[\]]|[^\s{}[\]]+|[{}]/g) ?? []) {
    if (token === '[') first = steps.length;
    else if (token === ']') behind = steps.length;
    else {
      const step = stepOf(token);
      if (takesWords(step) && /[{<@*]/.test(token)) groups.push(steps.length);
      steps.push(step);
    }
  }
  if ((first === undefined) !== (behind === undefined)) throw new PatternError('a bracket is not closed');
  const marked = { first: first ?? 0, behind: behind ?? steps.length };
  if (!steps.slice(marked.first, marked.behind).some(({ kind }) => kind === 'one' || kind === 'other'))
    throw new PatternError('no word stands in the brackets');
  if (!steps.some(isAnchor)) throw new PatternError('a pattern needs a word or a list that must be there');
  const ways = steps.reduce((product, { kind }) => product * (waysOf[kind] ?? 1), 1);
  if (ways > mostWays) throw new PatternError('a pattern has too many parts that may be left out');
  return { steps, groups, marked };
}

/** A step that takes one word of a closed list: a pattern is only tried where there is one. */
export function isAnchor(step: Step): step is Step & { readonly kind: 'one' } {
  return step.kind === 'one' && step.tests.every(({ word, list }) => word !== undefined || list !== undefined);
}

function takesWords({ kind }: Step): boolean {
  return kind === 'one' || kind === 'other' || kind === 'optional' || kind === 'several';
}

function stepOf(token: string): Step {
  if (token === '{^}') return { kind: 'start' };
  if (token === '{$}') return { kind: 'end' };
  if (!token.startsWith('{')) return { kind: 'one', tests: [testOf(token)] };
  const inner = token.slice(1, -1);
  if (inner.startsWith('<!')) return { kind: 'not-after', tests: testsOf(inner.slice(2)) };
  const kind = kinds[inner.charAt(0) as keyof typeof kinds];
  return kind ? { kind, tests: testsOf(inner.slice(1)) } : { kind: 'one', tests: testsOf(inner) };
}

/** Splits at the bars outside of `<…>`. */
function testsOf(choices: string): WordTest[] {
  const tests = choices.match(/(?:<[^<>]*>|[^|<>])+/g) ?? [];
  if (tests.length === 0) throw new PatternError('an empty choice');
  return tests.map(testOf);
}

function testOf(text: string): WordTest {
  const match = /^([^<>{}]*)(?:<([A-Z|]+)>)?$/.exec(text);
  const [, word = '', parts] = match ?? [];
  if (!match || /\s/.test(word) || (word === '' && parts === undefined))
    throw new PatternError(`"${text}" is no word, list or part of speech`);
  if (word !== word.toLowerCase()) throw new PatternError(`"${word}" is not in lower case`);
  return { ...wordTest(word), ...(parts !== undefined && { parts: parts.split('|') }) };
}

function wordTest(word: string): WordTest {
  if (word === '') return {};
  if (/^@./.test(word)) return { list: word.slice(1) };
  if (/^\*./.test(word)) return { ending: word.slice(1) };
  if (/.\*$/.test(word)) return { beginning: word.slice(0, -1) };
  return { word };
}
