import { conclusionOf } from '../../analysis/conclusions';
import { sentencesIn } from '../../analysis/sentences';
import { toSourceSpan } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const decidedOnAbsenceOfMtus = defineBlockRule({
  code: 'IMR312',
  name: 'decided-on-absence-of-mtus',
  severity: 'warning',
  fix: null,
  reads: 'block',
  summary: 'A denial whose only reason is that the MTUS does not address the treatment.',
  why: '8 CCR 9792.21(c): treatment shall not be denied on the sole basis that the condition or injury is not addressed by the MTUS. Where it is silent, the search goes on to ACOEM or ODG, other guidelines and studies (8 CCR 9792.21.1).',
  repair: 'Say what another guideline, a study or the standard of practice asks for, and what this record lacks.',
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
    if (block.heading.outcome.value !== 'Upheld' || !ask(conclusionOf, block) || !silence.test(body.text)) return;
    const sentences = ask(sentencesIn, body);
    const reasons = sentences.filter((sentence) => {
      const words = body.text.slice(sentence.start, sentence.end);
      return !silence.test(words) && isReason.test(words);
    });
    const silent = sentences.find((sentence) => silence.test(body.text.slice(sentence.start, sentence.end)));
    if (reasons.length > 0 || !silent || otherSource.test(body.text)) return;
    yield {
      span: toSourceSpan(body, silent),
      message:
        'the only reason given is that the MTUS does not address the treatment, on which alone nothing may be denied (8 CCR 9792.21(c)). Name what another guideline or study asks for and what the record lacks.',
    };
  },
});

const silence =
  /\b(?:MTUS|ACOEM)\b.{0,60}\b(?:(?:is|are) silent|(?:does|do) not (?:specifically )?(?:address|discuss|mention|cover)|(?:has|have|makes?) no recommendation)|\bnot addressed (?:by|in) the (?:CA |California )?MTUS\b/i;
/** A sentence that weighs something: what is missing, what was tried, what was found. */
const isReason =
  /\b(?:not|no|lack|fail|without|however|unclear|insufficient|exceed|evidence|document|record|exam|recommend|guideline|criteria|indicat|support|benefit|improve|already|previous|prior|tried|trial)\w*\b(?!.{0,40}\bmedically necessary)/i;
const otherSource =
  /\b(?:ODG|Official Disability Guidelines?|stud(?:y|ies)|literature|journal|FDA|Cochrane|guidelines? (?:from|of) the|UpToDate|standard of (?:care|practice))\b/i;
