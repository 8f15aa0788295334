import { resolve } from 'node:path';
import { type Suppression, suppressionFor, writeSuppressions } from '../core/index';
import { isBelow, relativeTo } from '../workspace/paths';
import { type CheckedLetter, settingsPathOf } from './check-letter';
import { absolutePath } from './files/paths';
import type { LetterSource } from './files/sources';
import { counted } from './report/report';
import type { Terminal } from './terminal';

/** Collects a baseline. */
export interface Baseline {
  /** The path as given. */
  readonly path: string;
  add(letter: CheckedLetter, source: LetterSource): void;
  /** Writes the file and returns a sentence about it. Throws a UsageError if it cannot be written. */
  write(terminal: Pick<Terminal, 'openOutput'>): string;
}

const reason = 'in the baseline';

/** `path` is as given. Letters are named relative to the file's folder; a letter elsewhere has no name in it. */
export function createBaseline(path: string): Baseline {
  const folder = absolutePath(resolve(path, '..'));
  const entries: Suppression[] = [];
  return {
    path,
    add({ beforeBaseline, source: { text } }, source) {
      const file = settingsPathOf(source);
      for (const problem of beforeBaseline) {
        const { letter: _, ...entry } = suppressionFor(problem, text, '', reason);
        entries.push(isBelow(folder, file) ? { ...entry, letter: relativeTo(folder, file) } : entry);
      }
    },
    write({ openOutput }) {
      const unique = [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
      const output = openOutput(path);
      try {
        output.write(writeSuppressions(unique));
        output.finish();
      } finally {
        output.close();
      }
      return `${path}: ${counted(unique.length, 'finding') || 'no finding'} written; --baseline ${path} leaves them out`;
    },
  };
}
