import { templateSentence } from '../analysis/compose';
import type { Ask } from '../analysis/fact';
import type { DecisionBlock } from '../model/letter';
import { hasPlaces, type SnippetPart, toPlainText } from '../text/snippet';

/**
 * A template's sentence as a fix may insert it: something in it is open. One that holds no place and no choice, as a team's own may,
 * would assert what nobody entered, and becomes a choice to state it or to leave it out. Undefined without outcome or template.
 */
export function openStatement(ask: Ask, block: DecisionBlock, id: string): SnippetPart[] | undefined {
  const outcome = block.heading.outcome.value;
  const parts = outcome ? templateSentence(ask, block, id, outcome) : undefined;
  if (!parts || hasPlaces(parts)) return parts;
  const sentence = toPlainText(parts);
  return [{ open: `${sentence} | leave out`, choice: [sentence], mayBeLeftOut: true }];
}
