import { createChecker } from '../checker';
import type { ExitCode, Invocation } from '../command';
import { createStats } from '../documents/stats';
import { openLetters } from '../letters';
import { isLetter } from '../report/report';
import { describeStats } from '../report/stats-text';
import { createTally } from '../tally';
import type { Terminal } from '../terminal';

/** `imr stats`: outcomes, classes, guidelines and findings counted over many letters. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { options, format } = invocation;
  const checker = await createChecker(options, terminal);
  const letters = await openLetters(invocation, terminal);
  const tally = createTally(options);
  const stats = createStats();
  const unread = await letters.each(async (letter) => {
    const checked = await checker.check(letter);
    const shown = checked && tally.add(checked);
    if (shown && isLetter(shown)) stats.add(shown);
  });
  const result = stats.build();
  terminal.print(
    format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : `${describeStats(result, terminal.colours)}`,
  );
  return unread.length > 0 || checker.isBroken() ? 2 : 0;
}
