import type { Ask, DecisionBlock, Outcome, Span } from '../../core/index';
import { conclusionOf, isLacking, ledgerOf, resolutionOf } from '../../core/index';

/** Facts of a letter for reports and counts, besides its findings. Plain data that may come from another thread. */
export interface LetterFacts {
  /** Id of the letter's form. */
  readonly form: string;
  /** As printed. Empty if absent. */
  readonly caseNumber: string;
  /** One per decision block, in order. */
  readonly decisions: readonly DecisionFacts[];
}

/** `sentence`: the place that shows the state. Absent if the letter does not mention the element. */
interface ElementStateFacts {
  readonly id: string;
  readonly state: 'stated' | 'criterion-only' | 'open' | 'missing';
  readonly sentence?: Span;
}

interface DecisionFacts {
  readonly item: string;
  readonly outcome: Outcome | null;
  /** Whether the rationale finds the item medically necessary. Null if it does not say. */
  readonly isNecessary: boolean | null;
  /** Class of the item. Null if unknown. */
  readonly class: { readonly id: string; readonly name: string } | null;
  /** Ids of the elements that are stated for this patient, and of the required or expected ones that are not. */
  readonly present: readonly string[];
  readonly missing: readonly string[];
  /** Every element that applies, in the ledger's order. */
  readonly states: readonly ElementStateFacts[];
  readonly citations: readonly {
    readonly by: 'reviewer' | 'claims-administrator';
    /** Null if the guideline is not in the library. */
    readonly guideline: { readonly id: string; readonly title: string } | null;
  }[];
}

export function factsOf(ask: Ask): LetterFacts {
  const { form, header, blocks } = ask.letter;
  return {
    form: form.id,
    caseNumber: header?.fields.caseNumber?.text ?? '',
    decisions: blocks.map((block) => decisionFacts(block, ask)),
  };
}

function decisionFacts(block: DecisionBlock, ask: Ask): DecisionFacts {
  const { class: itsClass, elements } = ask(ledgerOf, block);
  return {
    item: block.heading.item.text,
    outcome: block.heading.outcome.value,
    isNecessary: ask(conclusionOf, block)?.necessary ?? null,
    class: itsClass ? { id: itsClass.id, name: itsClass.name } : null,
    present: elements.filter(({ state }) => state === 'stated').map(({ id }) => id),
    missing: elements
      .filter((element) => (isLacking(element) || element.state === 'open') && element.level !== 'optional')
      .map(({ id }) => id),
    states: elements.flatMap(({ id, state, sentence }) =>
      state === 'not-applicable' ? [] : [{ id, state, ...(sentence && { sentence }) }],
    ),
    citations: block.citations.map((citation) => {
      const { guideline } = ask(resolutionOf, citation);
      return { by: citation.by, guideline: guideline ? { id: guideline.id, title: guideline.title } : null };
    }),
  };
}
