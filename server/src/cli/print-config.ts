import { createSourceText, type TracedValue } from '../core/index';
import { readTextFile, settingsLimits } from '../workspace/file-system';
import type { WorkspaceSettings } from '../workspace/settings';
import { createSettingsLookup } from './check-letter';
import type { ExitCode, Invocation } from './command';
import { nodeFiles } from './files/node-files';
import { shownPath } from './files/paths';
import { protectInputs } from './files/protect-inputs';
import { describeOwn, placeIn } from './own-files';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Runs `imr check --print-config FILE`: prints every setting of a letter with its origin, as text or JSON. */
export async function printConfig({ options, format, operands }: Invocation, terminal: Terminal): Promise<ExitCode> {
  const letter = options['print-config'] ?? '';
  if (operands.length > 0) throw new UsageError('--print-config takes one file, and no other path');
  if (format !== 'text' && format !== 'json') throw new UsageError('--print-config prints text or json');
  await protectInputs([{ file: letter, path: letter }], options, [letter]);
  const settings = await createSettingsLookup(options, [letter])({ file: letter, path: letter });
  const rows = await Promise.all(
    settings.trace.map(async ({ setting, value, ...origin }) => ({ setting, value, from: await originOf(origin) })),
  );
  const head = {
    letter,
    config: settings.configPath === null ? null : shownPath(settings.configPath),
    suppressions: settings.suppressions ? shownPath(settings.suppressions.file.path) : null,
    checked: settings.isIncluded,
  };
  terminal.print(format === 'json' ? `${JSON.stringify({ ...head, settings: rows }, null, 2)}\n` : asText(head, rows));
  return reportProblems(settings, terminal) ? 2 : 0;
}

interface Head {
  readonly letter: string;
  readonly config: string | null;
  readonly suppressions: string | null;
  readonly checked: boolean;
}

interface Row {
  readonly setting: string;
  readonly value: unknown;
  readonly from: string;
}

function asText({ letter, config, suppressions, checked }: Head, rows: readonly Row[]): string {
  const written = rows.map(({ setting, value, from }) => [setting, JSON.stringify(value), from] as const);
  const width = (column: 0 | 1): number => Math.max(...written.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  return [
    `letter         ${letter}${checked ? '' : ' (left out by the configuration)'}`,
    `configuration  ${config ?? 'none'}`,
    `suppressions   ${suppressions ?? 'none'}`,
    '',
    ...written.map(([setting, value, from]) => `${setting.padEnd(first)}  ${value.padEnd(second)}  ${from}`),
    '',
  ].join('\n');
}

/** `.imr.yaml:3:3`, or the layer's name. */
async function originOf({ from, span }: Omit<TracedValue, 'setting' | 'value'>): Promise<string> {
  const file = span && (await readTextFile(nodeFiles, from, settingsLimits(null)));
  if (!file || !('text' in file)) return from;
  return placeIn(createSourceText(file.text), from, span);
}

/** True if a file could not be read. */
function reportProblems({ problems }: WorkspaceSettings, terminal: Terminal): boolean {
  for (const problem of problems) terminal.complain(describeOwn(problem));
  return problems.some(({ isFatal }) => isFatal);
}
