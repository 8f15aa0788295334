// Letters as features see them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask, Problem } from '../../server/src/core/index';
import { askOf, foundInStructure } from '../checked';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

export interface Analyzed {
  readonly ask: Ask;
  readonly problems: readonly Problem[];
}

/** Without its problems. */
export const read = askOf;

export function analyze(text: string): Analyzed {
  return { ask: askOf(text), problems: foundInStructure(text).problems };
}

/** The samples of this project and, where they are, the published letters: name and text. */
export function allLetters(): readonly (readonly [name: string, text: string])[] {
  const samples = ['2014-letter.imr.txt', '2015-letter.imr.txt'].map(
    (name) => [name, readFileSync(join(root, 'samples', name), 'utf8')] as const,
  );
  return [...samples, ...readSharedLetters(root).map(({ name, text }) => [name, text] as const)];
}
