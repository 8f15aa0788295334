// What the fuzzer once found holds now, and each run is the same for the same seed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { inputOf } from './inputs';
import { randomOf } from './random';
import { type Input, subjectOf, subjects } from './subjects';

const corpus = join(root, 'test/fuzz/corpus');

/** A text, or an input of another subject with its name. */
type Kept = string | { readonly subject: string; readonly input: Input };

describe('what the fuzzer found', () => {
  it.each(readdirSync(corpus).filter((name) => name.endsWith('.json')))('%s holds', async (name) => {
    const kept = JSON.parse(readFileSync(join(corpus, name), 'utf8')) as Kept;
    const [subject, input] = typeof kept === 'string' ? ['text', kept] : [kept.subject, kept.input];
    const known = subjects.find((each) => each.name === subject);
    expect(known, subject).toBeDefined();
    await known?.hold(input);
  });

  it.each(subjects)('$name inputs hold, a few of them, and are made anew from their seed', async ({ make, hold }) => {
    const seeds = sampleLetters().map(({ text }) => text);
    for (let seed = 0; seed < 5; seed++) {
      const input = make(randomOf(seed), seeds);
      expect(make(randomOf(seed), seeds)).toEqual(input);
      await hold(input);
    }
  });

  it('has its turn in every subject', () => {
    expect(new Set(Array.from({ length: 100 }, (_, run) => subjectOf(run).name)).size).toBe(subjects.length);
  });

  it('are made anew from their seed', () => {
    const seeds = sampleLetters().map(({ text }) => text);
    const made = (seed: number): string => inputOf(randomOf(seed), seeds);
    expect(made(7)).toBe(made(7));
    expect(new Set([1, 2, 3, 4, 5].map(made)).size).toBeGreaterThan(3);
  });
});
