import { missingConclusion } from './rationale/missing-conclusion';
import type { Rule } from './rule';

/** Every rule, by code. A test compares this list with the files. */
export const rules: readonly Rule[] = [missingConclusion];
