// What all rules find in all letters is what test/letters/snapshot.txt says. A difference that is meant is written with
// `npm run snapshot -- --write`, and the commit says why.
import { describe, expect, it } from 'vitest';
import { root } from '../project';
import { differencesOf } from './snapshot/difference';
import { formatSnapshot, parseSnapshot, readSnapshot } from './snapshot/file';
import { ownLetters, publishedLetters, publishedPrefix } from './snapshot/letters';
import { recordOf } from './snapshot/record';
import { reportDifferences } from './snapshot/report';

const stored = readSnapshot(root);
const own = ownLetters(root);
const published = publishedLetters(root);

const storedOf = (isPublished: boolean) =>
  new Map([...stored].filter(([name]) => name.startsWith(publishedPrefix) === isPublished));
const recordsOf = (letters: typeof own) => new Map(letters.map(({ name, text }) => [name, recordOf(text)]));

describe('the snapshot of findings', () => {
  it('is what the rules find in our own letters', () => {
    expect(reportDifferences(storedOf(false), recordsOf(own))).toBe('');
  });

  it.runIf(published.length > 0)(
    'is what the rules find in the published letters',
    () => {
      expect(reportDifferences(storedOf(true), recordsOf(published))).toBe('');
    },
    120_000,
  );

  it('holds places and ids, and nothing that a letter says', () => {
    const shape =
      /^(?:form [\w-]+|failure IMR\d+|finding IMR\d+ [a-z]+ \d+-\d+ \d+s\d+r [\da-f]{6} (?:-|[\da-f]{6})|citation \d+ [a-z-]+ \d+-\d+(?: [\w/?.-]+)+|ledger \d+ [\w-]+(?: [+~?/-][\w-]+)*)$/;
    expect([...stored.values()].flat().filter((line) => !shape.test(line))).toEqual([]);
  });

  it('is read as it was written', () => {
    expect(parseSnapshot(formatSnapshot(stored))).toEqual(stored);
  });
});

describe('the difference of two records', () => {
  const finding = 'finding IMR502 error 10-17 1s0r aaaaaa bbbbbb';
  const tell = (before: readonly string[], after: readonly string[]) =>
    differencesOf(before, after).map(({ kind, text }) => `${kind} ${text}`);

  it.each([
    ['nothing', [finding], [finding], []],
    ['an added finding', [], [finding], ['added IMR502 error 10-17']],
    ['a removed finding', [finding], [], ['removed IMR502 error 10-17']],
    ['one of two alike', [finding, finding], [finding], ['removed IMR502 error 10-17']],
    ['a move, by its message', [finding], [finding.replace('10-17', '40-47')], ['moved IMR502 10-17 -> 40-47']],
    [
      'a move, by its place',
      [finding],
      [finding.replace('10-17 1s0r aaaaaa', '12-17 1s0r cccccc')],
      ['moved IMR502 10-17 -> 12-17', 'message IMR502 12-17'],
    ],
    ['a severity', [finding], [finding.replace('error', 'hint')], ['severity IMR502 10-17 error -> hint']],
    ['a message', [finding], [finding.replace('aaaaaa', 'cccccc')], ['message IMR502 10-17']],
    [
      'fixes',
      [finding],
      [finding.replace('1s0r aaaaaa bbbbbb', '0s1r aaaaaa cccccc')],
      ['fixes IMR502 10-17 1s0r bbbbbb -> 0s1r cccccc'],
    ],
    [
      'a ledger',
      ['ledger 0 opioid +weaning'],
      ['ledger 0 opioid -weaning'],
      ['removed ledger 0 opioid +weaning', 'added ledger 0 opioid -weaning'],
    ],
  ])('tells %s', (_, before, after, said) => {
    expect(tell(before, after)).toEqual(said);
  });
});
