// Every error and warning on the published letters, read and judged one by one in judged.json. A finding that is not in the table,
// or a row that is no longer found, fails with the rows to add or to remove.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contains, type Letter, type Problem } from '../../server/src/core/index';
import { askOf, foundIn } from '../checked';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

interface Judgment {
  readonly letter: string;
  readonly rule: string;
  /** The decision or section, and the first words found fault with. */
  readonly place: string;
  readonly verdict: 'real' | 'false';
  readonly why: string;
}

const table: readonly Judgment[] = JSON.parse(readFileSync(join(root, 'test/letters/judged.json'), 'utf8'));
const published = readSharedLetters(root).filter((letter) => letter.folder === 'dwc');

/** `decision 2: Low Back Complaints 2004`; at most four words of the letter. */
function placeOf(letter: Letter, { block, span }: Problem): string {
  const section = letter.sections.find((s) => contains(s.span, span))?.kind ?? 'letter';
  const outside = letter.header && contains(letter.header.span, span) ? 'header' : section;
  const where = block === undefined ? outside : `decision ${block + 1}`;
  const words = letter.source.text.slice(span.start, span.end).split(/\s+/).filter(Boolean).slice(0, 4).join(' ');
  return words === '' ? where : `${where}: ${words.slice(0, 40)}`;
}

function loudFindings(name: string, text: string): { readonly key: string; readonly severity: string }[] {
  const { letter } = askOf(text);
  return foundIn(text)
    .problems.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((problem) => ({
      key: keyOf({ letter: name, rule: problem.code, place: placeOf(letter, problem) }),
      severity: problem.severity,
    }));
}

function keyOf({ letter, rule, place }: Pick<Judgment, 'letter' | 'rule' | 'place'>): string {
  return `${letter} | ${rule} | ${place}`;
}

describe('the table of judgments', () => {
  it('is sorted, and gives a reason for each verdict', () => {
    const keys = table.map(keyOf);
    expect(keys).toEqual(keys.toSorted());
    expect(table.filter(({ why, verdict }) => why.length < 10 || !['real', 'false'].includes(verdict))).toEqual([]);
  });

  it.runIf(published.length > 0)('is exactly what the rules find on the published letters', () => {
    const found = published.flatMap(({ name, text }) => loudFindings(name.replace(/\.txt$/, ''), text));
    const keys = found.map(({ key }) => key).toSorted();
    expect(keys).toEqual(table.map(keyOf));
    const wrong = new Set(table.filter(({ verdict }) => verdict === 'false').map(keyOf));
    const falseOf = (severity: string): string[] =>
      found.filter((f) => f.severity === severity && wrong.has(f.key)).map(({ key }) => key);
    expect(falseOf('error'), 'an error that is none').toEqual([]);
    expect(falseOf('warning').length).toBeLessThanOrEqual(found.filter((f) => f.severity === 'warning').length / 10);
  });
});
