import { phrasesIn } from '../../analysis/phrases';
import { toSourceSpan } from '../../text/reading';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const unsuitableSource = defineBlockRule({
  code: 'IMR215',
  name: 'unsuitable-source',
  severity: 'warning',
  fix: null,
  reads: 'block',
  summary: 'A slide-sharing site, encyclopedia, store, or blog is cited as evidence.',
  why: '8 CCR 9792.21.1 says where to search for evidence: the MTUS, the most current ACOEM or ODG, other recognized guidelines, and studies. Where recommendations conflict, the MTUS methodology looks for the best evidence (8 CCR 9792.25 and 9792.25.1). A page that anyone can write is not evidence.',
  repair: 'Cite the guideline or study behind the page.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Wikipedia, Knee brace.
                                                ^^^^^^^^^
Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Doe J. Braces. UpToDate, accessed 01/02/2017.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const body = reviewerField(block)?.body;
    if (!body) return;
    for (const { phrase, ...span } of ask(phrasesIn, body)) {
      if (phrase.use !== 'unsuitable-source') continue;
      yield {
        span: toSourceSpan(body, span),
        message: `"${body.text.slice(span.start, span.end)}" is ${phrase.why}. Cite the guideline or study behind it.`,
      };
    }
  },
});
