import type { Ask } from '../../analysis/fact';
import type { Library } from '../../library/types';
import type { Letter, Outcome } from '../../model/letter';
import type { Problem } from '../../problem/problem';
import { sha256 } from '../../text/sha256';
import { isOpenPoint, problemsByBlock } from '../block-state';
import { counted, dateInWords, periodInWords, requestInWords } from '../facts/words';
import { type BlockCheck, blockCheck } from './block-check';
import { type ListedProblem, listProblem, listProblems } from './listed-problem';
import { type GroupCheck, groupChecks, type RulesRun } from './rule-checks';

/** A finding that a person has judged, and the reason that was given. */
export interface IgnoredProblem {
  readonly problem: Problem;
  readonly reason: string;
}

/** A pack of the house, told by its name and the fingerprint of its text. */
export interface PackVersion {
  readonly name: string;
  readonly fingerprint: string;
}

/** What the check knows beside the letter itself. */
export interface SigningContext extends RulesRun {
  /** Of the letter's file. */
  readonly name: string;
  /** Those not ignored. */
  readonly problems: readonly Problem[];
  readonly ignored: readonly IgnoredProblem[];
  /** The configuration leaves the letter out: no rule was run. */
  readonly isLeftOut: boolean;
  /** `imr-determinations 0.1.0`: what checked, its own packs included. */
  readonly product: string;
  readonly packs: readonly PackVersion[];
  /** When it was checked, in words; the page has no date of its own. */
  readonly date?: string;
}

/** All that was checked in a letter before it is signed: what passed, what is open, what nobody looked at. */
export interface SigningCheck {
  readonly name: string;
  /** Empty where the letter has none. */
  readonly caseNumber: string;
  readonly form: string;
  /** `4 decisions: 3 Upheld, 1 Overturned; 2 open points`. */
  readonly summary: string;
  /** The date used for guideline editions: `when utilization review decided, October 9, 2015`; empty without a date. */
  readonly requested: string;
  /** First and last day on which the packs of the library were checked: `November 22, 2026 to November 28, 2026`; may be empty. */
  readonly packsChecked: string;
  /** What is open in the letter as a whole. */
  readonly letter: readonly ListedProblem[];
  readonly blocks: readonly BlockCheck[];
  readonly groups: readonly GroupCheck[];
  readonly ignored: readonly (ListedProblem & { readonly reason: string })[];
  readonly isLeftOut: boolean;
  /** The form is known by its headings only, so that nothing in it is said louder than a hint. */
  readonly isFormUnread: boolean;
  /** SHA-256 of the text in UTF-8. */
  readonly sha256: string;
  /** Length of the text in UTF-16 units. */
  readonly characters: number;
  readonly product: string;
  readonly packs: readonly PackVersion[];
  readonly date?: string;
}

/** Puts together what is known; nothing is checked here. */
export function signingCheckOf(ask: Ask, context: SigningContext): SigningCheck {
  const { letter } = ask;
  const { name, problems, ignored, isLeftOut, product, packs, date } = context;
  const problemsOf = problemsByBlock(problems);
  const run: RulesRun = isLeftOut ? { ...context, isOn: () => false } : context;
  return {
    name,
    caseNumber: letter.header?.fields.caseNumber?.text ?? '',
    form: letter.form.title,
    summary: summaryOf(letter, isLeftOut ? undefined : problems),
    requested: requestInWords(ask),
    packsChecked: packsChecked(ask.library),
    letter: listProblems(letter, problemsOf(undefined)),
    blocks: letter.blocks.map((block) => blockCheck(ask, block, problemsOf(block))),
    groups: groupChecks(
      run,
      problems,
      ignored.map(({ problem }) => problem),
      letter.blocks.length > 0,
    ),
    ignored: ignored.map(({ problem, reason }) => ({ ...listProblem(letter, problem), reason })),
    isLeftOut,
    isFormUnread: letter.form.basis === 'headings',
    sha256: sha256(letter.source.text),
    characters: letter.source.text.length,
    product,
    packs,
    date,
  };
}

/** Without problems: nothing was checked. */
function summaryOf({ blocks }: Letter, problems: readonly Problem[] | undefined): string {
  const count = (outcome: Outcome | null, words: string): string[] => {
    const n = blocks.filter(({ heading }) => heading.outcome.value === outcome).length;
    return n === 0 ? [] : [`${n} ${words}`];
  };
  const each = [...count('Upheld', 'Upheld'), ...count('Overturned', 'Overturned'), ...count(null, 'without outcome')];
  const open = problems?.filter(isOpenPoint).length;
  const decisions = counted(blocks.length, 'decision');
  const points = open ? counted(open, 'open point') : 'no open points';
  return `${decisions}${each.length > 0 ? `: ${each.join(', ')}` : ''}; ${open === undefined ? 'not checked' : points}`;
}

function packsChecked({ checked }: Library): string {
  const days = checked.map(({ on }) => on).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  return first === last ? dateInWords(first) : periodInWords(first, last);
}
