import { isOpenPoint } from '../../core/index';
import { csvLine } from './escape';
import type { LetterFile } from './report';

const columns = [
  ...['path', 'case number', 'form', 'decision', 'item', 'outcome', 'class', 'guidelines', 'conclusion'],
  ...['open points', 'codes'],
];

/** The column names of a case log. */
export function caseLogHead(): string {
  return csvLine(columns);
}

/** One line per decision of a letter, in order. */
export function caseLogRows({ path, letter, problems }: LetterFile): string {
  const { caseNumber, form, decisions } = letter;
  const rows = decisions.map((decision, index) => {
    const { item, outcome, isNecessary } = decision;
    const open = problems.filter((problem) => problem.block === index && isOpenPoint(problem));
    const guidelines = decision.citations.flatMap(({ by, guideline }) =>
      by === 'reviewer' && guideline ? guideline.title : [],
    );
    return csvLine([
      ...[path, caseNumber, form, String(index + 1), item, outcome ?? '', decision.class?.name ?? ''],
      [...new Set(guidelines)].join('; '),
      conclusionInWords(isNecessary),
      String(open.length),
      [...new Set(open.map(({ code }) => code))].join(' '),
    ]);
  });
  return rows.join('');
}

function conclusionInWords(isNecessary: boolean | null): string {
  if (isNecessary === null) return '';
  return isNecessary ? 'necessary' : 'not necessary';
}
