// What the fuzzer once found holds now, and each run is the same for the same seed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { checkText } from './holds';
import { inputOf } from './inputs';
import { randomOf } from './random';

const corpus = join(root, 'test/fuzz/corpus');

describe('texts that the fuzzer found', () => {
  it.each(readdirSync(corpus).filter((name) => name.endsWith('.json')))('%s holds', (name) => {
    checkText(JSON.parse(readFileSync(join(corpus, name), 'utf8')) as string);
  });

  it('are made anew from their seed', () => {
    const seeds = sampleLetters().map(({ text }) => text);
    const made = (seed: number): string => inputOf(randomOf(seed), seeds);
    expect(made(7)).toBe(made(7));
    expect(new Set([1, 2, 3, 4, 5].map(made)).size).toBeGreaterThan(3);
  });
});
