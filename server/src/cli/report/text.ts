import {
  isSafe,
  lineSpan,
  type Problem,
  positionAt,
  type SourceText,
  type Span,
  shorten,
  wrapWords,
} from '../../core/index';
import { unitAt } from '../../import/imported-letter';
import type { Colors } from '../terminal';
import { printable } from './printable';
import { type CreateReport, counted, type ReportContext, type ReportedFile, summaryLine } from './report';
import { colorOf } from './severity-color';

/** Findings by file for a terminal, each with its line of the letter. Lines and columns count from 1. */
export const createTextReport: CreateReport = (context) => {
  const { colors, quiet, rules } = context;
  const withSafeFixes = new Set(rules.filter(({ fix }) => fix === 'safe').map(({ code }) => code));
  let fixable = 0;
  return {
    start: () => '',
    file: (file) => {
      if (file.problems.length === 0) return '';
      fixable += file.problems.filter(
        ({ code, fixes }) => withSafeFixes.has(code) && fixes?.some((fix) => isSafe(fix)),
      ).length;
      const findings = file.problems.map((problem) => framed(problem, file, context));
      return `${colors.underline(printable(file.path))}\n${findings.join('\n')}\n`;
    },
    end: (summary) => {
      if (quiet) return '';
      const fixes = fixable === 0 ? '' : `${counted(fixable, 'finding')} can be fixed with ${colors.bold('imr fix')}\n`;
      return `${summaryLine(summary, colors)}${fixes}`;
    },
  };
};

/** A place in a document: page 3, paragraph 12. */
const marks = { page: 'p. ', paragraph: '\u00b6 ' };

/** Columns of the margin: `  69:42  `. */
const indent = 10;
/** Wide lines are hard to read, even in a wide terminal. */
const widest = 110;

function framed(problem: Problem, { source, imported }: ReportedFile, { colors, columns }: ReportContext): string {
  const { span, severity, code, message, item } = problem;
  const { line, character } = positionAt(source, span.start);
  const width = Math.min(columns, widest) - indent;
  const place = (
    imported ? `${marks[imported.unit]}${unitAt(imported, span.start)}` : `${line + 1}:${character + 1}`
  ).padStart(indent - 2);
  const [first = '', ...rest] = wrapWords(`${severity} ${printable(message)} ${code}`, Math.max(width, 20));
  const head = [`${colors.dim(place)}  ${colored(first, problem, colors)}`, ...rest.map((text) => margin(text))];
  const about = item === undefined || item === '' ? [] : [margin(colors.dim(shorten(printable(item), width)))];
  return [...head, ...about, ...frame(source, span, line, width, colors), ''].join('\n');
}

/** The severity and the code on the first line, in color. */
function colored(text: string, { severity, code }: Problem, colors: Colors): string {
  const rest = text.slice(severity.length);
  return colorOf(severity, colors)(severity) + rest.replace(new RegExp(`${code}$`), colors.dim(code));
}

/** The line where the finding begins, with its words underlined. A long line is cut around them. */
function frame(source: SourceText, span: Span, line: number, width: number, colors: Colors): string[] {
  const whole = lineSpan(source, line);
  const text = source.text.slice(whole.start, whole.end).trimEnd();
  if (text.trim() === '') return [];
  const from = span.start - whole.start;
  const to = Math.max(from + 1, Math.min(span.end, whole.start + text.length) - whole.start);
  const room = Math.max(width - 2, 20);
  const start = text.length <= room ? 0 : Math.max(0, Math.min(from - Math.floor(room / 4), text.length - room));
  const shown = printableCells(text.slice(start, start + room));
  const carets = '^'.repeat(Math.max(1, Math.min(to, start + room) - from));
  const number = String(line + 1).padStart(indent - 2);
  return [
    `${colors.dim(`${number} \u2502`)} ${start > 0 ? '\u2026' : ''}${shown}${start + room < text.length ? '\u2026' : ''}`,
    `${' '.repeat(indent - 2)} ${colors.dim('\u2502')} ${' '.repeat(from - start + (start > 0 ? 1 : 0))}${colors.red(carets)}`,
  ];
}

/** One cell per UTF-16 unit, so that the marks below line up. */
function printableCells(text: string): string {
  return text.replace(/[\t\v\f\u00a0]/g, ' ').replace(/./gsu, (each) => printable(each));
}

function margin(text: string): string {
  return ' '.repeat(indent) + text;
}
