import { abbreviationCard } from './hover/abbreviation';
import type { CardProvider, Hover, HoverContext } from './hover/card';
import { citationCard } from './hover/citation';
import { drugCard } from './hover/drug';
import { drugClassCard } from './hover/drug-class';
import { formPartCard } from './hover/form-part';
import { guidelineCard } from './hover/guideline';
import { outcomeCard } from './hover/outcome';
import { withProblemHelp } from './hover/problem-help';
import { treatmentCard } from './hover/treatment';

/** One file a card; where several have something to tell, the first of this list does. */
const providers: readonly CardProvider[] = [
  formPartCard,
  citationCard,
  drugCard,
  treatmentCard,
  abbreviationCard,
  guidelineCard,
  drugClassCard,
  outcomeCard,
];

/** What a pointer at `offset` is told; undefined where there is nothing to tell. */
export function hoverAt(context: HoverContext): Hover | undefined {
  for (const provide of providers) {
    const hover = provide(context);
    if (hover) return withProblemHelp(hover, context);
  }
  return withProblemHelp(undefined, context);
}
