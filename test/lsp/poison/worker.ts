// The worker of the server as it ships, with a rule that no bundle that ships has.
import { existsSync, writeFileSync } from 'node:fs';
import { type Rule, rules } from '../../../server/src/core/index';
import '../../../server/src/node/worker';
import { commonActs, poisonRule } from './rule';

const acts = {
  ...commonActs,
  exit: () => process.exit(3),
  // The whole server, as the system ends one that takes too much memory.
  kill: () => process.kill(process.pid, 'SIGKILL'),
  memory: () => {
    const held: number[][] = [];
    for (;;) held.push(new Array(1000).fill(Math.random()));
  },
};

/** The mark is a file, which outlives the worker. */
function isSpent(file: string): boolean {
  if (existsSync(file)) return true;
  writeFileSync(file, '');
  return false;
}

// The first message is read after this.
(rules as Rule[]).push(poisonRule(acts, isSpent));
