import type { CheckedFile } from '../documents/generated/documents';
import { createChecker } from './check-letters';
import type { ExitCode, Invocation } from './command';
import { toCheckedFile } from './documents/checked-file';
import { protectInputs } from './files/protect-inputs';
import type { OptionName } from './options';
import type { UnreadRecord } from './read-record';
import { idOf, openRecords } from './records';
import { counted } from './report/report';
import { createTally } from './tally';
import type { Terminal } from './terminal';
import { createTiming } from './timing';
import { UsageError } from './usage-error';

/** Options that have no meaning for records, which are in no folder. */
const excluded: readonly OptionName[] = [
  'baseline',
  'write-baseline',
  'changed',
  'watch',
  'comments',
  'stdin-filename',
];

/** Runs `imr check --records`: one result per record, in order, also for a record that cannot be read. */
export async function checkRecords(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { options, operands, format } = invocation;
  const other = excluded.find((name) => options[name] !== undefined);
  if (other) throw new UsageError(`--records and --${other} exclude each other`);
  if (options.format !== undefined && format !== 'ndjson') throw new UsageError('--records writes ndjson only');
  const tally = createTally(options);
  const timing = createTiming(options);
  const print = (result: UnreadRecord | (CheckedFile & { readonly id: string | number })): void =>
    terminal.print(`${JSON.stringify(result)}\n`);
  let unreadRecords = 0;
  const records = openRecords(
    operands.length > 0 ? operands : ['-'],
    terminal,
    options.jobs !== undefined,
    (record) => {
      unreadRecords++;
      print(record);
    },
  );
  await protectInputs(records.sources, options, operands);
  const checker = await createChecker(invocation, records, terminal);
  const unread = await checker.each((letter, source) => {
    timing.add(letter?.times);
    if (letter) print({ id: idOf(source), ...toCheckedFile(tally.add(letter)) });
  });
  checker.complainOfSettings();
  checker.tellOutside();
  if (unreadRecords > 0) terminal.complain(`${counted(unreadRecords, 'record')} could not be read`);
  const unseen = tally.unseenReason();
  if (unseen) terminal.note(unseen);
  timing.tell(terminal);
  if (unread.length > 0 || unreadRecords > 0 || checker.isBroken()) return 2;
  return tally.hasFailed() ? 1 : 0;
}
