// Plants about 60 kinds of defects, one each, into letters without them, and asks whether the right rule finds it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/index';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { defects, type Trial, tryLetter } from './plant';

const published = readSharedLetters(root).filter((letter) => letter.folder === 'dwc');
const samples = readdirSync(join(root, 'samples'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(join(root, 'samples', name), 'utf8') }));
/** Published letters are all of one form; the samples add the other. */
const letters = [...published, ...samples];

const trials = letters.flatMap(({ name, text }) => tryLetter(name, text));
const known = new Set(rules.map((rule) => rule.code));

function table(rows: readonly Trial[]): string {
  const kinds = defects.map(({ kind, codes }) => {
    const own = rows.filter((trial) => trial.kind === kind);
    const missed = own.filter((trial) => !trial.found).map((trial) => trial.letter.replace(/\.txt$/, ''));
    return `${String(own.length - missed.length).padStart(4)} of ${String(own.length).padStart(3)}  ${codes.join('/')}  ${kind}${missed.length > 0 ? `  missed: ${missed.slice(0, 5).join(' ')}` : ''}`;
  });
  return kinds.join('\n');
}

describe('planted defects', () => {
  it('are of kinds whose rules exist', () => {
    expect(defects.filter(({ codes }) => !codes.some((code) => known.has(code))).map(({ kind }) => kind)).toEqual([]);
  });

  it('are there for every rule about letters', () => {
    const planted = new Set(defects.flatMap(({ codes }) => codes));
    const without = rules.filter(({ scope, code }) => scope !== 'tool' && !planted.has(code));
    expect(without.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });

  it('are found, 97 in 100 at least', () => {
    const found = trials.filter((trial) => trial.found).length;
    console.log(`${table(trials)}\n${found} of ${trials.length} found`);
    expect(found / trials.length).toBeGreaterThanOrEqual(0.97);
  });

  it('bring no unrelated error with them', () => {
    expect(
      trials.flatMap(({ kind, letter, strayErrors }) => strayErrors.map((error) => `${letter} ${kind}: ${error}`)),
    ).toEqual([]);
  });
});
