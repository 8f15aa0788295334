import type { Ask } from '../analysis/fact';
import { templateSentence } from '../analysis/template-sentence';
import type { DecisionBlock } from '../model/letter';
import { hasPlaces, type SnippetPart, toPlainText } from '../text/snippet';

/**
 * Returns a template's sentence as a fix may insert it: with at least one open place or choice. A team's sentence without one would
 * assert something nobody entered, so it becomes a choice between stating it and leaving it out. Undefined if there is no template
 * for the outcome.
 */
export function openStatement(ask: Ask, block: DecisionBlock, id: string): SnippetPart[] | undefined {
  const parts = templateSentence(ask, block, id, block.heading.outcome.value);
  if (!parts || hasPlaces(parts)) return parts;
  const sentence = toPlainText(parts);
  return [{ open: `${sentence} | leave out`, choice: [sentence], mayBeLeftOut: true }];
}
