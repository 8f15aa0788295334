// Expressions of rules that still hold wordings of the field: English words in all such expressions of a file. What moves into a
// pack makes a number smaller, and none may grow; a file that is not listed holds none.
export const wordingLeft: Readonly<Record<string, number>> = {
  'server/src/core/rules/consistency/impossible-date.ts': 8,
  'server/src/core/rules/guideline-fields.ts': 13,
  'server/src/core/rules/rationale/conclusion-contradicts-outcome.ts': 18,
  'server/src/core/rules/rationale/reasoning-contradicts-outcome.ts': 6,
  'server/src/core/rules/wording/broken-characters.ts': 10,
  'server/src/core/rules/wording/run-on.ts': 11,
};
