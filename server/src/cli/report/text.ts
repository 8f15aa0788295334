import { type Problem, positionAt, type Severity } from '../../core/index';
import type { Colours } from '../terminal';
import { flatMessage } from './flat-message';
import { printable } from './printable';
import { type CreateReport, counted, countsInWords, type ReportedFile } from './report';

/** A line a problem, `path:line:column severity code message`, that a terminal makes a link; lines and columns from 1. */
export const createTextReport: CreateReport = ({ colours, quiet }) => ({
  start: () => '',
  file: (file) => file.problems.map((problem) => problemLine(problem, file, colours)).join(''),
  end: (summary) => {
    if (quiet) return '';
    const letters = counted(summary.files, 'letter') || 'no letter';
    return `${letters} checked: ${colours.bold(countsInWords(summary))}\n`;
  },
});

function problemLine(problem: Problem, { path, source }: ReportedFile, colours: Colours): string {
  const { span, severity, code } = problem;
  const { line, character } = positionAt(source, span.start);
  const place = `${printable(path)}:${line + 1}:${character + 1}`;
  return `${colours.bold(place)} ${colourOf(severity, colours)(severity)} ${colours.dim(code)} ${printable(flatMessage(problem))}\n`;
}

function colourOf(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.dim }[severity];
}
