import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { type LedgerElement, ledgerOf } from '../../analysis/ledger';
import { dateOfRequest } from '../../analysis/request-date';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { Citation } from '../../model/citations';
import { type DecisionBlock, type Field, nameOf, type Outcome } from '../../model/letter';
import type { Problem } from '../../problem/problem';
import { shorten } from '../../text/shorten';
import { positionAt } from '../../text/source-text';
import { type AskedElements, elementsAsked, elementTitle, sentenceOf } from '../elements';
import { editionFor, isWithin, shortTitle } from '../facts/guideline';
import { pathOf } from '../pages/page-id';
import { type ListedProblem, listProblems } from './listed-problem';

/** A guideline as a field names it, and what the library makes of it. */
export interface CitedGuideline {
  /** With its year: `Chronic Pain Medical Treatment 2009`; the words of the letter where the library does not know it. */
  readonly title: string;
  /** The page of it; absent where the library does not know it. */
  readonly page?: string;
  /** What it is cited for. */
  readonly topics: readonly string[];
  /** When treatment was requested; `not-known` where the library or the letter has no date. */
  readonly inForce: 'yes' | 'no' | 'not-known';
}

export interface GuidelineCheck {
  readonly state: Field['state'];
  readonly guidelines: readonly CitedGuideline[];
  /** The field says that nothing was cited, or that the sources lie outside of the MTUS. */
  readonly says: readonly ('cites-nothing' | 'outside-mtus')[];
}

/** An element and what shows its state. */
export interface CheckedElement {
  readonly title: string;
  /** As one line; empty where nothing speaks of it. */
  readonly sentence: string;
  /** Of that sentence, from 1. */
  readonly line?: number;
}

/** One decision as it stands. */
export interface BlockCheck {
  /** From 1. */
  readonly number: number;
  /** As messages name it. */
  readonly name: string;
  /** The whole of it as printed; empty where the heading is missing. */
  readonly item: string;
  readonly outcome: Outcome | null;
  /** Absent where the form has no such field. */
  readonly claimsAdministrator?: GuidelineCheck;
  readonly reviewer?: GuidelineCheck;
  /** Null: no sentence says whether the request is medically necessary. `agrees`: null without an outcome. */
  readonly conclusion: { readonly necessary: boolean; readonly agrees: boolean | null } | null;
  readonly rationaleClass?: string;
  readonly rationale: Field['state'];
  /** Elements of the rationale by state; none where there is no rationale. */
  readonly elements: Readonly<Record<keyof AskedElements, readonly CheckedElement[]>>;
  readonly problems: readonly ListedProblem[];
}

/** `problems` are those of the block. */
export function blockCheck(ask: Ask, block: DecisionBlock, problems: readonly Problem[]): BlockCheck {
  const { form } = ask.letter;
  const { rationale } = block.fields;
  const asked = elementsAsked(ask, block);
  const checked = (elements: readonly LedgerElement[]): CheckedElement[] =>
    rationale.state === 'present' ? elements.map((element) => checkedElement(ask, element)) : [];
  const has = (kind: Field['kind']): boolean => form.fields.some((field) => field.kind === kind);
  const { claimsAdministratorGuideline, reviewerGuideline } = block.fields;
  return {
    number: block.index + 1,
    name: nameOf(block),
    item: block.heading.item.disputed.text,
    outcome: block.heading.outcome.value,
    ...(has('claimsAdministratorGuideline') && {
      claimsAdministrator: guidelineCheck(ask, claimsAdministratorGuideline),
    }),
    ...(has('reviewerGuideline') && { reviewer: guidelineCheck(ask, reviewerGuideline) }),
    conclusion: conclusionCheck(ask, block),
    rationaleClass: ask(ledgerOf, block).class?.name,
    rationale: rationale.state,
    elements: {
      stated: checked(asked.stated),
      criterionOnly: checked(asked.criterionOnly),
      open: checked(asked.open),
      missing: checked(asked.missing),
    },
    problems: listProblems(ask.letter, problems),
  };
}

function checkedElement(ask: Ask, element: LedgerElement): CheckedElement {
  const { sentence } = element;
  return {
    title: elementTitle(ask.library, element),
    sentence: shorten(sentenceOf(ask, element), 100),
    ...(sentence && { line: positionAt(ask.letter.source, sentence.start).line + 1 }),
  };
}

function conclusionCheck(ask: Ask, block: DecisionBlock): BlockCheck['conclusion'] {
  const conclusion = ask(conclusionOf, block);
  if (!conclusion) return null;
  const { necessary } = conclusion;
  const { value } = block.heading.outcome;
  return { necessary, agrees: value === null ? null : (value === 'Overturned') === necessary };
}

function guidelineCheck(ask: Ask, { state, statements }: Field): GuidelineCheck {
  const kinds = new Set(statements.map(({ kind }) => kind));
  return {
    state,
    guidelines: statements.flatMap(({ citations }) => citations.map((citation) => citedGuideline(ask, citation))),
    says: (['cites-nothing', 'outside-mtus'] as const).filter((kind) => kinds.has(kind)),
  };
}

function citedGuideline(ask: Ask, citation: Citation): CitedGuideline {
  const { guideline, edition, topics } = ask(resolutionOf, citation);
  if (!guideline) return { title: shorten(citation.text, 120), topics: [], inForce: 'not-known' };
  const { from, to } = edition ?? editionFor(ask, guideline);
  const day = ask(dateOfRequest)?.iso;
  const isKnown = day !== undefined && (from !== null || to !== null);
  const wasInForce = isKnown && isWithin(day, from, to) ? 'yes' : 'no';
  return {
    title: shortTitle(guideline),
    page: pathOf({ kind: 'guideline', id: guideline.id }),
    topics: [...new Set(topics.map(({ topic }) => topic.title))],
    inForce: isKnown ? wasInForce : 'not-known',
  };
}
