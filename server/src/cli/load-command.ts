import type { CommandModule, CommandName } from './command';

/** Loads the code of one command, so that a call need not wait for the others. */
export function loadCommand(name: CommandName): Promise<CommandModule> {
  return modules[name]();
}

const modules: Readonly<Record<CommandName, () => Promise<CommandModule>>> = {
  check: () => import('./commands/check'),
  parse: () => import('./commands/parse'),
  fix: () => import('./commands/fix'),
  convert: () => import('./commands/convert'),
  redact: () => import('./commands/redact'),
  verify: () => import('./commands/verify'),
  stats: () => import('./commands/stats'),
  explain: () => import('./commands/explain'),
  lookup: () => import('./commands/lookup'),
  completions: () => import('./commands/completions'),
};
