// The letters that are measured: the 12.6 KB seed where the published letters are, else one of ours grown to that size.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinForms } from '../../server/src/builtin/forms';
import { readLetter } from '../../server/src/core/index';
import { readSharedLetters } from '../shared-letters';

const size = 12_600;

/** A letter of about 12.6 KB, and whose it is. */
export function benchmarkLetter(root: string): { readonly text: string; readonly source: 'seed' | 'fictional' } {
  const seed = readSharedLetters(root).find(({ text }) => Math.abs(text.length - size) < 100);
  return seed
    ? { text: seed.text, source: 'seed' }
    : { text: letterOfSize(sampleLetter(root), size), source: 'fictional' };
}

export function sampleLetter(root: string): string {
  return readFileSync(join(root, 'samples/2014-letter.imr.txt'), 'utf8');
}

/** The letter with copies of its blocks behind it until it is about as long as asked: no two blocks alike. */
export function letterOfSize(letter: string, length: number): string {
  const { blocks } = readLetter(letter, builtinForms);
  const parts = blocks.map(({ span }) => `${letter.slice(span.start, span.end).trimEnd()}\n\n`);
  const average = parts.join('').length / parts.length;
  let text = `${letter.trimEnd()}\n\n`;
  for (let copy = 0; text.length + average / 2 < length; copy++) {
    text += distinct(parts[copy % parts.length] ?? '', 1 + Math.floor(copy / parts.length));
  }
  return text;
}

/** The same text with a number in every paragraph, so that nothing that is kept by text is of use. */
export function distinct(text: string, number: number): string {
  const numbered = text.replace(/#(\d+)/g, (_, quantity) => `#${Number(quantity) + number}`);
  const lines = numbered.split('\n');
  return lines
    .map((line) => (line.length > 40 ? line.replace(/(?<=[a-z,]) (?=[a-z]{3})/, ` (${number}) `) : line))
    .join('\n');
}
