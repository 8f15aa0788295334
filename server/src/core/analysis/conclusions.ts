import { type Conclusion, findConclusions, findOpenConclusion } from '../model/conclusion';
import type { DecisionBlock } from '../model/letter';
import { toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { conceptsIn } from './concepts';
import { fact, textFact } from './fact';
import { openSentencesIn } from './open-texts';
import { sentencesIn } from './sentences';
import { undamaged } from './undamaged';

/** Every statement in a rationale whether the request is medically necessary, in text order. Spans are those of the text. */
const conclusionsIn = textFact((text, _, of) => findConclusions(text, of(sentencesIn), of(conceptsIn)));

/** Every statement in a block's rationale whether the request is medically necessary, in text order. Spans are those of the source. */
export const conclusionsOf = fact((ask, { fields }: DecisionBlock): readonly Conclusion[] => {
  const { body } = fields.rationale;
  return ask(conclusionsIn, body).map(({ necessary, span, phrase }) => ({
    necessary,
    span: toSourceSpan(body, span),
    phrase: toSourceSpan(body, phrase),
  }));
});

/** The last of them, which counts. */
export const conclusionOf = fact(
  (ask, block: DecisionBlock): Conclusion | null => ask(conclusionsOf, block).at(-1) ?? null,
);

/** The rationale concludes when its damaged characters are left out. */
export const isConclusionDamaged = fact((ask, { fields }: DecisionBlock): boolean => {
  const rest = ask(undamaged, fields.rationale.body);
  return rest !== undefined && ask(conclusionsIn, rest).length > 0;
});

/** The last sentence of a block's rationale that concludes and is still open. */
export const openConclusionOf = fact((ask, { fields }: DecisionBlock): Span | undefined => {
  const { body } = fields.rationale;
  return findOpenConclusion(body, ask(openSentencesIn, body), ask(conceptsIn, body));
});
