import type { DecisionBlock } from '../model/letter';
import type { Reading } from '../text/reading';
import { caseSummary } from './case-summary';
import type { Ask } from './fact';

/** Where a block states amounts: its item and rationale, and the summary, which goes with the first block. */
export function amountTexts(ask: Ask, { index, heading, fields }: DecisionBlock): readonly Reading[] {
  const summary = index === 0 ? ask(caseSummary)?.prose : undefined;
  return [heading.item.reading, fields.rationale.body, ...(summary ? [summary] : [])];
}
