import { amountTexts } from '../../analysis/amount-texts';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { measuresIn } from '../../analysis/measures';
import { namesIn } from '../../analysis/names';
import type { NameMatch } from '../../library/types';
import type { DecisionBlock } from '../../model/letter';
import type { Measure, Strength } from '../../model/measures';
import { findMisreadAmounts } from '../../model/misread';
import { findStrengths } from '../../model/strengths';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { matchAt } from '../../text/matches';
import { type Reading, toSourceSpan } from '../../text/reading';
import { firstFrom, spanBehind } from '../../text/span';
import { defineBlockRule } from '../rule';

/** Between a name and its strength. */
const farthest = 24;

export const implausibleStrength = defineBlockRule({
  code: 'IMR505',
  name: 'implausible-strength',
  severity: 'hint',
  fix: 'review',
  reads: 'block',
  summary: 'The drug or brand is not made in this strength, the unit is not a unit, or the number contains a letter.',
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
      {
        blocks: `Norco 10 325 mg #60: Upheld
      ^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain.

Decision rationale: The injured worker has shown no gain from Norco, which should be tapered. The request for Norco 10/325 mg
#60 is not medically necessary.`,
      },
      {
        blocks: `Tramadol 1OOmg #60: Upheld
         ^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain.

Decision rationale: The injured worker has shown no gain from tramadol, which should be tapered. She takes Ultram 100mg at
                                                                                                                  ^^^^^
night. The request for it is not medically necessary.`,
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
    yield* misreadStrengths(ask, block);
    for (const each of amountTexts(ask, block)) yield* lostSeparators(ask, each);
    if (concepts.has('drug.made-up')) return;
    yield* strengthFaults(ask, reading, ask(namesIn, reading), concepts.has('drug.patch'));
    // The rationale may name another product of the drug.
    const { body } = block.fields.rationale;
    const named = ask(mentionsIn, block, body).filter((name) => strengthsOfBrand(ask, name) !== undefined);
    yield* strengthFaults(ask, body, named, false);
  },
});

/** `5OOmg`, with letters for digits; what concerns the quantity is IMR402. */
function* misreadStrengths(ask: Ask, block: DecisionBlock): Generator<Finding> {
  for (const reading of amountTexts(ask, block)) {
    for (const amount of findMisreadAmounts(reading.text)) {
      if (amount.kind !== 'strength') continue;
      const place = toSourceSpan(reading, amount);
      const printed = reading.text.slice(amount.start, amount.end);
      yield {
        span: place,
        message: `"${printed}" contains a letter where a digit is meant.`,
        fixes: [{ title: `Write "${amount.meant}"`, kind: 'review', edits: [replace(place, amount.meant)] }],
      };
    }
  }
}

/** `Norco 7.5 325 mg`: two amounts without a mark between them, which together are a strength of the drug. */
function* lostSeparators(ask: Ask, reading: Reading): Generator<Finding> {
  for (const name of ask(namesIn, reading)) {
    const found = matchAt(reading.text, twoAmounts, name.end);
    const [, space = '', first = '', gap = '', second = ''] = found ?? [];
    if (!found) continue;
    const known = name.ids.flatMap((id) => ask.library.drug(id)?.strengths ?? []).flatMap(findStrengths);
    const isOne = known.some(({ values }) => values[0] === Number(first) && values[1] === Number(second));
    if (!isOne) continue;
    const start = name.end + space.length;
    const place = toSourceSpan(reading, { start, end: start + `${first}${gap}${second}`.length });
    yield {
      span: place,
      message: `A slash or hyphen is missing between "${first}" and "${second}".`,
      fixes: [{ title: `Write "${first}/${second}"`, kind: 'review', edits: [replace(place, `${first}/${second}`)] }],
    };
  }
}

const twoAmounts = /( )(\d{1,3}(?:\.\d{1,2})?)( )(\d{2,4})(?= ?mg\b)/y;

function* strengthFaults(
  ask: Ask,
  reading: Reading,
  names: readonly NameMatch[],
  isPatch: boolean,
): Generator<Finding> {
  if (names.length === 0) return;
  const strengths = ask(measuresIn, reading).filter(isStrength);
  for (const name of names) {
    const strength = strengthBehind(reading.text, strengths, name, ask(namesIn, reading));
    const fault = strength && faultOf(ask, strength, name, isPatch);
    if (fault) yield { span: toSourceSpan(reading, strength), ...fault };
  }
}

/** The strengths that a brand is made in, where they are not those of its drug. */
function strengthsOfBrand({ library }: Ask, { ids, name }: NameMatch): readonly string[] | undefined {
  const strengths = ids.flatMap((id) => library.drug(id)?.brandStrengths?.[name] ?? []);
  return strengths.length > 0 ? strengths : undefined;
}

/** The strength that stands right behind a drug's name, before any other name. */
function strengthBehind(
  text: string,
  strengths: readonly Strength[],
  name: NameMatch,
  names: readonly NameMatch[],
): Strength | undefined {
  if (!name.sure || !isDrug(name)) return undefined;
  const found = spanBehind(strengths, name.end);
  if (!found || found.start - name.end > farthest) return undefined;
  for (let i = firstFrom(names, name.end); i < names.length; i++) {
    const other = names[i] as NameMatch;
    if (other.start > found.start) break;
    if (isDrug(other)) return undefined;
  }
  // Of `7.5 325 mg`, whose slash was lost, the first amount is not read.
  return /\d $/.test(text.slice(name.end, found.start)) ? undefined : found;
}

function isDrug({ kind }: NameMatch): boolean {
  return kind === 'drug' || kind === 'brand' || kind === 'generic';
}

type Fault = Pick<Finding, 'message'>;

/** What is wrong with a strength; undefined where it is one of the drugs' own, or where not all of them are known. */
function faultOf(ask: Ask, strength: Strength, name: NameMatch, isPatch: boolean): Fault | undefined {
  const ofBrand = strengthsOfBrand(ask, name);
  const ofDrugs = name.ids.flatMap((id) => ask.library.drug(id) ?? []).map(({ strengths = [] }) => strengths);
  const printed = ofBrand ? [ofBrand] : ofDrugs;
  const labelled = printed.map(readLabels);
  if (labelled.length === 0 || labelled.some((list) => list.length === 0 || list.includes(undefined))) return undefined;
  const known = labelled.flat().filter((one): one is Strength => one !== undefined);
  const isRate = known.some(({ unit }) => unit === 'mcg/hr');
  if (isRate && strength.unit === 'mcg' && (isPatch || known.every(({ unit }) => unit === 'mcg/hr'))) {
    return { message: 'Give the strength of a patch as its rate in mcg/hr.' };
  }
  if (known.some((one) => isSame(strength, one))) return undefined;
  const list = [...new Set(printed.flat())].slice(0, 8).join(', ');
  const whose = ofBrand ? `${name.name}` : 'the drug';
  return { message: `Unknown strength of ${whose}. Known strengths: ${list}.` };
}

// Entries never change, and letters name the same drugs again and again.
const labels = new WeakMap<readonly string[], readonly (Strength | undefined)[]>();

/** The strengths that the library lists, as amounts; undefined for what is none. */
function readLabels(listed: readonly string[]): readonly (Strength | undefined)[] {
  let read = labels.get(listed);
  if (!read) {
    read = listed.map((text) => findStrengths(text)[0]);
    labels.set(listed, read);
  }
  return read;
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
