// `npm run fuzz`: looks for texts that break what holds of every text, for `--seconds` or `--runs`, from `--seed` on. What it
// finds is made small and kept in `test/fuzz/corpus`, where it is a test. `--report FILE` writes what was done.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkText } from './holds';
import { inputOf } from './inputs';
import { randomOf } from './random';

const corpus = join(process.cwd(), 'test/fuzz/corpus');

function main(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      seconds: { type: 'string', default: '120' },
      runs: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const until = performance.now() + Number(values.seconds) * 1000;
  const most = Number(values.runs ?? Number.POSITIVE_INFINITY);
  console.log(`seed ${seed}`);
  const seeds = seedTexts();
  const failures = new Map<string, string>();
  const begun = process.cpuUsage();
  let runs = 0;
  for (; runs < most && performance.now() < until; runs++) {
    const text = inputOf(randomOf(seed + runs), seeds);
    const fault = faultOf(text);
    if (fault === undefined || failures.has(kindOf(fault))) continue;
    const small = shrink(text, kindOf(fault));
    failures.set(kindOf(fault), small);
    console.log(`run ${runs}: ${fault}\n${JSON.stringify(small)}`);
    keep(small);
  }
  const cpu = process.cpuUsage(begun);
  const report = [
    `- seed ${seed}, ${runs} executions, ${Math.round((cpu.user + cpu.system) / 1e6)} s of CPU`,
    `- ${failures.size} kinds of failures${failures.size > 0 ? ':' : ''}`,
    ...[...failures.keys()].map((kind) => `  - ${kind}`),
  ].join('\n');
  console.log(report);
  if (values.report) writeFileSync(values.report, `# Last run of \`npm run fuzz\`\n\n${report}\n`);
  if (failures.size > 0) process.exitCode = 1;
}

/** Fictional letters alone: what is found is kept in the repository. */
function seedTexts(): string[] {
  return ['samples', 'test/letters/fictional', 'test/corpus/letters', 'test/fuzz/corpus']
    .map((folder) => join(process.cwd(), folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.txt'))
    .map((path) => readFileSync(path, 'utf8'));
}

function faultOf(text: string): string | undefined {
  try {
    checkText(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Faults that differ in places and quoted words are of one kind. */
function kindOf(fault: string): string {
  return fault
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/\d+(?![\d]*[:\d])/g, (digits) => (digits.length === 3 ? digits : 'N'))
    .slice(0, 160);
}

/** Takes out ever smaller pieces as long as the text fails in the same way. */
function shrink(text: string, kind: string): string {
  let small = text;
  for (let size = small.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < small.length; ) {
      const less = small.slice(0, at) + small.slice(at + size);
      const fault = faultOf(less);
      if (fault !== undefined && kindOf(fault) === kind) small = less;
      else at += size;
    }
  }
  return small;
}

function keep(text: string): void {
  mkdirSync(corpus, { recursive: true });
  let number = 1;
  while (existsSync(join(corpus, `${number}.json`))) number++;
  writeFileSync(join(corpus, `${number}.json`), `${JSON.stringify(text)}\n`);
}

main();
