// Letters as features see them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { type Ask, askAbout, lintLetter, type Problem, readLetter, rules } from '../../server/src/core/index';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

export interface Analyzed {
  readonly ask: Ask;
  readonly problems: readonly Problem[];
}

/** Without its problems. */
export function read(text: string): Ask {
  return askAbout(readLetter(text, builtinForms), builtinLibrary);
}

export function analyze(text: string): Analyzed {
  const ask = read(text);
  return { ask, problems: lintLetter(ask, rules).problems };
}

/** The samples of this project and, where they are, the published letters: name and text. */
export function allLetters(): readonly (readonly [name: string, text: string])[] {
  const samples = ['2014-letter.imr.txt', '2015-letter.imr.txt'].map(
    (name) => [name, readFileSync(join(root, 'samples', name), 'utf8')] as const,
  );
  return [...samples, ...readSharedLetters(root).map(({ name, text }) => [name, text] as const)];
}
