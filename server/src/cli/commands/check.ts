import { version } from '../../../../package.json';
import { builtinForms } from '../../builtin/forms';
import { builtinLibrary } from '../../builtin/library';
import { analyzeLetter, lintLetter, readLetter, rules } from '../../core/index';
import type { ExitCode, Invocation } from '../command';
import { type LetterText, openLetters } from '../letters';
import { reportFormats } from '../report/formats';
import type { CheckedLetter, Report } from '../report/report';
import { createTally } from '../tally';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** `imr check`: what is wrong with each letter. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const report = await openReport(invocation, terminal);
  const letters = await openLetters(invocation, terminal);
  const tally = createTally(invocation.options);
  let isWhole = true;
  terminal.print(report.start());
  const unread = await letters.each((letter) => {
    const checked = check(letter, terminal);
    isWhole &&= checked.isWhole;
    terminal.print(report.letter({ ...checked, problems: tally.add(checked.problems) }));
  });
  terminal.print(report.end(tally.summary(), unread));
  const unseen = tally.unseenReason();
  if (unseen) terminal.note(unseen);
  if (unread.length > 0 || !isWhole) return 2;
  return tally.hasFailed() ? 1 : 0;
}

function check({ path, text }: LetterText, terminal: Terminal): CheckedLetter & { isWhole: boolean } {
  const analysis = analyzeLetter(readLetter(text, builtinForms), builtinLibrary);
  const { problems, failures } = lintLetter(analysis, rules);
  for (const { rule, error } of failures) {
    terminal.complain(`${path}: rule ${rule.code} failed, its findings are missing: ${(error as Error).message}`);
  }
  return { path, analysis, problems, isWhole: failures.length === 0 };
}

async function openReport({ format, options }: Invocation, { colours }: Terminal): Promise<Report> {
  const create = await reportFormats[format]?.();
  if (!create) throw new UsageError(`--format ${format}: imr check does not know it`);
  return create({ version, colours, quiet: options.quiet ?? false, rules });
}
