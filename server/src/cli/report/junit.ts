import { type Problem, positionAt, type SourceText } from '../../core/index';
import { escapeXml } from './escape';
import { flatMessage } from './flat-message';
import type { CreateReport, ReportedFile } from './report';

/** One test suite per file. A problem is a failed test; a note or hint is a passed test with output. */
export const createJunitReport: CreateReport = () => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="imr check">\n',
  file: suite,
  end: (_, unread) => `${unread.map(unreadSuite).join('')}</testsuites>\n`,
});

function suite({ path, source, problems }: ReportedFile): string {
  const failures = problems.filter(isFailure).length;
  const cases = problems.length > 0 ? problems.map((problem) => testCase(path, problem, source)) : [passed(path)];
  return element('testsuite', { name: path, tests: cases.length, failures, errors: 0 }, `\n${cases.join('')}  `, '  ');
}

function isFailure({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}

function testCase(path: string, problem: Problem, source: SourceText): string {
  const { code, rule, severity, span } = problem;
  const message = flatMessage(problem);
  const { line, character } = positionAt(source, span.start);
  const place = `${path}:${line + 1}:${character + 1}`;
  const said = isFailure(problem)
    ? element('failure', { type: severity, message }, escapeXml(place))
    : element('system-out', {}, escapeXml(`${place} ${severity}: ${message}`));
  const name = `${code} ${rule} at ${line + 1}:${character + 1}`;
  return element('testcase', { name, classname: path, file: path, line: line + 1 }, said.trim(), '    ');
}

function passed(path: string): string {
  return element('testcase', { name: 'nothing found', classname: path, file: path }, '', '    ');
}

/** A file that could not be read is an error, not a failure. */
function unreadSuite(message: string): string {
  const error = element('error', { type: 'unreadable', message }, '').trim();
  const unread = element('testcase', { name: 'can be read', classname: 'imr' }, error, '    ');
  return element('testsuite', { name: 'imr', tests: 1, failures: 0, errors: 1 }, `\n${unread}  `, '  ');
}

/** `content` is already XML. */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string,
  indent = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `${indent}<${name}${written.join('')}`;
  return content === '' ? `${open}/>\n` : `${open}>${content}</${name}>\n`;
}
