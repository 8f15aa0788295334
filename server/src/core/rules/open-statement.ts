import type { Ask } from '../analysis/fact';
import { templateSentence } from '../analysis/template-sentence';
import type { DecisionBlock } from '../model/letter';
import { hasPlaces, type SnippetPart, toPlainText } from '../text/snippet';

/**
 * A template's sentence as a fix may insert it: something in it is open. One that holds no place and no choice, as a team's own may,
 * would assert what nobody entered, and becomes a choice to state it or to leave it out. Undefined without a template for the outcome.
 */
export function openStatement(ask: Ask, block: DecisionBlock, id: string): SnippetPart[] | undefined {
  const parts = templateSentence(ask, block, id, block.heading.outcome.value);
  if (!parts || hasPlaces(parts)) return parts;
  const sentence = toPlainText(parts);
  return [{ open: `${sentence} | leave out`, choice: [sentence], mayBeLeftOut: true }];
}
