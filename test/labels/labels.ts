// The labels, and the letters they are about. A label whose text has changed is an error, not a skip.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Voice } from '../../server/src/core/analysis/sentence-voices';
import { sha256 } from '../../server/src/core/text/sha256';

interface Labeled {
  /** File name of the letter without its ending. */
  readonly letter: string;
  /** UTF-16 offsets in the letter. */
  readonly start: number;
  readonly end: number;
  /** The first 16 digits of the SHA-256 of the text there. */
  readonly hash: string;
}

export interface SentenceLabel extends Labeled {
  readonly label: Voice;
}

export type ElementLabel = 'stated' | 'criterion-only' | 'missing' | 'not-applicable';

/** `start` and `end` are those of the rationale, `block` counts from 0. */
export interface BlockLabel extends Labeled {
  readonly block: number;
  readonly labels: Readonly<Record<string, ElementLabel>>;
}

/** `start` and `end` are those of the text that the fix changes, `fix` the hash of its edits (`hashOfFix`). */
export interface FixLabel extends Labeled {
  readonly code: string;
  readonly fix: string;
  readonly label: 'accepted' | 'rejected';
}

/** What a rule reports as an error or a warning. */
export interface FindingLabel extends Labeled {
  readonly code: string;
  readonly label: 'real' | 'false';
}

/** What another reader said of a place of `file` before looking at the label there. */
export interface SecondLabel extends Labeled {
  readonly file: string;
  readonly code?: string;
  readonly label: string;
}

export function readLabels<T extends Labeled>(file: string): readonly T[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** True where the letter still has the text that was labeled. */
export function isIntact(letter: string, { start, end, hash }: Labeled): boolean {
  return sha256(letter.slice(start, end)).startsWith(hash);
}
