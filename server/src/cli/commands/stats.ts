import { createChecker } from '../check-letters';
import type { ExitCode, Invocation } from '../command';
import { createStats } from '../documents/stats';
import { openLetters } from '../letters';
import { caseLogHead, caseLogRows } from '../report/case-log';
import { isLetter } from '../report/report';
import { describeStats } from '../report/stats-text';
import { createTally } from '../tally';
import type { Terminal } from '../terminal';

/** Runs `imr stats`: counts outcomes, classes, guidelines, and findings of many letters. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { options, format } = invocation;
  const checker = await createChecker(invocation, await openLetters(invocation, terminal), terminal);
  const tally = createTally(options);
  const isLog = format === 'csv';
  const stats = createStats();
  if (isLog) terminal.print(caseLogHead());
  const unread = await checker.each((letter) => {
    const shown = letter && tally.add(letter);
    if (!shown || !isLetter(shown)) return;
    if (isLog) terminal.print(caseLogRows(shown));
    else stats.add(shown);
  });
  checker.tellOutside();
  if (!isLog) {
    const result = stats.build();
    terminal.print(
      format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : `${describeStats(result, terminal.colors)}`,
    );
  }
  return unread.length > 0 || checker.isBroken() ? 2 : 0;
}
