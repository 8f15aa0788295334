// Plants accidents, and what is right but has looked like one, into letters of every kind: published, of the corpus, and samples. Each
// kind is tried in every eighth letter; IMR_ALL=1 tries it in all.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, lintLetter, type Problem, readLetter, rules } from '../../server/src/core/index';
import { readCorpus } from '../corpus/corpus';
import { sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { accidents } from './accidents';
import { createRandom, type Defect, type Planted } from './defect';
import { type Innocent, innocents } from './innocents';

const letters = [...readSharedLetters(root), ...readCorpus(), ...readCorpus('test/corpus/today'), ...sampleLetters()];
const step = process.env.IMR_ALL ? 1 : 8;

interface Trial {
  readonly kind: string;
  readonly letter: string;
  readonly isRight: boolean;
  readonly strayErrors: readonly string[];
}

const keyOf = ({ code, message }: Problem): string => `${code} ${message}`;

function check(text: string): readonly Problem[] {
  const { problems, failures } = lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), rules);
  if (failures[0]) throw failures[0].error;
  return problems;
}

/** Plants each kind into its letters; `judge` says from the new problems whether the right thing happened. */
function plantAll<T extends Pick<Defect, 'kind' | 'plant' | 'alsoAllowed'>>(
  kinds: readonly T[],
  codesOf: (kind: T) => readonly string[],
  judge: (kind: T, fresh: readonly Problem[], planted: Planted) => boolean,
): readonly Trial[] {
  return letters.flatMap(({ name, text }, i) => {
    const letter = readLetter(text, builtinForms);
    const before = new Set(check(text).map(keyOf));
    return kinds.flatMap((kind, k): Trial[] => {
      if ((i + k) % step !== 0) return [];
      const planted = kind.plant(letter, createRandom(`${name} ${kind.kind}`));
      if (!planted || planted.text === text) return [];
      const fresh = check(planted.text).filter((problem) => !before.has(keyOf(problem)));
      const explained = new Set([...codesOf(kind), ...(kind.alsoAllowed ?? [])]);
      const strayErrors = fresh
        .filter(({ severity, code }) => severity === 'error' && !explained.has(code))
        .map((problem) => `${name} ${kind.kind}: ${keyOf(problem)}`);
      return [{ kind: kind.kind, letter: name, isRight: judge(kind, fresh, planted), strayErrors }];
    });
  });
}

function tell(trials: readonly Trial[], kinds: readonly { readonly kind: string }[]): string {
  const rows = kinds.map(({ kind }) => {
    const own = trials.filter((trial) => trial.kind === kind);
    const wrong = own.filter(({ isRight }) => !isRight).map(({ letter }) => letter);
    return `${own.length - wrong.length} of ${own.length}  ${kind}${wrong.length > 0 ? `  not in: ${wrong.slice(0, 4).join(' ')}` : ''}`;
  });
  const right = trials.filter(({ isRight }) => isRight).length;
  const strays = trials.flatMap(({ strayErrors }) => strayErrors);
  return [...rows, `${right} of ${trials.length} right, ${strays.length} unrelated errors`, ...strays].join('\n');
}

function shareRight(trials: readonly Trial[]): number {
  return trials.filter(({ isRight }) => isRight).length / trials.length;
}

describe('accidents', () => {
  const trials = plantAll(
    accidents,
    ({ codes }) => codes,
    ({ codes }, fresh, { block }) =>
      fresh.some((p) => codes.includes(p.code) && (block === undefined || p.block === undefined || p.block === block)),
  );

  it('are found by the right rule, 95 in 100, and of each kind four in five', () => {
    console.log(tell(trials, accidents));
    expect(shareRight(trials)).toBeGreaterThanOrEqual(0.95);
    const weak = accidents.filter(({ kind }) => {
      const own = trials.filter((trial) => trial.kind === kind);
      return own.length >= 5 && shareRight(own) < 0.8;
    });
    expect(weak.map(({ kind }) => kind)).toEqual([]);
  });

  it('bring at most one unrelated error in 500', () => {
    const strays = trials.flatMap(({ strayErrors }) => strayErrors);
    expect(strays.length, strays.join('\n')).toBeLessThanOrEqual(trials.length / 500);
  });
});

describe('what is right and has looked wrong', () => {
  const trials = plantAll(
    innocents,
    ({ silent }: Innocent) => silent,
    ({ silent }, fresh) => !fresh.some(({ code }) => silent.includes(code)),
  );

  it('is left alone, 95 in 100', () => {
    console.log(tell(trials, innocents));
    expect(shareRight(trials)).toBeGreaterThanOrEqual(0.95);
  });

  it('brings at most one unrelated error in 500', () => {
    const strays = trials.flatMap(({ strayErrors }) => strayErrors);
    expect(strays.length, strays.join('\n')).toBeLessThanOrEqual(trials.length / 500);
  });
});
