import { existsSync } from 'node:fs';
import { version } from '../../../../package.json';
import { rules } from '../../core/index';
import { type Baseline, createBaseline } from '../baseline';
import { type Checker, createChecker } from '../check-letters';
import type { ExitCode, Invocation } from '../command';
import { type Letters, noteOmissions, openLetters } from '../letters';
import { formatOf, reportFormats } from '../report/formats';
import { counted, type Report, type ReportedFile } from '../report/report';
import { createTally, type Tally } from '../tally';
import type { Terminal } from '../terminal';
import { createTiming, type Timing } from '../timing';
import { UsageError } from '../usage-error';
import type { WordComments } from '../word-comments';

/** Runs `imr check`: finds what is wrong with each letter. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { options } = invocation;
  if (options['print-config'] !== undefined) return (await import('../print-config')).printConfig(invocation, terminal);
  if (options.records) return (await import('../check-records')).checkRecords(invocation, terminal);
  if (!options.watch) return checkOnce(invocation, terminal);
  const outputs = [options.output, options['write-baseline'], options.comments];
  if (outputs.some((path) => path !== undefined) || invocation.operands.includes('-'))
    throw new UsageError('--watch works on files, and writes to the terminal only');
  const paths = invocation.operands.length > 0 ? invocation.operands : ['.'];
  return (await import('../watch')).runOnChange(paths, () => checkOnce(invocation, terminal), terminal);
}

async function checkOnce(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { options } = invocation;
  const report = await openReport(invocation, terminal);
  const letters = await openLetters(invocation, terminal);
  const checker = await createChecker(invocation, letters, terminal);
  const baseline = options['write-baseline'] === undefined ? undefined : createBaseline(options['write-baseline']);
  const comments =
    options.comments === undefined
      ? undefined
      : (await import('../word-comments')).openWordComments(options.comments, invocation, letters, terminal);
  const tally = createTally(options);
  const timing = createTiming(options);
  let unread: number;
  try {
    unread = await checkAll(terminal, { letters, report, checker, baseline, comments, tally, timing });
    if (comments && unread === 0) terminal.note(await comments.write());
  } finally {
    comments?.close();
  }
  if (unread > 0 || checker.isBroken()) return 2;
  return tally.hasFailed() && !baseline ? 1 : 0;
}

interface Run {
  readonly letters: Letters;
  readonly report: Report;
  readonly checker: Checker;
  readonly baseline: Baseline | undefined;
  readonly comments: WordComments | undefined;
  readonly tally: Tally;
  readonly timing: Timing;
}

/** Checks and reports each letter, then the settings files. Returns how many could not be read. */
async function checkAll(terminal: Terminal, run: Run): Promise<number> {
  const { letters, report, checker, baseline, comments, tally, timing } = run;
  const print = (file: ReportedFile): void => {
    noteOmissions(file, terminal);
    terminal.print(report.file(file));
  };
  terminal.print(report.start());
  const unread = await checker.each((letter, source) => {
    if (letter) {
      baseline?.add(letter, source);
      timing.add(letter.times);
      const reported = tally.add(letter);
      print(reported);
      comments?.add(reported, source);
    } else if (letters.isSingle) terminal.note(`${source.path}: left out by the configuration`);
  });
  for (const file of checker.ownFiles()) print(tally.add(file));
  terminal.print(report.end(tally.summary(), unread, checker.outside()));
  checker.tellOutside();
  if (baseline) writeBaseline(baseline, unread.length, terminal);
  const unseen = tally.unseenReason();
  if (unseen && !baseline) terminal.note(unseen);
  timing.tell(terminal);
  return unread.length;
}

/** A baseline that lacks unreadable letters must not replace one that may contain them. */
function writeBaseline(baseline: Baseline, unread: number, terminal: Terminal): void {
  if (unread > 0 && existsSync(baseline.path))
    terminal.complain(`${baseline.path}: not replaced, because ${counted(unread, 'path')} could not be read`);
  else terminal.note(baseline.write(terminal));
}

async function openReport(invocation: Invocation, terminal: Terminal): Promise<Report> {
  const format = formatOf(invocation, terminal);
  const create = await reportFormats[format]?.();
  if (!create) throw new Error(`no report for ${format}`);
  const { colors, columns } = terminal;
  return create({ version, colors, columns, quiet: invocation.options.quiet ?? false, rules });
}
