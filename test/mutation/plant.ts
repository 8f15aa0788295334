import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, lintLetter, type Problem, readLetter, rules } from '../../server/src/core/index';
import { language } from '../language';
import { citationDefects } from './citation-defects';
import { consistencyDefects } from './consistency-defects';
import { createRandom, type Defect } from './defect';
import { formDefects } from './form-defects';
import { languageDefects } from './language-defects';
import { rationaleDefects } from './rationale-defects';
import { wordingDefects } from './wording-defects';

export const defects: readonly Defect[] = [
  ...formDefects,
  ...citationDefects,
  ...rationaleDefects,
  ...consistencyDefects,
  ...wordingDefects,
  ...languageDefects,
];

/** What became of one defect planted into one letter. */
export interface Trial {
  readonly kind: string;
  readonly letter: string;
  readonly found: boolean;
  /** Errors that the planted letter has, the letter before had not, and the defect does not explain. */
  readonly strayErrors: readonly string[];
  readonly text: string;
}

/** Plants every kind of defect once into a letter and looks for it. */
export function tryLetter(name: string, text: string): Trial[] {
  const letter = readLetter(text, builtinForms);
  const before = new Set(check(text).map(keyOf));
  return defects.flatMap((defect): Trial[] => {
    const planted = defect.plant(letter, createRandom(`${name} ${defect.kind}`));
    if (!planted || planted.text === text) return [];
    const fresh = check(planted.text).filter((problem) => !before.has(keyOf(problem)));
    const found = fresh.some(
      (p) =>
        defect.codes.includes(p.code) &&
        (planted.block === undefined || p.block === undefined || p.block === planted.block),
    );
    const explained = new Set([...defect.codes, ...(defect.alsoAllowed ?? [])]);
    const strayErrors = fresh
      .filter((p) => p.severity === 'error' && !explained.has(p.code))
      .map((p) => `${p.code} ${p.message}`);
    return [{ kind: defect.kind, letter: name, found, strayErrors, text: planted.text }];
  });
}

function check(text: string): readonly Problem[] {
  const { problems, failures } = lintLetter(
    askAbout(readLetter(text, builtinForms), builtinLibrary),
    rules,
    undefined,
    language,
  );
  if (failures[0]) throw failures[0].error;
  return problems;
}

/** Two problems are one when they say the same; places move with the text. */
function keyOf(problem: Problem): string {
  return `${problem.code} ${problem.message}`;
}
