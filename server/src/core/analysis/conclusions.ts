import { type Conclusion, findConclusions, findOpenConclusion } from '../model/conclusion';
import type { DecisionBlock } from '../model/letter';
import type { Span } from '../text/span';
import { conceptsIn } from './concepts';
import { fact } from './fact';
import { openSentencesIn } from './open-texts';
import { sentencesIn } from './sentences';

/** Every statement in a block's rationale whether the request is medically necessary, in text order. */
export const conclusionsOf = fact((ask, { fields }: DecisionBlock): readonly Conclusion[] => {
  const { body } = fields.rationale;
  return findConclusions(body, ask(sentencesIn, body), ask(conceptsIn, body));
});

/** The last of them, which counts. */
export const conclusionOf = fact(
  (ask, block: DecisionBlock): Conclusion | null => ask(conclusionsOf, block).at(-1) ?? null,
);

/** The last sentence of a block's rationale that concludes and is still open. */
export const openConclusionOf = fact((ask, { fields }: DecisionBlock): Span | undefined => {
  const { body } = fields.rationale;
  return findOpenConclusion(body, ask(openSentencesIn, body), ask(conceptsIn, body));
});
