import { isPartOfCase, partsNamed, partsOfCase } from '../../analysis/case-parts';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { voicesIn } from '../../analysis/sentence-voices';
import type { Library } from '../../library/types';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, span, spanAround } from '../../text/span';
import { defineBlockRule } from '../rule';

export const partOutsideCase = defineBlockRule({
  code: 'IMR417',
  name: 'part-outside-case',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'A sentence about this patient names a part of the body that neither summary nor headings mention.',
  why: 'Such a sentence is often left from another letter, or the summary lacks a complaint that decided the item. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Correct the part, delete the sentence, or add the complaint to the summary.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The MTUS recommends opioids for severe knee pain. The injured worker has pain of the
right shoulder without a gain from Norco, which should be weaned. The request for Norco 10/325mg #60 is
      ^^^^^^^^
not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has pain of
the right arm. Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The MTUS recommends opioids for severe knee pain. The injured worker has pain of the
right shoulder without a gain from Norco, which should be weaned. The request for Norco 10/325mg #60 is
not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    if (!ask(caseSummary)?.prose.text || ask(partsOfCase).size === 0) return;
    const seen = new Set<string>();
    for (const name of ask(namesIn, body)) {
      const parts = partsNamed(ask.library, name);
      if (
        parts.length === 0 ||
        !parts.every((id) => isOfComplaints(ask.library, id)) ||
        parts.some((id) => seen.has(id) || isPartOfCase(ask, id))
      )
        continue;
      if (body.text.charAt(name.end) === ':' || !isToldOfPatient(ask, body, name)) continue;
      for (const id of parts) seen.add(id);
      yield {
        span: toSourceSpan(body, name),
        message: `Neither the summary nor a heading mentions "${body.text.slice(name.start, name.end)}".`,
      };
    }
  },
});

/** The stomach and the eye also stand for side effects and figures of speech, the spine for any of its parts. */
function isOfComplaints(library: Library, part: string): boolean {
  const { complaints, axis } = library.bodyPart(part) ?? {};
  return complaints === true && !axis;
}

/** The sentence is about this case and neither about patients in general nor about what may be. */
function isToldOfPatient(ask: Ask, body: Reading, name: Span): boolean {
  const sentence = spanAround(ask(voicesIn, body), name);
  if (sentence?.voice !== 'case' || sentence.advises) return false;
  const concepts = ask(conceptsIn, body);
  const before = span(sentence.start, name.start);
  return !hasWithin(concepts.of('part.unsure'), sentence) && !hasWithin(concepts.of('voice.general'), before);
}
