import type { Ask } from '../analysis/fact';
import { citationCompletions } from './completion/citation';
import type { CompletionProvider, Completions } from './completion/completion';
import { lineCompletions } from './completion/lines';
import { nameCompletions } from './completion/names';
import { outcomeCompletions } from './completion/outcome';
import { placeAt } from './completion/place';
import { rationaleCompletions } from './completion/rationale';
import { snippetCompletions } from './completion/snippets';

/** One file a kind of place; the first that has something to offer is alone. */
const providers: readonly CompletionProvider[] = [
  snippetCompletions,
  outcomeCompletions,
  citationCompletions,
  lineCompletions,
  nameCompletions,
  rationaleCompletions,
];

/** More than these are cut off; the rest comes when more is typed. */
const most = 200;

/** What may be inserted at `offset`, by position; in prose nothing. */
export function completionsAt(ask: Ask, offset: number): Completions {
  const place = placeAt(ask, offset);
  for (const provide of providers) {
    const items = provide(place);
    if (items.length > 0)
      return { items: items.slice(0, most), isIncomplete: provide === nameCompletions || items.length > most };
  }
  return { items: [], isIncomplete: false };
}
