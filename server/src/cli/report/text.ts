import { type Problem, positionAt, type Severity } from '../../core/index';
import type { Colors } from '../terminal';
import { flatMessage } from './flat-message';
import { printable } from './printable';
import { type CreateReport, counted, countsInWords, type ReportedFile } from './report';

/** A line a problem, `path:line:column severity code message`, that a terminal makes a link; lines and columns from 1. */
export const createTextReport: CreateReport = ({ colors, quiet }) => ({
  start: () => '',
  file: (file) => file.problems.map((problem) => problemLine(problem, file, colors)).join(''),
  end: (summary) => {
    if (quiet) return '';
    const letters = counted(summary.files, 'letter') || 'no letter';
    return `${letters} checked: ${colors.bold(countsInWords(summary))}\n`;
  },
});

function problemLine(problem: Problem, { path, source }: ReportedFile, colors: Colors): string {
  const { span, severity, code } = problem;
  const { line, character } = positionAt(source, span.start);
  const place = `${printable(path)}:${line + 1}:${character + 1}`;
  return `${colors.bold(place)} ${colorOf(severity, colors)(severity)} ${colors.dim(code)} ${printable(flatMessage(problem))}\n`;
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim }[severity];
}
