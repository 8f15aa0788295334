// `npm run fuzz`: looks for letters, settings, documents and messages that break what holds of all, from `--seed` on, for `--seconds`,
// `--cpu` seconds of CPU, or `--runs`, whichever end first; `--only NAME` for one kind. What it finds is made small and kept in
// `test/fuzz/corpus`, where it is a test. `--report FILE` writes what was done.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomOf } from './random';
import { type Input, type Subject, subjectOf, subjects } from './subjects';

const corpus = join(process.cwd(), 'test/fuzz/corpus');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      seconds: { type: 'string' },
      cpu: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const endless = Number.POSITIVE_INFINITY;
  const until = performance.now() + Number(values.seconds ?? (values.cpu ? endless : 120)) * 1000;
  const cpuSeconds = Number(values.cpu ?? endless);
  const most = Number(values.runs ?? endless);
  console.log(`seed ${seed}`);
  const seeds = seedTexts();
  const only = subjects.find(({ name }) => name === values.only);
  if (values.only && !only) throw new Error(`--only takes one of: ${subjects.map(({ name }) => name).join(', ')}`);
  const failures = new Set<string>();
  const counts = new Map<string, number>();
  const begun = process.cpuUsage();
  let runs = 0;
  for (; runs < most && performance.now() < until && cpuSecondsSince(begun) < cpuSeconds; runs++) {
    const subject = only ?? subjectOf(runs);
    counts.set(subject.name, (counts.get(subject.name) ?? 0) + 1);
    const input = subject.make(randomOf(seed + runs), seeds);
    const fault = await faultOf(subject, input);
    if (fault === undefined || failures.has(kindOf(fault))) continue;
    const small = await shrink(subject, input, kindOf(fault));
    failures.add(kindOf(fault));
    console.log(`run ${runs}, ${subject.name}: ${fault}\n${JSON.stringify(small)}`);
    keep(subject, small);
  }
  const report = [
    `- seed ${seed}, ${runs} executions, ${Math.round(cpuSecondsSince(begun))} s of CPU`,
    `- of them ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    `- ${failures.size} kinds of failures${failures.size > 0 ? ':' : ''}`,
    ...[...failures].map((kind) => `  - ${kind}`),
  ].join('\n');
  console.log(report);
  if (values.report) writeFileSync(values.report, `# Last run of \`npm run fuzz\`\n\n${report}\n`);
  if (failures.size > 0) process.exitCode = 1;
}

function cpuSecondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
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

/** What an input breaks, also later: a promise that nobody waited for. */
async function faultOf(subject: Subject, input: Input): Promise<string | undefined> {
  let late: unknown;
  const notice = (error: unknown): void => {
    late = error;
  };
  process.on('unhandledRejection', notice);
  process.on('uncaughtException', notice);
  try {
    await subject.hold(input);
    return late === undefined ? undefined : `later: ${messageOf(late)}`;
  } catch (error) {
    return messageOf(error);
  } finally {
    process.off('unhandledRejection', notice);
    process.off('uncaughtException', notice);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Faults that differ in places and quoted words are of one kind. */
function kindOf(fault: string): string {
  return fault
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/\d+(?![\d]*[:\d])/g, (digits) => (digits.length === 3 ? digits : 'N'))
    .slice(0, 160);
}

/** Takes out ever smaller pieces as long as the input fails in the same way. */
async function shrink(subject: Subject, input: Input, kind: string): Promise<Input> {
  let small = input;
  for (let size = Math.max(1, small.length >> 1); size > 0; size >>= 1) {
    for (let at = 0; at < small.length; ) {
      const less = without(small, at, at + size);
      const fault = await faultOf(subject, less);
      if (fault !== undefined && kindOf(fault) === kind) small = less;
      else at += size;
    }
  }
  return small;
}

function without(input: Input, start: number, end: number): Input {
  if (typeof input === 'string') return input.slice(0, start) + input.slice(end);
  return [...input.slice(0, start), ...input.slice(end)];
}

function keep({ name }: Subject, input: Input): void {
  mkdirSync(corpus, { recursive: true });
  let number = 1;
  while (existsSync(join(corpus, `${number}.json`))) number++;
  const kept = name === 'text' ? input : { subject: name, input };
  writeFileSync(join(corpus, `${number}.json`), `${JSON.stringify(kept)}\n`);
}

void main();
