// A rule that does to the server what no rule should do, where the letter tells it to: `poison: loop`. No bundle that ships has it.
import { existsSync, writeFileSync } from 'node:fs';
import type { LetterRule } from '../../../server/src/core/rules/rule';

const acts: Readonly<Record<string, () => void>> = {
  loop: () => {
    for (;;);
  },
  // In the engine of regular expressions, which is not the one of the language.
  backtrack: () => void /^(?:a|a)*$/.test(`${'a'.repeat(60)}b`),
  exit: () => process.exit(3),
  memory: () => {
    const held: number[][] = [];
    for (;;) held.push(new Array(1000).fill(Math.random()));
  },
  // After the check of the letter, and of others.
  later: () => {
    setTimeout(() => {
      throw new Error('poison');
    }, 20);
  },
};

/** `poison: loop <file>` writes the file before it begins, and does nothing where that is there already. */
export const poison: LetterRule = {
  code: 'IMR999',
  name: 'poison',
  scope: 'letter',
  severity: 'error',
  fix: null,
  summary: '',
  why: '',
  repair: '',
  examples: { bad: [], good: [] },
  check({ letter }) {
    const [, name = '', file] = /poison: (\w+)(?: (\S+))?/.exec(letter.source.text) ?? [];
    if (file !== undefined && existsSync(file)) return [];
    if (file !== undefined) writeFileSync(file, '');
    acts[name]?.();
    return [];
  },
};
