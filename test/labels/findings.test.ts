import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foundIn } from '../checked';
import { readSharedLetters } from '../shared-letters';
import { type FindingLabel, isIntact, readLabels } from './labels';

const letters = readSharedLetters(join(import.meta.dirname, '../..')).map(({ name, text }) => ({
  name: name.replace(/\.txt$/, ''),
  text,
}));

interface Shown {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly severity: string;
}

/** Errors and warnings of all letters. */
function shown(): readonly Shown[] {
  return letters.flatMap(({ name, text }) => {
    return foundIn(text)
      .problems.filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ code, severity, span }) => ({ letter: name, start: span.start, end: span.end, code, severity }));
  });
}

describe.skipIf(letters.length === 0)('errors and warnings in published letters', () => {
  const labels = readLabels<FindingLabel>('findings.jsonl');
  const byName = new Map(letters.map(({ name, text }) => [name, text]));
  const keyOf = ({ letter, start, end, code }: Omit<Shown, 'severity'>): string => `${letter} ${start} ${end} ${code}`;

  it('are judged on the text that was labeled', () => {
    expect(labels.filter((label) => !isIntact(byName.get(label.letter) ?? '', label))).toEqual([]);
  });

  it('are all labeled, no error is false, and at most 5 of 100 warnings are', () => {
    const label = new Map(labels.map((each) => [keyOf(each), each.label]));
    const found = shown();
    expect(found.filter((each) => !label.has(keyOf(each))).map(keyOf)).toEqual([]);
    const isFalse = (each: Shown): boolean => label.get(keyOf(each)) === 'false';
    const errors = found.filter(({ severity }) => severity === 'error');
    const warnings = found.filter(({ severity }) => severity === 'warning');
    const wrong = warnings.filter(isFalse).length;
    console.log(`${errors.length} errors, ${warnings.length} warnings, of which ${wrong} are false`);
    expect(errors.filter(isFalse).map(keyOf)).toEqual([]);
    expect(wrong / warnings.length).toBeLessThanOrEqual(0.05);
    // With fewer the figure would say little.
    expect(warnings.length).toBeGreaterThanOrEqual(60);
  }, 60_000);
});
