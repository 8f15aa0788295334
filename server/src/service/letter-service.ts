import {
  applyEdits,
  type Card,
  type CheckedLetter,
  type CompletionKind,
  checkLetter,
  completionsAt,
  createTextMemory,
  fixAllSafe,
  hoverAt,
  toMarkdown,
  toPlainCard,
  toPlainText,
  toSnippet,
} from '../core/index';
import { toCheckedProblem } from '../documents/checked-problem';
import { findEntries } from '../documents/entries';
import type { CheckedProblem } from '../documents/generated/documents';
import { type ParsedLetter, toParsedLetter } from '../documents/parsed-letter';
import { type Range, toRange } from '../documents/place';
import { loadLanguage } from '../language/load';
import type { OptionFinding, ServiceOptions } from './options';
import { readOptions } from './read-options';

/**
 * Reads and checks letters. Every method takes the whole text of a letter, accepts any text, and never throws. Calls with the same
 * text share their work, and after an edit only what has changed is computed again. Offsets are UTF-16 code units from the start of
 * the text.
 */
export interface LetterService {
  /** Mistakes in the packs, forms, and settings that the service was created with. */
  readonly findings: readonly OptionFinding[];
  /** The letter's model: header, sections, decisions, citations, conclusions. */
  parse(text: string): ParsedLetter;
  /** Findings of the rules that do not need the tagger and the dictionary. */
  check(text: string): CheckResult;
  /** All findings, including those about language. Loads about 4 MB on the first call; rejects if that file is missing. */
  checkLanguage(text: string): Promise<CheckResult>;
  /** Applies the fixes of kind `safe` until none is left. Fixing the result again changes nothing. */
  fix(text: string): FixResult;
  /** What is known about the words at an offset: a card of a drug, guideline, or decision, and help with the problems there. */
  hover(text: string, offset: number): HoverResult | undefined;
  /** Completions at an offset, in the order in which to offer them. */
  complete(text: string, offset: number): CompletionResult;
  /** Entries for a term, the best first. The term is a name, a part of a title, or the path of an entry (`drug/tramadol`). */
  lookup(term: string): readonly LookupEntry[];
}

/** The result of a check. */
export interface CheckResult {
  /** Sorted by place, then code. */
  readonly problems: readonly CheckedProblem[];
  /** Codes of rules that failed because of a bug. What they look for was not checked. */
  readonly failedRules: readonly string[];
}

/** A text with its safe fixes applied. */
export interface FixResult {
  /** The fixed text. */
  readonly text: string;
  /** Number of problems that were fixed. */
  readonly count: number;
}

/** The same text in two formats. */
export interface CardText {
  /** For clients that render Markdown. */
  readonly markdown: string;
  /** For all other clients. */
  readonly plainText: string;
}

/** A card and the words it is about. */
export interface HoverResult extends Range, CardText {}

/** Completions at an offset. */
export interface CompletionResult {
  /** In the order in which to offer them. */
  readonly items: readonly CompletionEntry[];
  /** True if more completions may match when more is typed. */
  readonly isIncomplete: boolean;
}

/** A completion. The range is what the text replaces; it is on one line, and the offset is in it or at its end. */
export interface CompletionEntry extends Range {
  /** Determines the icon. */
  readonly kind: CompletionKind;
  /** Shown in the list. */
  readonly label: string;
  /** A few words behind the label. */
  readonly detail?: string;
  /** Places to fill in are in brackets: `[date]`. */
  readonly newText: string;
  /** The same as an LSP snippet. */
  readonly snippet: string;
  /** What the typed text is compared with. */
  readonly filter: string;
}

/** An entry of the library. */
export interface LookupEntry extends CardText {
  /** `drug/tramadol`: looks up this entry only. */
  readonly path: string;
  /** Title of its card. */
  readonly title: string;
}

/** A fix may reveal another problem. More rounds than this would mean that two rules undo each other. */
const mostRounds = 10;

/** Creates a service. Packs and settings are read once, here; building a library from packs takes a moment. */
export function createLetterService(options: ServiceOptions = {}): LetterService {
  const { findings, ...known } = readOptions(options);
  const memory = createTextMemory();
  let last: { readonly text: string; readonly letter: CheckedLetter } | undefined;
  const read = (text: string): CheckedLetter => {
    if (last?.text !== text) last = { text, letter: checkLetter(text, { ...known, memory }) };
    return last.letter;
  };
  return {
    findings,
    parse: (text) => toParsedLetter(read(text).ask),
    check: (text) => toCheckResult(read(text)),
    async checkLanguage(text) {
      return toCheckResult(checkLetter(text, { ...known, memory, language: await loadLanguage() }));
    },
    fix(text) {
      let fixed: FixResult = { text, count: 0 };
      for (let round = 0; round < mostRounds; round++) {
        const all = fixAllSafe(read(fixed.text).problems);
        if (!all) break;
        fixed = { text: applyEdits(fixed.text, all.edits), count: fixed.count + all.count };
      }
      return fixed;
    },
    hover(text, offset) {
      const { ask, letter, problems } = read(text);
      const hover = hoverAt({ ask, problems, offset });
      return hover && { ...toRange(letter.source, hover.span), ...toCardText(hover.card) };
    },
    complete(text, offset) {
      const { ask, letter } = read(text);
      const { items, isIncomplete } = completionsAt(ask, offset);
      const entries = items.map(({ kind, label, detail, span, parts, filter }) => ({
        kind,
        label,
        ...(detail !== undefined && { detail }),
        newText: toPlainText(parts),
        snippet: toSnippet(parts),
        filter,
        ...toRange(letter.source, span),
      }));
      return { items: entries, isIncomplete };
    },
    lookup: (term) =>
      findEntries(known.library, term).map(({ path, card }) => ({ path, title: card.title, ...toCardText(card) })),
  };
}

function toCheckResult({ letter, problems, failures }: CheckedLetter): CheckResult {
  return {
    problems: problems.map((problem) => toCheckedProblem(problem, letter.source)),
    failedRules: failures.map(({ rule }) => rule.code),
  };
}

function toCardText(card: Card): CardText {
  return { markdown: toMarkdown(card), plainText: toPlainCard(card) };
}
