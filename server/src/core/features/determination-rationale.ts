import type { Ask } from '../analysis/fact';
import { type LedgerElement, ledgerOf } from '../analysis/ledger';
import type { DecisionBlock } from '../model/letter';
import { shorten } from '../text/shorten';
import { emptySpan, type Span } from '../text/span';
import type { DeterminationEntry, ElementTick } from './determination-entry';
import {
  countElements,
  elementStateInWords,
  elementsAsked,
  elementTitle,
  isAsked,
  sentenceOf,
  settledBlock,
} from './elements';
import { capitalize } from './facts/words';

/**
 * The ledger of a block's rationale; nothing where the form of the letter asks for no elements. States are those of `settled`, an
 * earlier version in which nobody was within a sentence, so that no tick changes at the caret; places are those of the letter itself.
 */
export function rationaleEntry(ask: Ask, settled: Ask, block: DecisionBlock, parent: string): DeterminationEntry[] {
  const [asked, before] = settledBlock(ask, settled, block);
  const { class: rationaleClass, elements } = asked(ledgerOf, before);
  const now = new Map(ask(ledgerOf, block).elements.map(({ id, sentence }) => [id, sentence]));
  if (elements.length === 0) return [];
  const { rationale } = block.fields;
  const about = rationaleClass ? ` on ${rationaleClass.name.toLowerCase()}` : '';
  const found = rationale.state === 'present' ? '' : rationale.state;
  const detail = [found, countElements(elementsAsked(asked, before)), rationaleClass?.name].filter(Boolean);
  // In their own order, so that a row keeps its place while its sentence is being written.
  const sorted = [...elements.filter(isAsked), ...elements.filter((element) => !isAsked(element))];
  return [
    {
      id: `${parent}/rationale`,
      sign: { kind: 'rationale' },
      label: 'Rationale',
      detail: detail.join(' · '),
      tooltip: `What a rationale${about} should speak of. A tick says that a sentence about this case speaks of it, not that it is right.`,
      spoken: ['Rationale', ...detail].join(', '),
      span: rationale.state === 'missing' ? endOf(block) : emptySpan(rationale.span.start),
      block: block.index,
      children: keyed(sorted).map(({ element, key }) => ({
        ...elementEntry(asked, block, element, `${parent}/${key}`),
        span: now.get(element.id) ?? endOf(block),
      })),
    },
  ];
}

function elementEntry(ask: Ask, block: DecisionBlock, element: LedgerElement, id: string): DeterminationEntry {
  const { sentence, mustSay } = element;
  const label = elementTitle(ask.library, element);
  const inWords = elementStateInWords(element);
  const said = sentenceOf(ask, element);
  const words = said && `"${shorten(said, 80)}"`;
  const notes = [noteOf(element), isAsked(element) ? '' : element.level].filter(Boolean);
  return {
    id,
    sign: { kind: 'element', element: element.id, state: tickOf(element) },
    label,
    detail: words ? [words, ...notes].join(' · ') : inWords,
    tooltip: `${mustSay}\n${levelSentence(element)}${said && `\nFound: "${said}"`}`,
    spoken: [label, inWords, words].filter(Boolean).join(', '),
    span: sentence ?? endOf(block),
    block: block.index,
    children: [],
  };
}

/** `common/facts`; a class of a house pack may hold an id twice, and the second is `class/facts/2`. */
function keyed(elements: readonly LedgerElement[]): { readonly element: LedgerElement; readonly key: string }[] {
  const counts = new Map<string, number>();
  return elements.map((element) => {
    const key = `${element.isCommon ? 'common' : 'class'}/${element.id}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { element, key: count > 1 ? `${key}/${count}` : key };
  });
}

/** What keeps a sentence from being a tick. */
function noteOf({ state }: LedgerElement): string {
  if (state === 'criterion-only') return 'criterion only';
  return state === 'open' ? 'open' : '';
}

function tickOf(element: LedgerElement): ElementTick {
  const { state } = element;
  if (state === 'stated' || state === 'criterion-only' || state === 'open') return state;
  return isAsked(element) ? 'missing' : 'not-asked';
}

function levelSentence(element: LedgerElement): string {
  const { state, level } = element;
  if (state === 'not-applicable') return 'Not asked for in this decision.';
  return level === 'optional' ? 'Optional.' : `${capitalize(level)}; ${elementStateInWords(element)}.`;
}

/** Where one goes on writing: the rationale's end, or the place where it belongs. */
function endOf({ fields: { rationale } }: DecisionBlock): Span {
  const { state, span, label, body } = rationale;
  return emptySpan(state === 'missing' ? span.start : Math.max(label.end, body.span.end));
}
