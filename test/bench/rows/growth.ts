// How the time of everything that is done with a letter grows with its length: the worst of all features in all shapes.
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
  const steep = worst.filter(({ exponent }) => exponent > target);
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

function growthIn(letter: string, shape: string, make: Shape, mode: 'quick' | 'whole'): Growth[] {
  const points = new Map<string, Point[]>();
  const isTired = (feature: string) => (points.get(feature)?.at(-1)?.time ?? 0) > patience[mode];
  for (let size = smallest; size <= largest[mode] && !isTired('parse') && !isTired('check'); size *= 2) {
    const text = make(letter, size);
    const take = <T>(feature: string, run: () => T): T => {
      const before = process.cpuUsage();
      const result = run();
      const { user, system } = process.cpuUsage(before);
      const known = points.get(feature) ?? [];
      points.set(feature, [...known, { size: text.length, time: (user + system) / 1000 }]);
      return result;
    };
    const parsed = take('parse', () => steps.parse(text));
    const checked = { ...take('check', () => steps.check(parsed)), offsets: placesIn(text) };
    for (const [name, feature] of Object.entries<Feature>(features)) {
      if (!isTired(name)) take(name, () => feature(checked));
    }
  }
  return [...points].flatMap(([feature, known]) => {
    const exponent = exponentOf(known);
    return exponent === undefined ? [] : [{ feature, shape, exponent }];
  });
}

function placesIn(text: string): readonly number[] {
  return [0.1, 0.5, 0.9].map((part) => Math.floor(part * text.length));
}
