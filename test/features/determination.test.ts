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

it('keeps the states of elements while a sentence is being written, and follows its places', () => {
  const text = composeExample({});
  const before = analyze(text);
  const { rationale } = before.ask.letter.blocks[0]?.fields ?? {};
  if (!rationale) throw new Error('the letter has no rationale');
  // The rationale is cut down to the beginning of a word, as when somebody rewrites it.
  const typed = `${text.slice(0, rationale.body.span.start)}Th${text.slice(rationale.body.span.end)}`;
  const after = analyze(typed);
  const statesOf = (rows: ReturnType<typeof determinationOf>): readonly string[] =>
    (rows.find(({ sign }) => sign.kind === 'block')?.children.at(-1)?.children ?? []).map(({ sign }) =>
      sign.kind === 'element' ? `${sign.element} ${sign.state}` : '',
    );
  const settled = statesOf(determinationOf(before.ask, []));
  expect(statesOf(determinationOf(after.ask, [], before.ask))).toEqual(settled);
  expect(statesOf(determinationOf(after.ask, []))).not.toEqual(settled);
  const places = determinationOf(after.ask, [], before.ask).flatMap(({ children }) => children.at(-1)?.children ?? []);
  expect(places.filter(({ span }) => span.end > typed.length)).toEqual([]);
});
