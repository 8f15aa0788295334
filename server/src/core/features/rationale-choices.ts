import { composeRationale, composeSentences } from '../analysis/compose';
import type { Ask } from '../analysis/fact';
import { isLacking, type LedgerElement, ledgerOf } from '../analysis/ledger';
import { templateSentence } from '../analysis/template-sentence';
import type { TemplateEntry } from '../library/entries';
import type { DecisionBlock, Outcome } from '../model/letter';
import type { FixEdit } from '../problem/fix';
import { addToRationale, type RationalePlace } from '../problem/rationale-edits';
import { type SnippetPart, toPlainText } from '../text/snippet';

/** Something that can be written into a block's rationale. */
export interface RationaleChoice {
  /** Id of a template, or `whole`. */
  readonly id: string;
  /** `whole`: all that is missing; `missing`: one element of the ledger; `standing`: a sentence that no ledger asks for here. */
  readonly group: 'whole' | 'missing' | 'standing';
  readonly title: string;
  /** What would be written, its places in brackets. */
  readonly text: string;
}

/** The choice that stands for all that is missing. */
export const wholeRationale = 'whole';

/**
 * What a block's rationale may still be given: the whole of what is missing, then its single elements (required ones first), then
 * the standard sentences that suit the item. What is there already is not offered again.
 */
export function rationaleChoices(ask: Ask, block: DecisionBlock): readonly RationaleChoice[] {
  const outcome = block.heading.outcome.value;
  const whole = composeRationale(ask, block, outcome);
  const { missing, standing } = templatesFor(ask, block);
  const title = block.fields.rationale.body.text === '' ? 'Whole rationale' : 'All that is missing';
  return [
    ...(whole.length > 0 ? [{ id: wholeRationale, group: 'whole' as const, title, text: toPlainText(whole) }] : []),
    ...choicesOf(ask, block, outcome, 'missing', missing),
    ...choicesOf(ask, block, outcome, 'standing', standing),
  ];
}

/** The edit that writes the chosen ones where they belong; undefined where none of them has text for the outcome. */
export function insertChoices(ask: Ask, block: DecisionBlock, ids: readonly string[]): FixEdit | undefined {
  const outcome = block.heading.outcome.value;
  const { missing, standing } = templatesFor(ask, block);
  const chosen = [...missing, ...standing]
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => places.indexOf(placeOf(a)) - places.indexOf(placeOf(b)));
  const parts: SnippetPart[] = ids.includes(wholeRationale)
    ? composeRationale(ask, block, outcome)
    : composeSentences(
        ask,
        block,
        chosen.map(({ id }) => id),
        outcome,
      );
  const place = ids.includes(wholeRationale) ? 'before-conclusion' : commonPlace(chosen);
  return parts.length > 0 ? addToRationale(ask, block, parts, place) : undefined;
}

interface Templates {
  readonly missing: readonly TemplateEntry[];
  readonly standing: readonly TemplateEntry[];
}

function templatesFor(ask: Ask, block: DecisionBlock): Templates {
  const { library } = ask;
  const { class: rationaleClass, elements } = ask(ledgerOf, block);
  const lacking = elements.filter(isLacking).toSorted((a, b) => levelOf(a) - levelOf(b));
  const missing = lacking.flatMap(({ id }) => library.template(id) ?? []);
  const settled = new Set(elements.filter(({ state }) => state !== 'not-applicable').map(({ id }) => id));
  const common = new Set(library.commonElements.map(({ id }) => id));
  const standing = library.templates.filter(
    ({ id, element, class: own }) =>
      (own === undefined || own === rationaleClass?.id) &&
      !settled.has(id) &&
      (element === undefined ? id !== own || block.fields.rationale.state !== 'present' : common.has(element)),
  );
  return { missing, standing };
}

function levelOf({ level }: LedgerElement): number {
  return ['required', 'expected', 'optional'].indexOf(level);
}

function choicesOf(
  ask: Ask,
  block: DecisionBlock,
  outcome: Outcome | null,
  group: RationaleChoice['group'],
  templates: readonly TemplateEntry[],
): RationaleChoice[] {
  return templates.flatMap(({ id, title }) => {
    const parts = templateSentence(ask, block, id, outcome);
    return parts ? [{ id, group, title, text: toPlainText(parts) }] : [];
  });
}

/** In the order of the text. */
const places: readonly RationalePlace[] = ['start', 'before-conclusion', 'end'];

function placeOf({ place }: TemplateEntry): RationalePlace {
  return place ?? 'before-conclusion';
}

/** The place of several templates; if theirs differ, the one in the middle. */
function commonPlace(templates: readonly TemplateEntry[]): RationalePlace {
  const wanted = new Set(templates.map(placeOf));
  return wanted.size === 1 ? ([...wanted][0] ?? 'end') : 'before-conclusion';
}
