import { suggestCitations } from '../analysis/citation-suggestions';
import { composeRationale } from '../analysis/compose';
import type { Ask } from '../analysis/fact';
import { subjectOf } from '../analysis/subjects';
import type { DecisionBlock, Field } from '../model/letter';
import { fieldTemplate } from '../problem/field-template';
import type { SnippetPart } from '../text/snippet';

/** What to write behind a label of this block: the citation and the rationale that fit its item, where the packs have them. */
export function fittedTemplate(ask: Ask, block: DecisionBlock, kind: Field['kind']): readonly SnippetPart[] {
  return fitted(ask, block, kind) ?? fieldTemplate(ask.letter.form, kind, block);
}

function fitted(ask: Ask, block: DecisionBlock, kind: Field['kind']): readonly SnippetPart[] | undefined {
  const outcome = block.heading.outcome.value;
  if (kind === 'reviewerGuideline') return suggestCitations(ask, block)[0]?.parts;
  if (kind !== 'rationale' || !ask(subjectOf, block).class) return undefined;
  const parts = composeRationale(ask, block, outcome);
  return parts.length > 0 ? parts : undefined;
}
