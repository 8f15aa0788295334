import type { TemplateEntry } from '../library/entries';
import { fillTemplate } from '../library/template-text';
import type { NameMatch } from '../library/types';
import type { DecisionBlock, Outcome } from '../model/letter';
import { readText } from '../text/reading';
import { type SnippetPart, toAnswer } from '../text/snippet';
import type { Ask } from './fact';
import { mentionsIn } from './item-mentions';
import { type LedgerElement, ledgerOf } from './ledger';
import { subjectOf } from './subjects';

/**
 * What a block's rationale still lacks, as text to insert: the opening of the item's class where nothing is written yet, a sentence
 * for each required or expected element that is missing, and the conclusion. Empty where nothing is missing.
 */
export function composeRationale(ask: Ask, block: DecisionBlock, outcome: Outcome): SnippetPart[] {
  const written = block.fields.rationale.body.text;
  const sentences: SnippetPart[][] = [];
  const added = new Set(['conclusion']);
  const add = (id: string): void => {
    added.add(id);
    const parts = templateSentence(ask, block, id, outcome);
    if (parts) sentences.push(parts);
  };
  const conclusion = block.conclusion ? undefined : templateSentence(ask, block, 'conclusion', outcome);
  const opening = ask(subjectOf, block).class;
  if (written === '' && opening) add(opening.id);
  for (;;) {
    const text = [written, ...sentences.map(toAnswer), toAnswer(conclusion ?? [])].join(' ');
    const next = missingIn(ask, block, text).find(({ id }) => !added.has(id));
    if (!next) break;
    add(next.id);
  }
  if (conclusion) sentences.push(conclusion);
  return asProse(sentences);
}

/** The sentences of these templates, one behind the other; those that have none for the outcome are left out. */
export function composeSentences(
  ask: Ask,
  block: DecisionBlock,
  ids: readonly string[],
  outcome: Outcome,
): SnippetPart[] {
  return asProse(ids.flatMap((id) => [templateSentence(ask, block, id, outcome) ?? []]));
}

function asProse(sentences: readonly (readonly SnippetPart[])[]): SnippetPart[] {
  const written = sentences.filter((sentence) => sentence.length > 0);
  return written.flatMap((sentence, i) => (i === 0 ? sentence : [' ', ...sentence]));
}

/** The elements that the block would lack if its rationale were this text; those of the item's class first. */
function missingIn(ask: Ask, block: DecisionBlock, text: string): readonly LedgerElement[] {
  const body = readText(text, { start: 0, end: text.length });
  const rationale = { ...block.fields.rationale, body };
  const { elements } = ask(ledgerOf, { ...block, fields: { ...block.fields, rationale } });
  return elements.filter(({ state, level }) => state === 'missing' && level !== 'optional');
}

/** A template's sentence for this block: an element's, a class's opening or a standing one; undefined where there is none. */
export function templateSentence(
  ask: Ask,
  block: DecisionBlock,
  id: string,
  outcome: Outcome,
): SnippetPart[] | undefined {
  const template = ask.library.template(id);
  const body = template && bodyOf(template, outcome);
  return body === undefined ? undefined : fillTemplate(body, valuesOf(ask, block));
}

function bodyOf(template: TemplateEntry, outcome: Outcome): string | undefined {
  return outcome === 'Upheld' ? template.upheld : template.overturned;
}

/** The item as printed, its short name, and the guideline as prose names it. */
function valuesOf(ask: Ask, block: DecisionBlock) {
  const { disputed } = block.heading.item;
  const mention = ask(mentionsIn, block, disputed)[0];
  return {
    item: disputed.text || 'this item',
    name: mention ? inSentence(disputed.text.slice(mention.start, mention.end), mention) : 'the item requested',
    guideline: guidelineName(block),
  };
}

/** A brand keeps its capital and so does an abbreviation; `Physical therapy` loses it. */
function inSentence(printed: string, { kind }: NameMatch): string {
  return kind === 'brand' || !/^[A-Z][a-z]/.test(printed)
    ? printed
    : printed.charAt(0).toLowerCase() + printed.slice(1);
}

/** How prose names what the reviewer's field cites. */
function guidelineName({ fields, citations }: DecisionBlock): string {
  const kinds = fields.reviewerGuideline.statements.map(({ kind }) => kind);
  if (kinds.includes('mtus')) return 'The MTUS';
  const title = citations.find(({ by }) => by === 'reviewer')?.title ?? '';
  if (/\bODG\b|Official Disability/i.test(title)) return 'The Official Disability Guidelines';
  return title === '' ? 'The MTUS' : title;
}
