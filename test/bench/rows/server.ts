// The language server as an editor has it, as multiples of one that does nothing.
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Figure, Setup } from '../figure';
import { interleaveRuns, median, ratio, ratioOfMedians } from '../interleave';
import { typingPlace } from '../keystrokes';
import { letterOfSize, sampleLetter } from '../letter';
import { ServerProcess } from '../server-process';

const uri = 'file:///letters/a.imr';
const other = 'file:///letters/b.imr';

interface Servers {
  readonly ours: string;
  readonly none: string;
}

export async function measureServer(setup: Setup): Promise<readonly Figure[]> {
  const servers = { ours: join(setup.root, 'dist/server.js'), none: join(setup.root, 'dist/test/null-server.cjs') };
  return [
    await firstDiagnostics(setup, servers),
    await editToDiagnostics(setup, servers),
    ...(await memory(setup, servers)),
    ...(await longLetter(setup, servers)),
  ];
}

async function firstDiagnostics({ letter, isQuick }: Setup, { ours, none }: Servers): Promise<Figure> {
  const start = (script: string) => async () => {
    const started = performance.now();
    const server = await ServerProcess.start(script);
    await server.open(uri, letter);
    await server.pull(uri);
    const time = performance.now() - started;
    await server.close();
    return time;
  };
  const times = await interleaveRuns({ ours: start(ours), none: start(none) }, isQuick ? 3 : 15);
  return {
    name: 'server: spawn to first diagnostics',
    unit: 'x',
    target: 2,
    ...ratioOfMedians(times.ours, times.none),
  };
}

async function editToDiagnostics({ letter, isQuick }: Setup, { ours, none }: Servers): Promise<Figure> {
  const typists = await Promise.all([ours, none].map((script) => Typist.open(script, letter)));
  const [us, nobody] = typists as [Typist, Typist];
  const edits = isQuick ? 40 : 200;
  const times = await interleaveRuns({ ours: () => us.type(), none: () => nobody.type() }, edits);
  await Promise.all(typists.map((typist) => typist.server.close()));
  return { name: 'server: edit to diagnostics', unit: 'x', target: 4, ...ratio(times.ours, times.none) };
}

async function memory({ letter, isQuick }: Setup, { ours, none }: Servers): Promise<Figure[]> {
  const runs: { open: number; edited: number }[] = [];
  for (let run = 0; run < (isQuick ? 1 : 5); run++) {
    const [us, nobody] = [await heldBy(ours, letter), await heldBy(none, letter)];
    runs.push({ open: us.open - nobody.open, edited: us.edited - nobody.edited });
  }
  const name = 'server: memory above a null server';
  return [
    { name: `${name}, open`, unit: 'MB', target: 35, value: median(runs.map(({ open }) => open)) },
    { name: `${name}, after 100 edits`, unit: 'MB', target: 60, value: median(runs.map(({ edited }) => edited)) },
  ];
}

async function heldBy(script: string, letter: string): Promise<{ open: number; edited: number }> {
  const typist = await Typist.open(script, letter);
  const open = typist.server.memory();
  for (let edit = 0; edit < 100; edit++) await typist.type();
  const edited = typist.server.memory();
  await typist.server.close();
  return { open, edited };
}

/** A letter of 1 MB, and how long another one waits while it is checked. */
async function longLetter({ letter, root, isQuick }: Setup, { ours, none }: Servers): Promise<Figure[]> {
  const long = letterOfSize(letter, 1_000_000);
  const typists = await Promise.all([ours, none].map((script) => Typist.open(script, long)));
  const [us, nobody] = typists as [Typist, Typist];
  await us.server.open(other, sampleLetter(root));
  await us.server.pull(other);
  const waits: number[] = [];
  const typeWatched = async (): Promise<number> => {
    const checked = us.type();
    waits.push(await longestWait(us.server, checked));
    return checked;
  };
  const times = await interleaveRuns({ ours: typeWatched, none: () => nobody.type() }, isQuick ? 1 : 7);
  await Promise.all(typists.map((typist) => typist.server.close()));
  return [
    { name: 'server: edit to diagnostics, 1 MB', unit: 'x', target: 40, ...ratioOfMedians(times.ours, times.none) },
    { name: 'server: longest wait of another letter, 1 MB', unit: 's', target: 0.1, value: Math.max(...waits) / 1000 },
  ];
}

/** Asks for one hover after another until the other work is done; the milliseconds that the slowest answer took. */
async function longestWait(server: ServerProcess, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const end = work.finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const started = performance.now();
    await server.hover(other, { line: 3, character: 3 });
    longest = Math.max(longest, performance.now() - started);
  }
  await end;
  return longest;
}

/** Types into the last rationale of a letter that is open in a server of its own. */
class Typist {
  private constructor(
    readonly server: ServerProcess,
    private readonly place: { readonly line: number; readonly character: number },
  ) {}

  static async open(script: string, text: string): Promise<Typist> {
    const server = await ServerProcess.start(script);
    await server.open(uri, text);
    await server.pull(uri);
    return new Typist(server, TextDocument.create(uri, 'imr', 1, text).positionAt(typingPlace(text)));
  }

  /** Milliseconds from a keystroke to all findings. */
  async type(): Promise<number> {
    const started = performance.now();
    await this.server.type(uri, this.place, 'a');
    await this.server.pull(uri);
    return performance.now() - started;
  }
}
