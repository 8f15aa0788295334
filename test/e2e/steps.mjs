// Runs the steps of a test that is a program of its own, and counts them.
let passed = 0;
let failed = 0;

/** Runs one step; what it throws is printed and counts as failed. */
export async function test(name, run) {
  try {
    await run();
    passed++;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n     ${String(error.message ?? error).replaceAll('\n', '\n     ')}`);
  }
}

/** Prints `N passed, N failed` and sets the exit code. */
export function endTests() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
