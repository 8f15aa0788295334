import { conceptsIn } from '../../analysis/concepts';
import { measuresIn } from '../../analysis/measures';
import { namesIn } from '../../analysis/names';
import type { DrugEntry } from '../../library/entries';
import type { NameMatch } from '../../library/types';
import type { Measure, Strength } from '../../model/measures';
import { findStrengths } from '../../model/strengths';
import type { Finding } from '../../problem/problem';
import { toSourceSpan } from '../../text/reading';
import { defineBlockRule } from '../rule';

/** Between a name and its strength. */
const farthest = 24;

export const implausibleStrength = defineBlockRule({
  code: 'IMR505',
  name: 'implausible-strength',
  severity: 'hint',
  fix: null,
  reads: 'block',
  summary: 'The drug is not made in this strength, or the unit is not a unit.',
  why: 'An authorization is filled as written (8 CCR 9792.10.7). With a strength that no pharmacy has, or a patch without its hourly rate, the parties have to ask again.',
  repair:
    'Check the request for authorization and write the strength and unit as on the label. The library may lack a new product; if so, leave the text as it is.',
  examples: {
    bad: [
      {
        blocks: `Soma 305 mg #90: Upheld
     ^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).

Decision rationale: Soma is not recommended for more than three weeks, and the injured worker has taken it for
a year. It should be tapered. The request for Soma 305 mg #90 is not medically necessary.

Fentanyl patch 50 microgram (Ugm) every 2 days #15: Upheld
               ^^^^^^^^^^^^
                             ^^^

Claims Administrator guideline: Decision based on MTUS Opioid Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain.

Decision rationale: The injured worker has shown no gain from fentanyl, which should be tapered. The request for Fentanyl patch
50 microgram (Ugm) every 2 days #15 is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Norco 10mg #60, Soma 350mg, Fentanyl patch 50 mcg/hr, Gabapentin 10% cream and Duragesic 25mcg/hr: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain.

Decision rationale: The injured worker has shown no gain from these drugs, which should be tapered. The request for them is
not medically necessary.`,
      },
      {},
    ],
  },
  *check({ ask, block }) {
    const reading = block.heading.item.disputed;
    const concepts = ask(conceptsIn, reading);
    for (const { start, end } of concepts.of('unit.mistyped')) {
      const unit = /(?<![A-Za-z])[A-Za-z]+$/.exec(reading.text.slice(start, end))?.[0] ?? '';
      yield {
        span: toSourceSpan(reading, { start: end - unit.length, end }),
        message: `"${unit}" is not a unit.`,
      };
    }
    if (concepts.has('drug.made-up')) return;
    const names = ask(namesIn, reading);
    for (const name of names) {
      const strength = strengthBehind(ask(measuresIn, reading), name, names);
      const fault =
        strength &&
        faultOf(
          strength,
          name.ids.flatMap((id) => ask.library.drug(id) ?? []),
          concepts.has('drug.patch'),
        );
      if (fault) yield { span: toSourceSpan(reading, strength), ...fault };
    }
  },
});

/** The strength that stands right behind a drug's name, before any other name. */
function strengthBehind(
  measures: readonly Measure[],
  name: NameMatch,
  names: readonly NameMatch[],
): Strength | undefined {
  if (!name.sure || !isDrug(name)) return undefined;
  const next = names.find((other) => other.start >= name.end && isDrug(other))?.start ?? Number.POSITIVE_INFINITY;
  const found = measures.filter(isStrength).find(({ start }) => start >= name.end);
  return found && found.start < next && found.start - name.end <= farthest ? found : undefined;
}

function isDrug({ kind }: NameMatch): boolean {
  return kind === 'drug' || kind === 'brand' || kind === 'generic';
}

type Fault = Pick<Finding, 'message'>;

/** What is wrong with a strength; undefined where it is one of the drugs' own, or where not all of them are known. */
function faultOf(strength: Strength, drugs: readonly DrugEntry[], isPatch: boolean): Fault | undefined {
  const labeled = drugs.map(({ strengths = [] }) => strengths.map((text) => findStrengths(text)[0]));
  if (labeled.length === 0 || labeled.some((list) => list.length === 0 || list.includes(undefined))) return undefined;
  const known = labeled.flat().filter((one): one is Strength => one !== undefined);
  const isRate = known.some(({ unit }) => unit === 'mcg/hr');
  if (isRate && strength.unit === 'mcg' && (isPatch || known.every(({ unit }) => unit === 'mcg/hr'))) {
    return { message: 'The strength of a patch is its rate in mcg/hr.' };
  }
  if (known.some((one) => isSame(strength, one))) return undefined;
  const list = [...new Set(drugs.flatMap(({ strengths = [] }) => strengths))].slice(0, 8).join(', ');
  return { message: `Unknown strength. Known strengths: ${list}.` };
}

function isStrength(measure: Measure): measure is Strength {
  return measure.kind === 'strength';
}

/** All amounts agree, or the one that is given is the first of a combination. */
function isSame(asked: Strength, known: Strength): boolean {
  const [a, b] = [inMilligrams(asked), inMilligrams(known)];
  if (!a || !b) return asked.unit === known.unit && asked.values[0] === known.values[0];
  const count = Math.min(asked.values.length, known.values.length);
  return asked.values.length <= known.values.length && a.slice(0, count).every((value, i) => value === b[i]);
}

const milligramsIn: Readonly<Record<string, number>> = { mcg: 0.001, mg: 1, g: 1000 };

/** Undefined for units that are no weight. */
function inMilligrams({ values, unit }: Strength): readonly number[] | undefined {
  const factor = milligramsIn[unit ?? 'mg'];
  return factor === undefined ? undefined : values.map((value) => Math.round(value * factor * 10_000) / 10_000);
}
