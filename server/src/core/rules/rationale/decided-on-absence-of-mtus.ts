import { conceptsIn } from '../../analysis/concepts';
import { conclusionOf } from '../../analysis/conclusions';
import { sentencesIn } from '../../analysis/sentences';
import type { ConceptMatches } from '../../library/lexicon/lexicon';
import { toSourceSpan } from '../../text/reading';
import { type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const decidedOnAbsenceOfMtus = defineBlockRule({
  code: 'IMR312',
  name: 'decided-on-absence-of-mtus',
  severity: 'warning',
  fix: null,
  reads: 'block',
  summary: 'The only reason for the denial is that the MTUS does not address the treatment.',
  why: 'Treatment shall not be denied on the sole basis that the condition or injury is not addressed by the MTUS (8 CCR 9792.21(d)). If the MTUS is silent, the search goes on to the most current ACOEM or ODG, other current guidelines, and studies (8 CCR 9792.21.1).',
  repair: 'Say what another guideline, a study, or the standard of practice requires, and what this record lacks.',
  examples: {
    bad: [
      {
        blocks: `Inversion table: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods.

Decision rationale: The injured worker asks for an inversion table. The MTUS does not address
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^
inversion tables. Therefore, the request is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Inversion table: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back.

Decision rationale: The MTUS does not address inversion tables. The Official Disability Guidelines
find no lasting benefit, and the injured worker has had none. The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    if (block.heading.outcome.value !== 'Upheld' || !ask(conclusionOf, block)) return;
    const said = ask(conceptsIn, body);
    if (!said.has('mtus.unaddressed') || said.has('source.other')) return;
    const sentences = ask(sentencesIn, body);
    const isSilent = (sentence: Span): boolean => spansWithin(said.of('mtus.unaddressed'), sentence).length > 0;
    const silent = sentences.find(isSilent);
    if (!silent || sentences.some((sentence) => !isSilent(sentence) && givesReason(said, sentence))) return;
    yield {
      span: toSourceSpan(body, silent),
      message: 'The only reason given is that the MTUS does not address the treatment.',
    };
  },
});

/** How close before the conclusion a word belongs to it: `not medically necessary`. UTF-16 units. */
const near = 41;

/** A sentence that weighs something: what is missing, what was tried, what was found. */
function givesReason(said: ConceptMatches, sentence: Span): boolean {
  const predicates = spansWithin(said.of('conclusion.predicate'), sentence);
  return spansWithin(said.of('reasoning.word'), sentence).some(
    ({ end }) => !predicates.some(({ start }) => end <= start && start - end <= near),
  );
}
