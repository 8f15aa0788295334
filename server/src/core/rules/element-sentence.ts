import type { LetterAnalysis } from '../analysis/analysis';
import { fillTemplate } from '../library/template-text';
import type { DecisionBlock } from '../model/letter';
import type { SnippetPart } from '../text/snippet';

/** The sentence that supplies an element in a rationale of this block's outcome, with places to fill in; undefined where the packs have none. */
export function elementSentence(
  analysis: LetterAnalysis,
  block: DecisionBlock,
  element: string,
): SnippetPart[] | undefined {
  const template = analysis.library.template(element);
  const text = block.heading.outcome.value === 'Overturned' ? template?.overturned : template?.upheld;
  if (text === undefined) return undefined;
  const item = block.heading.item.disputed.text || 'this item';
  const { drugs, treatments } = analysis.subjectOf(block);
  const name = drugs[0] ? nameAsPrinted(analysis, block) : treatments[0]?.name;
  const isMtus = block.fields.reviewerGuideline.statements.some(({ kind }) => kind === 'mtus');
  return fillTemplate(text, { item, name: name ?? 'the treatment', guideline: isMtus ? 'The MTUS' : 'The guideline' });
}

/** The drug under the name that the heading uses. */
function nameAsPrinted(analysis: LetterAnalysis, block: DecisionBlock): string | undefined {
  const { disputed } = block.heading.item;
  const [first] = analysis.mentionsIn(block, disputed);
  return first && disputed.text.slice(first.start, first.end);
}
