// A test runner in one page: `test` registers, `runTests` runs in order and reports each as it ends.

interface Test {
  readonly title: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];

/** What is printed starts with this mark, so that the harness tells it from the editor's own log. */
const mark = 'imr: ';

/** Registers one test; titles are sentences. */
export function test(title: string, body: () => Promise<void>): void {
  tests.push({ title, body });
}

/** Thrown by a test that this host cannot run; reported as skipped, with the reason. */
export class Skipped extends Error {}

/** What happens round the tests. */
export interface Surroundings {
  /** After each test, whatever its end. */
  tidy(): Promise<void>;
  /** After a failure, before `tidy`. */
  keepEvidence(title: string): Promise<void>;
}

/**
 * Runs the tests whose title contains `grep` (all when empty), each with `deadline` milliseconds.
 * Rejects when one failed or none matched; prints a closing line `N passed, N failed`.
 */
export async function runTests(grep: string, surroundings: Surroundings, deadline = 180_000): Promise<void> {
  const chosen = tests.filter(({ title }) => title.includes(grep));
  if (chosen.length === 0) {
    print(`FAIL no test has "${grep}" in its title`);
    throw new Error('no test ran');
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const each of chosen) {
    const outcome = await runTest(each, surroundings, deadline);
    counts[outcome] += 1;
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  print(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}

async function runTest(
  { title, body }: Test,
  { tidy, keepEvidence }: Surroundings,
  deadline: number,
): Promise<'passed' | 'failed' | 'skipped'> {
  const start = Date.now();
  try {
    await withDeadline(body(), deadline);
    print(`ok   ${title} (${Date.now() - start} ms)`);
    return 'passed';
  } catch (error) {
    if (error instanceof Skipped) {
      print(`skip ${title}: ${error.message}`);
      return 'skipped';
    }
    print(`FAIL ${title}\n${error instanceof Error ? error.stack : String(error)}`);
    await keepEvidence(title);
    return 'failed';
  } finally {
    await tidy();
  }
}

function withDeadline(work: Promise<void>, deadline: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not done within ${deadline} ms`)), deadline);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function print(text: string): void {
  console.log(mark + text);
}
