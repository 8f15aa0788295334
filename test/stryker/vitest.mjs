// Stands in for `vitest` in the script of tests.
export const { describe, it, expect } = globalThis.mutationTests;
