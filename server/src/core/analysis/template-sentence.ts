import type { TemplateEntry } from '../library/entries';
import { type TemplateValues, templateParts } from '../library/template-text';
import type { NameMatch } from '../library/types';
import type { DecisionBlock, Outcome } from '../model/letter';
import { choiceOf, type SnippetPart } from '../text/snippet';
import type { Ask } from './fact';
import { factOnRecord } from './facts-on-record';
import { mentionsIn } from './item-mentions';

/**
 * A template's sentence for this block: an element's, a class's opening or a standing one; undefined where there is none for the
 * outcome. `outcome`: null where nobody has decided yet.
 */
export function templateSentence(
  ask: Ask,
  block: DecisionBlock,
  id: string,
  outcome: Outcome | null,
): SnippetPart[] | undefined {
  const template = ask.library.template(id);
  const parts = template && templateParts(template, outcome, valuesOf(ask, block, outcome));
  return parts && template.element ? parts.map((part) => withFactOnRecord(ask, part, template)) : parts;
}

/** Where the summary states the fact, the choice offers it first, with its place. */
function withFactOnRecord(ask: Ask, part: SnippetPart, { element, choice: about }: TemplateEntry): SnippetPart {
  if (typeof part === 'string' || !('choice' in part) || about === undefined) return part;
  const own = ask.library.classes.flatMap(({ elements }) => elements.find(({ id }) => id === element) ?? [])[0];
  const known = own && ask(factOnRecord, own);
  if (!known) return part;
  const words = part.open.slice(`${about}: `.length);
  return {
    ...part,
    open: `${about}: summary, line ${known.line} | ${words}`,
    choice: [known.sentence, ...part.choice],
  };
}

/** The item as printed, its short name, the guideline as prose names it, and what the outcome says. */
function valuesOf(ask: Ask, block: DecisionBlock, outcome: Outcome | null): TemplateValues {
  const { disputed } = block.heading.item;
  const mention = ask(mentionsIn, block, disputed)[0];
  const name = mention ? inSentence(disputed.text.slice(mention.start, mention.end), mention) : 'the item requested';
  const guideline = guidelineName(block);
  const verdicts = { Upheld: 'is not', Overturned: 'is' };
  return {
    item: disputed.text || 'this item',
    name,
    Name: capitalized(name),
    guideline,
    Guideline: typeof guideline === 'string' ? capitalized(guideline) : guideline,
    verdict: outcome ? verdicts[outcome] : choiceOf(['is not', 'is']),
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A brand keeps its capital and so does an abbreviation; `Physical therapy` loses it. */
function inSentence(printed: string, { kind }: NameMatch): string {
  return kind === 'brand' || !/^[A-Z][a-z]/.test(printed)
    ? printed
    : printed.charAt(0).toLowerCase() + printed.slice(1);
}

/** How prose names what the reviewer's field cites, inside a sentence; a place where it cites nothing yet. */
export function guidelineName({ fields, citations }: DecisionBlock): SnippetPart {
  const kinds = fields.reviewerGuideline.statements.map(({ kind }) => kind);
  if (kinds.includes('mtus')) return 'the MTUS';
  const title = citations.find(({ by }) => by === 'reviewer')?.title ?? '';
  if (/\bODG\b|Official Disability/i.test(title)) return 'the Official Disability Guidelines';
  return title || { place: 'guideline' };
}
