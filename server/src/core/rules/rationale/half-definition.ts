import { conceptsIn } from '../../analysis/concepts';
import { sentencesIn } from '../../analysis/sentences';
import { insert } from '../../problem/edits';
import { toSourceSpan } from '../../text/reading';
import { spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const halfDefinition = defineBlockRule({
  code: 'IMR309',
  name: 'half-definition',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'The definition of functional improvement leaves out reduced dependency on treatment.',
  why: '8 CCR 9792.20 (subdivision (e) in the current text) defines functional improvement as a clinically significant improvement in activities of daily living or a reduction in work restrictions, and a reduction in the dependency on continued medical treatment. A rationale that uses half of the test applies another standard.',
  repair: 'Add the second half: "and a reduction in the dependency on continued medical treatment".',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: Functional improvement means a gain in activities of daily living or fewer
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
limits at work. The injured worker has neither. Norco should be weaned. The request for Norco
10/325mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: Functional improvement is defined as a gain in activities of daily living or a
reduction in work restrictions, together with less dependence on continued treatment. There is no
documentation of functional improvement, such as a reduction in work restrictions. The injured worker
should be weaned from Norco. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const said = ask(conceptsIn, body);
    if (!said.has('functional-improvement.defined')) return;
    for (const sentence of ask(sentencesIn, body)) {
      const [definition] = spansWithin(said.of('functional-improvement.defined'), sentence);
      const isWhole = spansWithin(said.of('functional-improvement.second-half'), sentence).length > 0;
      if (!definition || isWhole) continue;
      const stop = toSourceSpan(body, sentence).end - (body.text.charAt(sentence.end - 1) === '.' ? 1 : 0);
      yield {
        span: toSourceSpan(body, definition),
        message: 'This definition of functional improvement omits reduced dependency on treatment.',
        fixes: [
          {
            title: 'Add the reduced dependency on treatment',
            kind: 'review',
            edits: [insert(stop, [', and a reduction in the dependency on continued medical treatment'])],
          },
        ],
      };
    }
  },
});
