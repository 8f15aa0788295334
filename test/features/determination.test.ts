import { expect, it } from 'vitest';
import { type Ask, composeExample, determinationOf, type Fact, ledgerOf } from '../../server/src/core/index';
import { analyze } from './analyzed';

it('gives each row a name of its own where a house pack has an element twice', () => {
  const { ask, problems } = analyze(composeExample({}));
  const [block] = ask.letter.blocks;
  if (!block) throw new Error('the letter has no block');
  const ledger = ask(ledgerOf, block);
  const twice = { ...ledger, elements: ledger.elements.flatMap((element) => [element, element]) };
  const answer = (fact: Fact<object[], unknown>, ...about: object[]) =>
    (fact as unknown) === ledgerOf ? twice : ask(fact, ...about);
  const doubled = Object.assign(answer, { ...ask }) as Ask;
  const rows = determinationOf(doubled, problems)[0]?.children.at(-1)?.children ?? [];
  expect(rows.length).toBeGreaterThan(10);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.map(({ id }) => id)).toContain('block/0/common/facts/2');
});
