import { expect, it } from 'vitest';
import { composeExample, determinationOf, type LetterAnalysis } from '../../server/src/core/index';
import { analyze } from './analyzed';

it('gives each row a name of its own where a house pack has an element twice', () => {
  const { analysis, problems } = analyze(composeExample({}));
  const doubled: LetterAnalysis = {
    ...analysis,
    ledgerOf: (block) => {
      const ledger = analysis.ledgerOf(block);
      return { ...ledger, elements: ledger.elements.flatMap((element) => [element, element]) };
    },
  };
  const rows = determinationOf(doubled, problems)[0]?.children.at(-1)?.children ?? [];
  expect(rows.length).toBeGreaterThan(10);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.map(({ id }) => id)).toContain('block/0/common/facts/2');
});
