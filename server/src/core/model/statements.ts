import type { Form } from '../syntax/form';
import { patternsOf, type WordingPatterns } from '../syntax/form-patterns';
import { matchesIn } from '../text/matches';
import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { type Citation, readCitations } from './citations';

export type StatementKind = 'mtus' | 'non-mtus' | 'outside-mtus' | 'cites-nothing' | 'free';

/** A guideline field is a row of standard sentences; `free` is text that follows none of them. */
export interface FieldStatement {
  readonly kind: StatementKind;
  /** The standing words lack a word, or one of them is misspelled: `Decision based Non-MTUS Citation`. */
  readonly damaged: boolean;
  readonly span: Span;
  /** The standing words: `Decision based on MTUS`. Empty for `free`. */
  readonly opener: Span;
  /** What follows them. */
  readonly text: string;
  readonly textSpan: Span;
  readonly citations: readonly Citation[];
}

/** `Decision based on …`, words lost, doubled or misspelled and glued to the word before included. */
const basis =
  /(?:\b(?:D[a-z]{5,9}|ecision)(?: (?:Decision|[a-z]{3,6})){0,2}(?: [a-z]{1,3}){0,2}|\bbased on|(?<=[a-zS\d)])Decision based on) (?:Non[- ]{0,2}MT[A-Z]{1,3}(?: C[a-z]{5,9}\b)?|MT[A-Z]{1,3})\b:?|\bDecision based on (?:Citation\b)?/g;
/** What may be a whole sentence about the claims administrator or the reviewer. */
const sentence = /(?<=^|[.:;] ?)[A-Za-z](?:(?!Decision )[^.]){10,150}\.?/g;

interface Opener extends Span {
  readonly kind: StatementKind;
  readonly damaged: boolean;
}

/** Reads a guideline field. */
export function readStatements(field: Reading, by: Citation['by'], form: Form): FieldStatement[] {
  const openers = findOpeners(field.text, patternsOf(form).wording.statements);
  const ends = [...openers.slice(1).map((next) => next.start), field.text.length];
  const statements = openers.map((opener, i) => statement(opener, ends[i] ?? field.text.length));
  const first = openers[0]?.start ?? field.text.length;
  const isFree = field.text.slice(0, first).trim() !== '';
  return isFree ? [statement({ kind: 'free', damaged: false, start: 0, end: 0 }, first), ...statements] : statements;

  function statement({ kind, damaged, start, end }: Opener, until: number): FieldStatement {
    const body = trimmed(field.text, end, until);
    return {
      kind,
      damaged,
      span: toSourceSpan(field, trimmed(field.text, start, until)),
      opener: toSourceSpan(field, { start, end }),
      text: field.text.slice(body.start, body.end),
      textSpan: toSourceSpan(field, body),
      citations: readCitations(field, body, kind === 'mtus' || kind === 'non-mtus' ? kind : 'none', by, form),
    };
  }
}

type Wording = WordingPatterns['statements'];

function findOpeners(text: string, wording: Wording): Opener[] {
  const openers = matchesIn(text, basis).map((match) => toOpener(match, basisKind(match[0]), wording));
  for (const match of matchesIn(text, sentence)) {
    const kind = partyKind(match[0], wording);
    if (kind) openers.push(toOpener(match, kind, wording));
  }
  return openers.sort((a, b) => a.start - b.start);
}

function toOpener({ index: start, 0: match }: RegExpExecArray, kind: StatementKind, { intact }: Wording): Opener {
  const words = match.replace(/[\s,;:]{1,9}$/, '');
  // A word said twice is a slip of its own kind.
  const damaged = !intact.test(words.replace(/[.:]$/, '').replace(/\b(\w+) \1\b/gi, '$1'));
  return { kind, damaged, start, end: start + words.length };
}

function basisKind(words: string): StatementKind {
  if (/Non/.test(words) || /Citation/.test(words)) return 'non-mtus';
  return /MT[A-Z]{1,3}/.test(words) ? 'mtus' : 'free';
}

/** Told by words of the standard sentences that no citation holds; of any other sentence, nothing is made. */
function partyKind(words: string, { citesNothing, outsideMtus }: Wording): StatementKind | undefined {
  if (citesNothing.test(words)) return 'cites-nothing';
  return outsideMtus.test(words) ? 'outside-mtus' : undefined;
}

function trimmed(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  const first = start + raw.length - raw.trimStart().length;
  return { start: Math.min(first, end), end: Math.max(Math.min(first, end), start + raw.trimEnd().length) };
}
