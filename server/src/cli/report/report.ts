import type { Problem, Rule, Severity, SourceText } from '../../core/index';
import type { Summary } from '../../documents/generated/documents';
import type { ImportedLetter } from '../../import/imported-letter';
import type { LetterFacts } from '../documents/letter-facts';
import type { Colors } from '../terminal';

/** A file with its findings to report, in text order. */
export interface ReportedFile {
  readonly path: string;
  readonly source: SourceText;
  /** Set if `source` is the text of a document. */
  readonly imported?: Pick<ImportedLetter, 'unit' | 'starts' | 'notes'>;
  /** Undefined for a file of the tool: a configuration, a pack, suppressions. */
  readonly letter: LetterFacts | undefined;
  readonly problems: readonly Problem[];
  /** Findings that somebody has accepted. */
  readonly accepted: readonly AcceptedProblem[];
}

export type LetterFile = ReportedFile & { readonly letter: LetterFacts };

export function isLetter(file: ReportedFile): file is LetterFile {
  return file.letter !== undefined;
}

/** A finding that is not reported because a suppression or a baseline hides it. */
export interface AcceptedProblem {
  readonly problem: Problem;
  readonly by: 'suppression' | 'baseline';
  readonly reason: string;
}

/** A format. Every method returns the text to print next. Each file in this folder is one format. */
export interface Report {
  /** Before the first file. */
  start(): string;
  /** Letters as they come, then settings files with findings. */
  file(file: ReportedFile): string;
  /** `unread` are sentences about unreadable files, `outside` the settings files outside the checked folders. */
  end(summary: Summary, unread: readonly string[], outside: readonly string[]): string;
}

/** Data for a report besides the files. */
export interface ReportContext {
  readonly version: string;
  readonly colors: Colors;
  readonly quiet: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly rules: readonly Rule[];
}

export type CreateReport = (context: ReportContext) => Report;

const counters = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const;

export const emptySummary: Summary = { files: 0, errors: 0, warnings: 0, information: 0, hints: 0 };

/** Returns the summary with one more file. */
export function addToSummary(summary: Summary, { letter, problems }: ReportedFile): Summary {
  const counts: Record<keyof Summary, number> = { ...summary, files: summary.files + (letter ? 1 : 0) };
  for (const { severity } of problems) counts[counters[severity]]++;
  return counts;
}

/** `2 errors, 1 warning`, or `nothing found`. Information counts as notes. */
export function countsInWords(summary: Summary): string {
  const words = [
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    counted(summary.information, 'note'),
    counted(summary.hints, 'hint'),
  ].filter((part) => part !== '');
  return words.join(', ') || 'nothing found';
}

/** `3 letters checked: 2 errors, 1 warning`. */
export function summaryLine(summary: Summary, colors: Colors): string {
  const letters = counted(summary.files, 'letter') || 'no letter';
  return `${letters} checked: ${colors.bold(countsInWords(summary))}\n`;
}

/** `1 letter`, `3 letters`; empty for none. */
export function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** True if `severity` is at or above `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] >= ranks[threshold];
}

const ranks: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };
