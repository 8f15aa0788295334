import type { TextPiece } from './docx-text';

/** A character of a document. */
export interface DocxPlace {
  readonly piece: TextPiece;
  /** Of the character in the piece. */
  readonly index: number;
}

/** How far apart the two may be where they differ, as by a symbol that only one of them knows. */
const window = 400;

/**
 * Says where the characters of an imported text are in the document that it was made of: by the offset of a character that is no white
 * space, undefined where the document has it elsewhere.
 */
export function alignText(text: string, pieces: readonly TextPiece[]): (offset: number) => DocxPlace | undefined {
  const places: DocxPlace[] = [];
  const solid: string[] = [];
  for (const piece of pieces)
    for (let index = 0; index < piece.text.length; index++)
      if (/\S/.test(piece.text.charAt(index))) {
        places.push({ piece, index });
        solid.push(piece.text.charAt(index));
      }
  const document = solid.join('');
  const found = new Map<number, number>();
  let at = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (!document.startsWith(word, at)) {
      const next = document.slice(at, at + window + word.length).indexOf(word);
      if (next < 0) continue;
      at += next;
    }
    for (let i = 0; i < word.length; i++) found.set(index + i, at + i);
    at += word.length;
  }
  return (offset) => {
    const place = found.get(offset);
    return place === undefined ? undefined : places[place];
  };
}
