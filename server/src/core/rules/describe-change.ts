import type { WordRange } from '../language/match-pattern';
import { spanOfWords } from '../language/read-sentences';
import type { Sentence, Word } from '../language/sentence';
import { remove, replace } from '../problem/edits';
import type { Fix, FixEdit } from '../problem/fix';
import type { Span } from '../text/span';

/** A change of some words of a sentence, as a finding tells it and as a fix makes it. */
export interface Change {
  readonly message: string;
  readonly fix: Fix;
}

/** Describes how words of a sentence are written anew: what is missing, what is too much, or what should be what. */
export function describeChange(sentence: Sentence, { first, behind }: WordRange, write: string): Change {
  const { words, text } = sentence;
  const from = words[first] as Word;
  const to = words[behind - 1] as Word;
  const before = text.slice(from.start, to.end).split(' ');
  const after = write === '' ? [] : write.split(' ');
  const same = commonStart(before, after);
  const sameEnd = commonStart(before.slice(same).reverse(), after.slice(same).reverse());
  const gone = before.slice(same, before.length - sameEnd).join(' ');
  const come = after.slice(same, after.length - sameEnd).join(' ');
  const following = `${after.slice(after.length - sameEnd).join(' ')}${text.slice(to.end)}`.trim();
  const nextWords = following.split(' ').slice(0, 2).join(' ');
  const mark = nextWords.search(/[,;:)]/);
  const next = mark < 0 ? nextWords.replace(/(?<!\.)\.$/, '') : nextWords.slice(0, mark);
  const span = spanOfWords(sentence, from, to);
  const place = next === '' ? '' : ` before "${next}"`;
  if (gone === '')
    return { message: `Missing "${come}"${place}.`, fix: review(`Insert "${come}"`, replace(span, write)) };
  if (come !== '')
    return { message: `"${gone}" should be "${come}".`, fix: review(`Change to "${come}"`, replace(span, write)) };
  const edit = after.length > 0 ? replace(span, write) : remove(withOneSpace(sentence, { first, behind }));
  return { message: `Extra "${gone}"${place}.`, fix: review(`Delete "${gone}"`, edit) };
}

function review(title: string, edit: FixEdit): Fix {
  return { title, kind: 'review', edits: [edit] };
}

/** The words and the space behind them; before a mark, or at the end, the space before them. */
function withOneSpace(sentence: Sentence, { first, behind }: WordRange): Span {
  const [before, from, last, next] = [first - 1, first, behind - 1, behind].map((at) => sentence.words[at]);
  const { start, end } = spanOfWords(sentence, from as Word, last);
  if (next?.isApart) return { start, end: spanOfWords(sentence, next).start };
  return { start: before ? spanOfWords(sentence, before).end : start, end };
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
