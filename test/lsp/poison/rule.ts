// A rule that does to the server what no rule should do, where the letter tells it to: `poison: loop`. No bundle that ships has it.
import type { LetterRule } from '../../../server/src/core/rules/rule';

type Acts = Readonly<Record<string, () => void>>;

/** What any host can be made to do. */
export const commonActs: Acts = {
  loop: () => {
    for (;;);
  },
  // In the engine of regular expressions, which is not the one of the language.
  backtrack: () => void /^(?:a|a)*$/.test(`${'a'.repeat(60)}b`),
  // After the check of the letter, and of others.
  later: () => {
    setTimeout(() => {
      throw new Error('poison');
    }, 20);
  },
};

/** A rule with these acts. `poison: loop <mark>` does nothing if `isSpent` has seen that mark before. */
export function poisonRule(acts: Acts, isSpent: (mark: string) => boolean = () => false): LetterRule {
  return {
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
      const [, name = '', mark] = /poison: (\w+)(?: (\S+))?/.exec(letter.source.text) ?? [];
      if (mark === undefined || !isSpent(mark)) acts[name]?.();
      return [];
    },
  };
}
