import type { CardProvider, Hover, HoverContext } from './hover/card';
import { outcomeCard } from './hover/outcome';

/** One file a card; where several have something to tell, the first of this list does. */
const providers: readonly CardProvider[] = [outcomeCard];

/** What a pointer at `offset` is told; undefined where there is nothing to tell. */
export function hoverAt(context: HoverContext): Hover | undefined {
  for (const provide of providers) {
    const hover = provide(context);
    if (hover) return hover;
  }
  return undefined;
}
