import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

describe('imr stats', { timeout: 60_000 }, () => {
  it('counts outcomes, classes, guidelines and findings', () => {
    desk.write('a.txt', unconcludedLetter);
    desk.write('b.txt', soundLetter.replace(': Upheld', ': Overturned').replace('not medically', 'medically'));
    const stats = JSON.parse(desk.imr(['stats', '--format', 'json', 'a.txt', 'b.txt']).out);
    expect(stats).toMatchObject({
      letters: 2,
      decisions: 2,
      outcomes: { upheld: 1, overturned: 1, none: 0 },
      letterOutcomes: { upheld: 1, overturned: 1, mixed: 0, undecided: 0 },
      forms: [{ form: '2015', letters: 2 }],
      classes: [{ class: 'opioids', upheld: 1, overturned: 1, none: 0 }],
    });
    expect(stats.guidelines).toContainEqual(expect.objectContaining({ reviewer: 2, claimsAdministrator: 0 }));
    expect(stats.findings).toContainEqual(expect.objectContaining({ code: 'IMR301', count: 1, letters: 1 }));
  });

  it('agrees with its schema', () => {
    const schema = JSON.parse(readFileSync(join(root, 'docs/json/stats.schema.json'), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const paths = [...sampleLetters(), ...fictionalLetters()].map(({ path }) => path);
    validate(JSON.parse(desk.imr(['stats', '--format', 'json', '--min-severity', 'hint', ...paths]).out));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is a table for people', () => {
    desk.write('table/a.txt', soundLetter);
    const { code, out } = desk.imr(['stats', 'table']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 letter, 1 decision\n\nDecisions\n {2}Upheld +1 {2}█/);
    expect(out).toMatch(/^Guidelines cited/m);
  });

  it('tells what it could not read', () => {
    desk.write('c.txt', soundLetter);
    const run = desk.imr(['stats', '--format', 'json', 'c.txt', 'missing.txt']);
    expect(run).toMatchObject({ code: 2, err: 'imr: missing.txt: no such file or folder\n' });
    expect(JSON.parse(run.out).letters).toBe(1);
  });
});
