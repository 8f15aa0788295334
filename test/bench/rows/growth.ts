// How the time of everything that is done with a letter grows with its length: the worst of all features in all shapes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Figure, Setup } from '../figure';
import { exponentOf, type Point } from '../growth/exponent';
import { type Feature, features, steps } from '../growth/features';
import { type Shape, shapes } from '../growth/shapes';
import { sampleLetter } from '../letter';

/** Milliseconds of processor time; what took longer is not asked about a text of twice the length. */
const patience = { quick: 80, whole: 2000 };
const smallest = 8_000;
const largest = { quick: 130_000, whole: 1_030_000 };

interface Growth {
  readonly feature: string;
  readonly shape: string;
  readonly exponent: number;
}

export async function measureGrowth({ root, isQuick }: Setup): Promise<readonly Figure[]> {
  const letter = sampleLetter(root);
  const mode = isQuick ? 'quick' : 'whole';
  const found = Object.entries(shapes).flatMap(([name, shape]) => growthIn(letter, name, shape, mode));
  const worst = found.toSorted((a, b) => b.exponent - a.exponent);
  const steep = worst.filter(isSteep);
  const names = [...new Set(steep.map(({ feature }) => feature))];
  const note = worst.slice(0, 5).map(({ feature, shape, exponent }) => `${feature}, ${shape} ${exponent.toFixed(1)}`);
  return [
    {
      name: 'growth of the worst feature',
      unit: 'exponent',
      target,
      value: worst[0]?.exponent ?? Number.NaN,
      note: note.join('; '),
    },
    { name: 'features that grow faster', unit: 'features', target: 0, value: names.length, note: names.join(', ') },
  ];
}

const target = 1.2;

/**
 * What seems steep is measured again, and of each length the least time counts: a machine that was busy, or the collection of what
 * others left behind, is no growth.
 */
function growthIn(letter: string, shape: string, make: Shape, mode: 'quick' | 'whole'): Growth[] {
  const times: Times = new Map();
  let growths: Growth[] = [];
  for (let round = 0; round < rounds && (round === 0 || growths.some(isSteep)); round++) {
    measureShape(times, letter, make, mode);
    growths = [...times].flatMap(([feature, bySize]) => {
      const exponent = exponentOf([...bySize].map(([size, time]): Point => ({ size, time })));
      return exponent === undefined ? [] : [{ feature, shape, exponent }];
    });
  }
  return growths;
}

const rounds = 5;

function isSteep({ exponent }: Growth): boolean {
  return exponent > target;
}

/** The least milliseconds that a feature took, by the length of the text. */
type Times = Map<string, Map<number, number>>;

/** Measures every feature on ever longer texts of one shape. */
function measureShape(times: Times, letter: string, make: Shape, mode: 'quick' | 'whole'): void {
  const tired = new Set<string>();
  for (let size = smallest; size <= largest[mode] && !tired.has('parse') && !tired.has('check'); size *= 2) {
    const text = make(letter, size);
    const take = <T>(feature: string, run: () => T): T => {
      const before = process.cpuUsage();
      const result = run();
      const { user, system } = process.cpuUsage(before);
      const time = (user + system) / 1000;
      const bySize = times.get(feature) ?? new Map<number, number>();
      times.set(feature, bySize.set(text.length, Math.min(time, bySize.get(text.length) ?? time)));
      if (time > patience[mode]) tired.add(feature);
      return result;
    };
    collectGarbage();
    const parsed = take('parse', () => steps.parse(text));
    const checked = { ...take('check', () => steps.check(parsed)), offsets: placesIn(text) };
    for (const [name, feature] of Object.entries<Feature>(features)) {
      if (!tired.has(name)) take(name, () => feature(checked));
    }
  }
}

/** What earlier lengths left behind would be paid for by whatever runs when it is collected. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function placesIn(text: string): readonly number[] {
  return [0.1, 0.5, 0.9].map((part) => Math.floor(part * text.length));
}
