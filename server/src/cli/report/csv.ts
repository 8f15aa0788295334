import { positionAt } from '../../core/index';
import { csvLine } from './escape';
import { flatMessage } from './flat-message';
import type { CreateReport } from './report';

const columns = ['path', 'line', 'column', 'severity', 'code', 'rule', 'item', 'message'];

/** One line per problem, for spreadsheets: RFC 4180 in UTF-8, lines and columns from 1. */
export const createCsvReport: CreateReport = () => ({
  start: () => csvLine(columns),
  file: ({ path, source, problems }) =>
    problems
      .map((problem) => {
        const { span, severity, code, rule, item = '' } = problem;
        const { line: row, character } = positionAt(source, span.start);
        return csvLine([
          path,
          String(row + 1),
          String(character + 1),
          severity,
          code,
          rule,
          item,
          flatMessage(problem),
        ]);
      })
      .join(''),
  end: () => '',
});
