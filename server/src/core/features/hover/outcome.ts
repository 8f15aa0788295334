import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { type LedgerElement, ledgerOf } from '../../analysis/ledger';
import type { DecisionBlock, Field, Letter } from '../../model/letter';
import { nameOf } from '../../model/letter';
import type { Problem } from '../../problem/problem';
import { shorten } from '../../text/shorten';
import { lineAt } from '../../text/source-text';
import { isEmpty, touches } from '../../text/span';
import { countOpenPoints, isOpenPoint, problemsOf } from '../block-state';
import { citedIn } from '../cited';
import { countElements, elementsAsked, elementTitle, sentenceOf } from '../elements';
import { pathOf } from '../pages/page-id';
import { type Card, type CardPart, type CardProvider, type Inline, type Line, listPart } from './card';

/** Over a heading or its outcome: what was found in this block and what is missing. */
export const outcomeCard: CardProvider = ({ ask, problems, offset }) => {
  const { letter } = ask;
  const block = letter.blocks.find(({ heading }) => !isEmpty(heading.span) && touches(heading.span, offset));
  if (!block) return undefined;
  const { outcome, span } = block.heading;
  return {
    span: !isEmpty(outcome.span) && touches(outcome.span, offset) ? outcome.span : span,
    card: cardOf(ask, block, problemsOf(block, problems)),
  };
};

function cardOf(ask: Ask, block: DecisionBlock, problems: readonly Problem[]): Card {
  const { letter } = ask;
  const fields = letter.form.fields.map(({ kind }) => fieldPart(letter, block.fields[kind]));
  const parts = [outcomePart(block), ...fields, conclusionPart(ask, block)];
  const told = (found: boolean) => parts.filter((part) => part.found === found).map(({ text }) => text);
  const open = problems.filter(isOpenPoint);
  const openLines = open.map(problemLine);
  return {
    title: `${block.heading.outcome.text || 'No outcome'} · ${nameOf(block)}`,
    parts: [
      ...listPart('Found', told(true)),
      ...listPart('Missing', told(false)),
      ...elementParts(ask, block),
      ...(open.length === 0
        ? [{ paragraph: ['No open points.'] }]
        : listPart(`Open points: ${countOpenPoints(open)}`, openLines)),
    ],
  };
}

interface Part {
  readonly found: boolean;
  readonly text: readonly Inline[];
}

function outcomePart({ heading: { outcome } }: DecisionBlock): Part {
  if (outcome.value) return { found: true, text: [`Outcome: ${outcome.value}`] };
  const text = outcome.text === '' ? 'Outcome' : `Outcome: "${outcome.text}" is neither Upheld nor Overturned`;
  return { found: false, text: [text] };
}

function fieldPart({ form }: Letter, field: Field): Part {
  const label = form.fields.find(({ kind }) => kind === field.kind)?.labels[0] ?? field.kind;
  if (field.state === 'missing') return { found: false, text: [label] };
  if (field.state === 'empty') return { found: false, text: [`${label}: nothing stands behind the label`] };
  return { found: true, text: [`${label}: ${contentOf(field)}`] };
}

function contentOf(field: Field): string {
  if (field.kind === 'rationale') return `${field.body.text.split(' ').length} words`;
  const titles = citedIn(field);
  return titles.length === 0 ? 'no guideline cited' : titles.join('; ');
}

function conclusionPart(ask: Ask, block: DecisionBlock): Part {
  const conclusion = ask(conclusionOf, block);
  if (!conclusion)
    return { found: false, text: ['Conclusion: no sentence says whether the request is medically necessary'] };
  const says = conclusion.necessary ? 'medically necessary' : 'not medically necessary';
  const { value } = block.heading.outcome;
  if (value === null) return { found: true, text: [`Conclusion: ${says}`] };
  const agrees = (value === 'Overturned') === conclusion.necessary;
  return { found: true, text: [`Conclusion: ${says}, which ${agrees ? 'agrees with' : 'contradicts'} the outcome`] };
}

/** The ledger: what a rationale of this class must say, by state, with the sentence that shows it. The conclusion has its own line above. */
function elementParts(ask: Ask, block: DecisionBlock): CardPart[] {
  const asked = elementsAsked(ask, block);
  const count = countElements(asked);
  if (count === '') return [];
  const name = ask(ledgerOf, block).class?.name;
  const title = `Rationale${name ? ` (${name})` : ''}: ${count}`;
  const lines = (elements: readonly LedgerElement[]): Line[] =>
    elements.filter(({ id }) => id !== 'conclusion').map((element) => [element.mustSay, ...quoted(ask, element)]);
  const missing = lines(asked.missing);
  return [
    missing.length === 0 ? { paragraph: [title] } : { title: `${title}; nothing on`, list: missing },
    ...listPart('Only the criterion is stated', lines(asked.criterionOnly)),
    ...listPart('Still open', lines(asked.open)),
    ...statedPart(ask, asked.stated),
  ];
}

/** One line of links: what is there needs no reading, only a way to it. */
function statedPart(ask: Ask, stated: readonly LedgerElement[]): CardPart[] {
  const links = stated.flatMap((element): Inline[] => {
    if (element.id === 'conclusion' || !element.sentence) return [];
    const line = lineAt(ask.letter.source, element.sentence.start) + 1;
    return [{ text: elementTitle(ask.library, element), line }];
  });
  if (links.length === 0) return [];
  return [
    { paragraph: ['Stated for this patient: ', ...links.flatMap((link, i) => (i === 0 ? [link] : ['; ', link]))] },
  ];
}

function quoted(ask: Ask, element: LedgerElement): Inline[] {
  const words = sentenceOf(ask, element);
  if (words === '' || !element.sentence) return [];
  const line = lineAt(ask.letter.source, element.sentence.start) + 1;
  return [' ', { text: `"${shorten(words, 80)}"`, line }];
}

function problemLine({ code, message }: Problem): readonly Inline[] {
  return [{ text: code, page: pathOf({ kind: 'rule', id: code }) }, ` ${message}`];
}
