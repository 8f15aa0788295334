import { caseSummary } from '../../analysis/case-summary';
import type { Ask } from '../../analysis/fact';
import { phrasesIn } from '../../analysis/phrases';
import { sentencesIn } from '../../analysis/sentences';
import { type Reading, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineBlockRule } from '../rule';

export const absoluteNegative = defineBlockRule({
  code: 'IMR310',
  name: 'absolute-negative',
  severity: 'hint',
  fix: null,
  reads: 'case',
  summary: 'The rationale says that the record holds nothing on a matter of which the summary speaks.',
  why: 'Panels of the Appeals Board have set determinations aside because "no documentation" was plainly wrong: the report was in the file (McAtee, Bowen; Labor Code 4610.6(h)). This is a question to the reviewer, not a finding that the sentence is wrong.',
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
    ],
    good: [
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
    for (const negative of negativesIn(ask, body)) {
      const rest = body.text.slice(negative.start, endOfClause(body.text, negative.end));
      for (const matter of matters) {
        if (seen.has(matter) || !matter.denied.test(rest)) continue;
        const counter = counterPassage(ask, reading, matter);
        if (!counter) continue;
        seen.add(matter);
        yield {
          span: toSourceSpan(body, negative),
          message: `"${body.text.slice(negative.start, negative.end)}", and the summary speaks of ${matter.name}. Verify it against the record: a plainly wrong "no documentation" can undo the determination (Labor Code 4610.6(h)).`,
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
  readonly denied: RegExp;
  /** How a record that holds it speaks. */
  readonly told: RegExp;
}

/** What denials turn on, and what in the summary answers it. */
const matters: readonly Matter[] = [
  {
    name: 'drug screening',
    denied: /\b(?:urine )?(?:drug|toxicology) (?:screen|test)|\bUDS\b/i,
    told: /\b(?:urine )?(?:drug|toxicology) (?:screen|test)\w*|\bUDS\b/i,
  },
  {
    name: 'pain relief or function with treatment',
    denied: /\b(?:functional (?:improvement|benefit|gain)|improvement|pain relief|benefit|efficacy|reduction in pain)/i,
    told: /\b(?:pain (?:was|is)? ?(?:partially )?(?:relieved|improved|better)|(?:helped|helps|relieved by|improve(?:d|ment) (?:in|with|of))|\d{1,2}% (?:better|improve\w*|relief)|ability to (?:work|do|perform)|with(?:out)? medications? (?:is |was )?\d)/i,
  },
  {
    name: 'conservative care',
    denied: /\b(?:conservative (?:care|treatment|therapy|management)|physical therapy|home exercise)/i,
    told: /\b(?:physical therapy|physiotherapy|chiropractic (?:treatment|therapy|care)|home exercise program)\b/i,
  },
  {
    name: 'neurological findings',
    denied:
      /\b(?:neurolog\w+|radicul\w+|nerve (?:root )?(?:compromise|impairment|dysfunction)|sensory|motor|myotom\w+|dermatom\w+)/i,
    told: /\b(?:decreased|diminished|reduced|absent|positive) (?:\w+ ){0,3}(?:sensation|reflex\w*|straight leg|strength|Spurling\S*|dermatom\w+)|\b(?:foot drop|4\/5|4\+? (?:out of|over) 5|weakness (?:in|of|was))\b/i,
  },
  {
    name: 'sleep',
    denied: /\b(?:sleep|insomnia)/i,
    told: /\b(?:poor sleep|sleep (?:quality|study|was|is)|insomnia|difficulty sleeping|awaken\w*)\b/i,
  },
];

function negativesIn(ask: Ask, body: Reading): Span[] {
  return ask(phrasesIn, body).filter(({ phrase }) => phrase.use === 'absolute-negative');
}

function endOfClause(text: string, from: number): number {
  const end = /[.;,]/.exec(text.slice(from, from + 200))?.index;
  return from + (end ?? Math.min(200, text.length - from));
}

/** A sentence of the summary that holds the matter and denies nothing. */
function counterPassage(ask: Ask, reading: Reading, { told }: Matter): Span | undefined {
  for (const sentence of ask(sentencesIn, reading)) {
    const words = reading.text.slice(sentence.start, sentence.end);
    const match = told.exec(words);
    if (!match || withheld.test(words)) continue;
    return { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
  }
  return undefined;
}

const withheld =
  /\b(?:no|not|nor|without|lack|denied|den(?:y|ies)|certified|utilization review|UR|request\w*|plan|recommend\w*)\b/i;
