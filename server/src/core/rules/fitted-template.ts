import type { LetterAnalysis } from '../analysis/analysis';
import { suggestCitations } from '../analysis/citation-suggestions';
import { composeRationale } from '../analysis/compose';
import type { DecisionBlock, Field } from '../model/letter';
import type { SnippetPart } from '../text/snippet';
import { fieldTemplate } from './field-template';

/** What to write behind a label of this block: the citation and the rationale that fit its item, where the packs have them. */
export function fittedTemplate(
  analysis: LetterAnalysis,
  block: DecisionBlock,
  kind: Field['kind'],
): readonly SnippetPart[] {
  return fitted(analysis, block, kind) ?? fieldTemplate(analysis.letter.form, kind, block);
}

function fitted(
  analysis: LetterAnalysis,
  block: DecisionBlock,
  kind: Field['kind'],
): readonly SnippetPart[] | undefined {
  const outcome = block.heading.outcome.value;
  if (kind === 'reviewerGuideline') return suggestCitations(analysis, block)[0]?.parts;
  if (kind !== 'rationale' || !outcome || !analysis.subjectOf(block).class) return undefined;
  const parts = composeRationale(analysis, block, outcome);
  return parts.length > 0 ? parts : undefined;
}
