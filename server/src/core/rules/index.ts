import { conclusionContradictsOutcome } from './rationale/conclusion-contradicts-outcome';
import { missingConclusion } from './rationale/missing-conclusion';
import type { Rule } from './rule';
import { brokenCharacters } from './wording/broken-characters';
import { doubledWord } from './wording/doubled-word';
import { runOn } from './wording/run-on';
import { strayPunctuation } from './wording/stray-punctuation';

/** Every rule, by code. A test compares this list with the files. */
export const rules: readonly Rule[] = [
  missingConclusion,
  conclusionContradictsOutcome,
  brokenCharacters,
  doubledWord,
  runOn,
  strayPunctuation,
];
