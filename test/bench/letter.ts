// The letter that is measured: the 12.6 KB seed where the published letters are, else as much text of our own samples.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSharedLetters } from '../shared-letters';

const size = 12_600;

/** A letter of about 12.6 KB, and where it is from. */
export function benchmarkLetter(root: string): { readonly text: string; readonly source: string } {
  const seed = readSharedLetters(root).find(({ text }) => Math.abs(text.length - size) < 100);
  if (seed) return { text: seed.text, source: `seed ${seed.name}` };
  const sample = readFileSync(join(root, 'samples/2014-letter.imr.txt'), 'utf8');
  const firstBlock = sample.indexOf('Cyclobenzaprine 7.5 mg #60: Upheld');
  const blocks = sample.slice(firstBlock);
  const repeats = Math.ceil((size - firstBlock) / blocks.length);
  return {
    text: sample.slice(0, firstBlock) + blocks.repeat(repeats),
    source: 'samples/2014-letter.imr.txt, repeated',
  };
}
