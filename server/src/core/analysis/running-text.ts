import { passagesOf } from '../model/prose';
import { normalizedText } from '../text/normalize/normalized-text';
import { type Reading, readText } from '../text/reading';
import type { Span } from '../text/span';
import { fact } from './fact';

/** The passages of a letter's sections, items and fields, in text order: see `passagesOf`. */
export const passages = fact((ask) => passagesOf(ask.letter));

/** The readings of those passages that hold text. */
export const runningText = fact((ask) =>
  ask(passages)
    .map(({ reading }) => reading)
    .filter(({ text }) => text !== ''),
);

/**
 * What no passage holds and a reader of the file sees all the same: page lines, and the signature of a mail, line by line. Names
 * and numbers stand there too.
 */
export const textLeftOut = fact(({ letter: { source } }): readonly Reading[] => {
  const { pageLines, marks } = normalizedText(source);
  const signatures = marks.filter(({ kind }) => kind === 'signature');
  return [...pageLines, ...signatures.flatMap((mark) => linesOf(source.text, mark))].map((span) =>
    readText(source.text, span),
  );
});

function linesOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^\r\n\f]+/g)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}
