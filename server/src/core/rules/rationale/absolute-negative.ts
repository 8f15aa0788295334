import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { phrasesIn } from '../../analysis/phrases';
import { voicesIn } from '../../analysis/sentence-voices';
import { sentencesIn } from '../../analysis/sentences';
import type { ConceptId } from '../../library/lexicon/generated/concept-id';
import type { ConceptMatches } from '../../library/lexicon/lexicon';
import { type Reading, toSourceSpan } from '../../text/reading';
import { contains, hasWithin, type Span, spanAround, spanAt } from '../../text/span';
import { defineBlockRule } from '../rule';

export const absoluteNegative = defineBlockRule({
  code: 'IMR310',
  name: 'absolute-negative',
  severity: 'hint',
  fix: null,
  reads: 'case',
  summary: 'The rationale says that the record has nothing about a matter that the summary mentions.',
  why: 'Panels of the Appeals Board have set determinations aside because "no documentation" was plainly wrong: the report was in the file (McAtee, Bowen; Labor Code 4610.6(h), a plainly erroneous finding of fact). This is a question for the reviewer. It does not mean that the sentence is wrong.',
  repair: 'Check the record. If the matter is there, say what it shows and why that is not enough.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. A urine drug screen of
11/30/2016 was consistent. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: There is no documentation of urine drug screens, and Norco should be weaned. The
                             ^^^^^^^^^^^^^^^^^^^
request of the injured worker for Norco 10/325mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Treatment has included acupuncture.
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The injured worker has never had acupuncture. Norco should be weaned. The
                                       ^^^^^^^^^^^^^
request of the injured worker for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She had acupuncture.
Utilization review on 12/07/2016 denied acupuncture.`,
        blocks: `Acupuncture for the low back: Upheld

Claims Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.

MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.

Decision rationale: There is no indication that the injured worker would need acupuncture beside exercise. The
request for acupuncture is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. A urine drug screen of
11/30/2016 was consistent. Utilization review on 12/07/2016 denied a urine drug screen.`,
        blocks: `Urine drug screen: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: There is no documentation that would justify the need for another urine drug screen of the injured worker.
The request for a urine drug screen is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. A urine drug screen of
11/30/2016 was consistent. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The record fails to document sufficient urine drug screens, and Norco should be weaned.
The request of the injured worker for Norco 10/325mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. No urine drug screen
was done. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: There is no documentation of urine drug screens, and Norco should be weaned. The
request of the injured worker for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const reading = ask(caseSummary)?.prose;
    if (!reading) return;
    const seen = new Set<Matter>();
    const denied = ask(conceptsIn, body);
    // More of what is asked for is denied, and not what was given before.
    const asked = ask(conceptsIn, block.heading.item.reading);
    for (const negative of negativesIn(ask, body)) {
      const rest = { start: startOfClause(body.text, denied, negative), end: endOfClause(body.text, negative.end) };
      if (hasWithin(denied.of('record.need'), rest) || hasWithin(denied.of('record.weighed'), rest)) continue;
      for (const matter of matters) {
        if (seen.has(matter) || asked.has(matter.denied) || !hasWithin(denied.of(matter.denied), rest)) continue;
        const counter = counterPassage(ask, reading, matter);
        if (!counter) continue;
        seen.add(matter);
        yield {
          span: toSourceSpan(body, negative),
          message: `The rationale says "${quoted(body, negative)}", but the summary mentions ${matter.name}.`,
          related: [{ span: toSourceSpan(reading, counter), message: `The summary on ${matter.name}` }],
        };
        break;
      }
    }
  },
});

interface Matter {
  readonly name: string;
  /** How a denial names it. */
  readonly denied: ConceptId;
  /** How a record that holds it speaks. */
  readonly told: ConceptId;
}

/** What denials turn on, and what in the summary answers it. */
const matters: readonly Matter[] = [
  { name: 'drug screening', denied: 'record.drug-screen', told: 'record.drug-screen' },
  {
    name: 'pain relief or function with treatment',
    denied: 'record.benefit.denied',
    told: 'record.benefit.told',
  },
  { name: 'conservative care', denied: 'record.conservative.denied', told: 'record.conservative.told' },
  { name: 'neurological findings', denied: 'record.neurology.denied', told: 'record.neurology.told' },
  { name: 'nerve symptoms', denied: 'record.radiation.denied', told: 'record.radiation.told' },
  { name: 'stomach complaints', denied: 'record.stomach.denied', told: 'record.stomach.told' },
  { name: 'mood complaints', denied: 'record.mood.denied', told: 'record.mood.told' },
  { name: 'spasms or guarding', denied: 'record.spasm', told: 'record.spasm' },
  { name: 'joint instability', denied: 'record.instability.denied', told: 'record.instability.told' },
  { name: 'arthritis', denied: 'record.arthritis', told: 'record.arthritis' },
  { name: 'loss of motion or function', denied: 'record.motion.denied', told: 'record.motion.told' },
  { name: 'an examination', denied: 'record.exam.denied', told: 'record.exam.told' },
  { name: 'X-rays', denied: 'record.film.denied', told: 'record.film.told' },
  { name: 'an imaging study', denied: 'record.imaging.denied', told: 'record.imaging.told' },
  { name: 'physical therapy', denied: 'record.therapy.denied', told: 'record.therapy.told' },
  { name: 'chiropractic care', denied: 'record.chiropractic', told: 'record.chiropractic' },
  { name: 'acupuncture visits', denied: 'record.acupuncture', told: 'record.acupuncture' },
  { name: 'an injection', denied: 'record.injection', told: 'record.injection' },
  { name: 'an operation', denied: 'record.operation', told: 'record.operation' },
  { name: 'home exercise', denied: 'record.home-exercise', told: 'record.home-exercise' },
  { name: 'sleep', denied: 'record.sleep.denied', told: 'record.sleep.told' },
  { name: 'first-line drugs', denied: 'record.first-line.denied', told: 'record.first-line.told' },
];

function negativesIn(ask: Ask, body: Reading): Span[] {
  const voices = ask(voicesIn, body);
  return ask(phrasesIn, body).filter((match) => {
    const voice = spanAround(voices, match)?.voice;
    return match.phrase.use === 'absolute-negative' && voice !== 'guideline' && voice !== 'patients-in-general';
  });
}

/** The words of a denial, without the one that leads on: `no indication` of `no indication the`. */
function quoted({ text }: Reading, { start, end }: Span): string {
  return text.slice(start, end).replace(/ (?:the|of|that|to|in|as|for|any|an?)$/i, '');
}

/** Of `Spasm is not recorded`, the matter stands before the verb. */
function startOfClause(text: string, denied: ConceptMatches, { start }: Span): number {
  if (!spanAt(denied.of('record.passive'), start)) return start;
  const before = text.slice(Math.max(0, start - 120), start);
  const mark = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf(', '));
  return mark < 0 ? start - before.length : start - before.length + mark + 2;
}

function endOfClause(text: string, from: number): number {
  const end = /[.;,]/.exec(text.slice(from, from + 200))?.index;
  return from + (end ?? Math.min(200, text.length - from));
}

/** Where a sentence of the summary that denies nothing speaks of the matter. */
function counterPassage(ask: Ask, reading: Reading, { told }: Matter): Span | undefined {
  const said = ask(conceptsIn, reading);
  const passages = said.of(told);
  if (passages.length === 0) return undefined;
  const open = ask(sentencesIn, reading).filter((sentence) => !hasWithin(said.of('record.withheld'), sentence));
  return passages.find((passage) => open.some((sentence) => contains(sentence, passage)));
}
