import { type Problem, positionAt, type Severity, type SourceText } from '../../core/index';
import { escapeGithub, escapeGithubProperty } from './escape';
import { flatMessage } from './flat-message';
import type { CreateReport } from './report';

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export const createGithubReport: CreateReport = () => ({
  start: () => '',
  file: ({ path, source, problems }) => problems.map((problem) => command(path, problem, source)).join(''),
  end: () => '',
});

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Lines and columns count from 1; the end column is that of the last character. */
function command(path: string, problem: Problem, source: SourceText): string {
  const { code, rule, severity, span } = problem;
  const start = positionAt(source, span.start);
  const end = positionAt(source, Math.max(span.start, span.end - 1));
  const properties = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub rejects columns for more than one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: `${code} ${rule}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeGithubProperty(String(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${escapeGithub(flatMessage(problem))}\n`;
}
