import type { Problem, Rule, Severity, SourceText } from '../../core/index';
import type { Summary } from '../../documents/generated/documents';
import type { ImportedLetter } from '../../import/imported-letter';
import type { LetterFacts } from '../documents/letter-facts';
import type { Colors } from '../terminal';

/** A file with the findings that are to be reported, in text order. */
export interface ReportedFile {
  readonly path: string;
  readonly source: SourceText;
  /** Where `source` is the text of a document. */
  readonly imported?: Pick<ImportedLetter, 'unit' | 'starts' | 'notes'>;
  /** Undefined for a file of the tool's own: a configuration, a pack, suppressions. */
  readonly letter: LetterFacts | undefined;
  readonly problems: readonly Problem[];
  /** Findings that somebody has accepted. */
  readonly accepted: readonly AcceptedProblem[];
}

export type LetterFile = ReportedFile & { readonly letter: LetterFacts };

export function isLetter(file: ReportedFile): file is LetterFile {
  return file.letter !== undefined;
}

/** A finding that is not reported: a suppression hides it for its reason, or a baseline because it is an old one. */
export interface AcceptedProblem {
  readonly problem: Problem;
  readonly by: 'suppression' | 'baseline';
  readonly reason: string;
}

/** A format at work: every method gives the text to print next. One file of this folder is one format. */
export interface Report {
  /** Before the first file. */
  start(): string;
  /** Letters as they come, then the files of our own that have findings. */
  file(file: ReportedFile): string;
  /** `unread` are sentences about what could not be read, `outside` the files of settings outside of the folders checked. */
  end(summary: Summary, unread: readonly string[], outside: readonly string[]): string;
}

/** What a report may want to know beside the files. */
export interface ReportContext {
  readonly version: string;
  readonly colors: Colors;
  readonly quiet: boolean;
  /** How many columns a line of the terminal has. */
  readonly columns: number;
  readonly rules: readonly Rule[];
}

export type CreateReport = (context: ReportContext) => Report;

const counters = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const;

export const emptySummary: Summary = { files: 0, errors: 0, warnings: 0, information: 0, hints: 0 };

/** The summary with one file more. */
export function addToSummary(summary: Summary, { letter, problems }: ReportedFile): Summary {
  const counts: Record<keyof Summary, number> = { ...summary, files: summary.files + (letter ? 1 : 0) };
  for (const { severity } of problems) counts[counters[severity]]++;
  return counts;
}

/** `2 errors, 1 warning`; `nothing found` where nothing was. Information is counted as notes. */
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

/** True when `severity` is as loud as `threshold` or louder. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] >= ranks[threshold];
}

const ranks: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };
