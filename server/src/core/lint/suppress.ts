import type { Problem } from '../problem/problem';
import type { Rule } from '../rules/rule';
import { fingerprintOf } from '../text/fingerprint';
import type { Span } from '../text/span';

/** A finding that a person has reviewed and hidden: an entry of `.imr/suppressions.json` or of a baseline. */
export interface Suppression {
  /** Code of the rule; its name also works. */
  readonly rule: string;
  /** The item of the finding's block, as printed; null outside blocks. */
  readonly item: string | null;
  /** Fingerprint of the text: see `fingerprintOf`. */
  readonly text: string;
  /** The letter it was written for, relative to the file's folder. Only used to find unused entries. */
  readonly letter?: string;
  /** Why it is hidden. An entry without a reason has no effect. */
  readonly reason: string;
}

export interface Suppressed {
  readonly problem: Problem;
  readonly suppression: Suppression;
}

export interface SuppressionResult {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly Suppressed[];
}

/** Creates the entry that hides a problem. `text` is the letter's, `letter` its path relative to the file's folder. */
export function suppressionFor(problem: Problem, text: string, letter: string, reason: string): Suppression {
  return { rule: problem.code, item: itemOf(problem), text: fingerprintOf(text, anchorOf(problem)), letter, reason };
}

/** Removes the problems that an entry with a reason hides. `text` is the letter's. */
export function suppress(
  problems: readonly Problem[],
  text: string,
  entries: readonly Suppression[],
): SuppressionResult {
  if (entries.length === 0) return { problems, suppressed: [] };
  const known = new Map<string, Suppression>();
  for (const entry of entries)
    if (entry.reason.trim() !== '') known.set(keyOf(entry.rule, entry.item, entry.text), entry);
  const kept: Problem[] = [];
  const suppressed: Suppressed[] = [];
  for (const problem of problems) {
    const fingerprint = fingerprintOf(text, anchorOf(problem));
    const item = itemOf(problem);
    const suppression =
      known.get(keyOf(problem.code, item, fingerprint)) ?? known.get(keyOf(problem.rule, item, fingerprint));
    if (suppression) suppressed.push({ problem, suppression });
    else kept.push(problem);
  }
  return { problems: kept, suppressed };
}

/**
 * Returns the entries for a letter that hid nothing. Entries for rules that are off do not count, nor entries without a reason,
 * which have a finding of their own.
 */
export function unusedIn(
  letter: string,
  entries: readonly Suppression[],
  suppressed: readonly Suppressed[],
  isOn: (rule: string) => boolean,
): Suppression[] {
  const used = new Set(suppressed.map(({ suppression }) => suppression));
  return entries.filter(
    (entry) => entry.letter === letter && entry.reason.trim() !== '' && !used.has(entry) && isOn(entry.rule),
  );
}

/** Finds a rule by code (in any case), current name, or former name. */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule | undefined {
  return rules.find((rule) => rule.code.toLowerCase() === name.toLowerCase() || namesOf(rule).includes(name));
}

/** The current name of a rule, then its former names. */
export function namesOf({ name, aliases = [] }: Rule): readonly string[] {
  return [name, ...aliases];
}

/** Items are compared with white space collapsed. */
function keyOf(rule: string, item: string | null, fingerprint: string): string {
  return `${rule}\n${item?.replace(/\s+/g, ' ').trim() ?? ''}\n${fingerprint}`;
}

function anchorOf({ anchor, span }: Problem): Span {
  return anchor ?? span;
}

function itemOf({ item }: Problem): string | null {
  return item === undefined || item === '' ? null : item;
}
