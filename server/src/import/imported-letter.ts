import { countUpTo } from '../core/index';

/** The text of a letter that was kept as another kind of document. */
export interface ImportedLetter {
  readonly text: string;
  /** What the document counts: a PDF its pages, others their paragraphs. */
  readonly unit: 'paragraph' | 'page';
  /** UTF-16 offsets in `text` at which each of these begins, ascending. */
  readonly starts: readonly number[];
  /** What was left out, in sentences for the person who imports: comments, footnotes. */
  readonly notes: readonly string[];
}

/** Between the cells of a table row or the columns of a line: as wide as a column gap in extracted text. */
export const columnGap = '    ';

/** A document that holds no letter; `message` is a sentence without the name of the file. */
export class ImportError extends Error {}

/** Makes a letter of a text whose paragraphs are separated by empty lines. */
export function importedParagraphs(text: string, notes: readonly string[]): ImportedLetter {
  const starts = [...text.matchAll(/(?:^|(?<!\n)\n\n+)(?=[^\n])/g)].map(({ index, 0: { length } }) => index + length);
  return { text: `${text}\n`, unit: 'paragraph', starts, notes };
}

/** Returns the number of the paragraph or page at an offset, from 1. */
export function unitAt({ starts }: Pick<ImportedLetter, 'starts'>, offset: number): number {
  return Math.max(1, countUpTo(starts, offset));
}
