import { type Problem, positionAt } from '../../core/index';
import { unitAt } from '../../import/imported-letter';
import type { Colors } from '../terminal';
import { flatMessage } from './flat-message';
import { printable } from './printable';
import { type CreateReport, type ReportedFile, summaryLine } from './report';
import { colorOf } from './severity-color';

/** One line per problem, `path:line:column severity code message`, for pipes and problem matchers; lines and columns from 1. */
export const createUnixReport: CreateReport = ({ colors, quiet }) => ({
  start: () => '',
  file: (file) => file.problems.map((problem) => problemLine(problem, file, colors)).join(''),
  end: (summary) => (quiet ? '' : summaryLine(summary, colors)),
});

function problemLine(problem: Problem, file: ReportedFile, colors: Colors): string {
  const { path, source } = file;
  const { span, severity, code } = problem;
  const { line, character } = positionAt(source, span.start);
  const place = `${printable(path)}:${line + 1}:${character + 1}`;
  return `${colors.bold(place)} ${colorOf(severity, colors)(severity)} ${colors.dim(code)} ${printable(flatMessage(problem))}${placeInDocument(file, problem)}\n`;
}

/** ` (page 3)`. Empty for a text file. */
function placeInDocument({ imported }: ReportedFile, { span }: Problem): string {
  return imported ? ` (${imported.unit} ${unitAt(imported, span.start)})` : '';
}
