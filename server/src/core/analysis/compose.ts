import type { DecisionBlock, Outcome } from '../model/letter';
import { readText } from '../text/reading';
import { type SnippetPart, toAnswer } from '../text/snippet';
import { conclusionOf, openConclusionOf } from './conclusions';
import type { Ask } from './fact';
import { isLacking, type LedgerElement, ledgerOf } from './ledger';
import { subjectOf } from './subjects';
import { templateSentence } from './template-sentence';

/**
 * What a block's rationale still lacks, as text to insert: the opening of the item's class where nothing is written yet, a statement
 * for each required or expected element that the written text does not speak of, and the conclusion. Statements about the record are
 * open. An element of every rationale is left out where another statement covers it; one of the item's class never is. Empty where
 * nothing is missing. `outcome`: null where nobody has decided yet.
 */
export function composeRationale(ask: Ask, block: DecisionBlock, outcome: Outcome | null): SnippetPart[] {
  return asProse(lackingSentences(ask, block, outcome));
}

/** Returns the same as single statements, in the order in which they are written. */
export function lackingSentences(ask: Ask, block: DecisionBlock, outcome: Outcome | null): SnippetPart[][] {
  const { body } = block.fields.rationale;
  const sentences: SnippetPart[][] = [];
  const added = new Set(['conclusion']);
  const add = (id: string): void => {
    added.add(id);
    const parts = templateSentence(ask, block, id, outcome);
    if (parts) sentences.push(parts);
  };
  const isConcluded = ask(conclusionOf, block) !== null || ask(openConclusionOf, block) !== undefined;
  const conclusion = isConcluded ? undefined : templateSentence(ask, block, 'conclusion', outcome);
  const opening = ask(subjectOf, block).class;
  if (body.text === '' && opening) add(opening.id);
  for (;;) {
    // Answers may make an element apply: a drug that has been taken for years asks for weaning.
    const answers = [...sentences, conclusion ?? []].map(toAnswer);
    const next = lackingIn(ask, block, [body.text, ...answers].join(' ')).find(({ id }) => !added.has(id));
    if (!next) break;
    add(next.id);
  }
  if (conclusion) sentences.push(conclusion);
  return sentences;
}

/** The statements of these templates, one behind the other; those that have none for the outcome are left out. */
export function composeSentences(
  ask: Ask,
  block: DecisionBlock,
  ids: readonly string[],
  outcome: Outcome | null,
): SnippetPart[] {
  return asProse(ids.flatMap((id) => [templateSentence(ask, block, id, outcome) ?? []]));
}

function asProse(sentences: readonly (readonly SnippetPart[])[]): SnippetPart[] {
  const written = sentences.filter((sentence) => sentence.length > 0);
  return written.flatMap((sentence, i) => (i === 0 ? sentence : [' ', ...sentence]));
}

/** The elements that the block would owe if its rationale were `text`, which begins with the written one; those of the class first. */
function lackingIn(ask: Ask, block: DecisionBlock, text: string): readonly LedgerElement[] {
  const { rationale } = block.fields;
  const written = rationale.body.text.length;
  const open = new Set(ask(ledgerOf, block).elements.flatMap(({ id, state }) => (state === 'open' ? [id] : [])));
  const body = readText(text, { start: 0, end: text.length });
  const { elements } = ask(ledgerOf, { ...block, fields: { ...block.fields, rationale: { ...rationale, body } } });
  return elements.filter((element) => {
    const { id, state, level, span, isCommon } = element;
    if (level === 'optional' || state === 'not-applicable' || open.has(id)) return false;
    return isLacking(element) || (!isCommon && (span === undefined || span.start >= written));
  });
}
