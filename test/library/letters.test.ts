import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { readLetter, resolveCitation } from '../../server/src/core/index';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const letters = readSharedLetters(root);

interface Tally {
  all: number;
  resolved: number;
  /** Citations that do not resolve to the end, each with the reason that is given. */
  readonly others: string[];
}

function tallyOf(by: 'reviewer' | 'claims-administrator'): Tally {
  const tally: Tally = { all: 0, resolved: 0, others: [] };
  for (const { name, text } of letters) {
    const citations = readLetter(text, builtinForms).blocks.flatMap((block) => block.citations);
    for (const citation of citations.filter((c) => c.by === by && c.kind !== 'none')) {
      const { guideline, reason } = resolveCitation(builtinLibrary, citation);
      tally.all++;
      if (guideline && reason === undefined) tally.resolved++;
      else tally.others.push(`${name}: ${reason}`);
    }
  }
  return tally;
}

describe.skipIf(letters.length === 0)('citations of the letters', () => {
  it.each([
    ['reviewer', 0.99],
    ['claims-administrator', 0.95],
  ] as const)('of the %s resolve in %d of 1', (by, share) => {
    const { all, resolved, others } = tallyOf(by);
    console.log(`${by}: ${resolved} of ${all} citations resolve; the others:\n${others.join('\n')}`);
    expect(all).toBeGreaterThan(200);
    expect(resolved / all).toBeGreaterThanOrEqual(share);
    expect(others.filter((line) => line.endsWith('undefined'))).toEqual([]);
  });
});
