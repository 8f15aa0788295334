import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Problem, type Suppression, suppressionFor, writeSuppressions } from '../core/index';
import { isBelow, relativeTo } from '../workspace/paths';
import { settingsPathOf } from './checker';
import { absolutePath } from './files/paths';
import type { LetterText } from './letters';
import { counted } from './report/report';
import { UsageError } from './usage-error';

/** A baseline in the making. */
export interface Baseline {
  add(letter: LetterText, problems: readonly Problem[]): void;
  /** Writes the file; says what was written. Throws a UsageError where it cannot be. */
  write(): string;
}

const reason = 'in the baseline';

/** `path` is as it was given. Letters are named relative to the file's folder; one elsewhere is not named at all. */
export function createBaseline(path: string): Baseline {
  const folder = absolutePath(resolve(path, '..'));
  const entries: Suppression[] = [];
  return {
    add(letter, problems) {
      const file = settingsPathOf(letter);
      for (const problem of problems) {
        const { letter: _, ...entry } = suppressionFor(problem, letter.text, '', reason);
        entries.push(isBelow(folder, file) ? { ...entry, letter: relativeTo(folder, file) } : entry);
      }
    },
    write() {
      const unique = [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
      try {
        writeFileSync(path, writeSuppressions(unique));
      } catch (error) {
        throw new UsageError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
      }
      return `${path}: ${counted(unique.length, 'finding') || 'no finding'} written; --baseline ${path} leaves them out`;
    },
  };
}
