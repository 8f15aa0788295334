import type { Rule } from '../rules/rule';
import { nearest } from '../text/edit-distance';
import type { Span } from '../text/span';
import { type ConfigFinding, createFindings, type FindingList, type Locate } from './findings';
import { ruleNamed, type Suppression } from './suppress';

/** `.imr/suppressions.json` and baselines, as written. */
export interface SuppressionFile {
  readonly version: 1;
  readonly suppressions: readonly Suppression[];
}

export interface SuppressionList {
  readonly suppressions: readonly Suppression[];
  /** Place of an entry, if the file has positions. */
  placeOf(entry: Suppression): Span | undefined;
  /** Entries without a reason. */
  readonly withoutReason: readonly ConfigFinding[];
  /** Mistakes in the file. */
  readonly findings: readonly ConfigFinding[];
}

/** Reads a parsed suppression file or baseline. Broken entries are left out and reported. Never throws. */
export function readSuppressions(
  source: string,
  content: unknown,
  rules: readonly Rule[],
  locate?: Locate,
): SuppressionList {
  const findings = createFindings(source);
  const withoutReason = createFindings(source);
  const places = new Map<Suppression, Span | undefined>();
  const reportTo =
    (list: FindingList): Report =>
    (pointer, message) => {
      const place = () => locate?.(pointer, 'value') ?? locate?.(pointer.replace(/\/[^/]*$/, ''), 'value');
      list.add(pointer, place, typeof message === 'function' ? message : () => ({ message }));
    };
  const report = reportTo(findings);
  for (const [i, entry] of entriesOf(content, report).entries()) {
    const pointer = `/suppressions/${i}`;
    const suppression = readEntry(entry, pointer, rules, report);
    if (!suppression) continue;
    places.set(suppression, locate?.(pointer, 'value'));
    if (suppression.reason.trim() === '') {
      reportTo(withoutReason)(
        `${pointer}/reason`,
        'This suppression gives no reason, so it hides nothing. Say in a few words why the finding does not count here.',
      );
    }
  }
  return {
    suppressions: [...places.keys()],
    placeOf: (entry) => places.get(entry),
    withoutReason: withoutReason.all(),
    findings: findings.all(),
  };
}

type Said = { readonly message: string; readonly replacement?: string | undefined };
/** A function is called only if the problem is listed. */
type Report = (pointer: string, message: string | (() => Said)) => void;

function entriesOf(content: unknown, report: Report): readonly unknown[] {
  if (content === undefined || content === null) return [];
  const { version, suppressions } = (typeof content === 'object' ? content : {}) as Partial<SuppressionFile>;
  if (!Array.isArray(suppressions)) {
    report('', 'A suppression file is a map with "version": 1 and a list "suppressions".');
    return [];
  }
  if (version !== 1) report('/version', '"version" must be 1.');
  return suppressions;
}

function readEntry(entry: unknown, pointer: string, rules: readonly Rule[], report: Report): Suppression | undefined {
  const { rule, item, text, letter, reason } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
    string,
    unknown
  >;
  if (typeof rule !== 'string' || typeof text !== 'string') {
    report(pointer, 'A suppression has at least "rule", "item", "text" (the fingerprint) and "reason".');
    return undefined;
  }
  const known = ruleNamed(rule, rules);
  if (!known) {
    report(`${pointer}/rule`, () => {
      const meant = nearest(
        rule,
        rules.flatMap(({ code, name }) => [code, name]),
        3,
      );
      const help = meant ? ` Did you mean "${meant}"?` : '';
      return { message: `"${rule}" is no known rule; the entry has no effect.${help}`, replacement: meant };
    });
    return undefined;
  }
  return {
    rule: known.code,
    item: typeof item === 'string' && item !== '' ? item : null,
    text,
    ...(typeof letter === 'string' && { letter }),
    reason: typeof reason === 'string' ? reason : '',
  };
}

/** Returns the text of a file with these entries, without duplicates. */
export function writeSuppressions(entries: readonly Suppression[]): string {
  const lines = [...new Set(entries.map((entry) => JSON.stringify(entry)))];
  const list = lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "suppressions": ${list}\n}\n`;
}

/**
 * Adds an entry to a suppression file and returns the new text; an entry for the same finding is replaced. `text` is the current
 * content, empty if there is no file. Undefined if it cannot be parsed, so nobody's work is overwritten.
 */
export function addSuppression(text: string, entry: Suppression): string | undefined {
  const entries = parseEntries(text);
  if (!entries) return undefined;
  const same = (other: Suppression): boolean =>
    other.rule === entry.rule &&
    other.item === entry.item &&
    other.text === entry.text &&
    other.letter === entry.letter;
  return writeSuppressions([...entries.filter((other) => !same(other)), entry]);
}

function parseEntries(text: string): readonly Suppression[] | undefined {
  if (text.trim() === '') return [];
  try {
    const { suppressions } = JSON.parse(text) as Partial<SuppressionFile>;
    const isSound =
      Array.isArray(suppressions) && suppressions.every((entry) => typeof entry === 'object' && entry !== null);
    return isSound ? suppressions : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
