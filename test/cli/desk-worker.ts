// The command line in a thread: runs `imr` for a test that waits, with streams that only gather.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { runCommandLine } from '../../server/src/cli/run';

export interface Asked {
  readonly args: readonly string[];
  readonly input: string | Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface DeskData {
  readonly port: MessagePort;
  /** One number: 1 once the answer is at the port. */
  readonly signal: SharedArrayBuffer;
  /** The bundle of the command line, for its threads. */
  readonly cli: string;
}

const { port, signal, cli } = workerData as DeskData;

parentPort?.on('message', async ({ args, input, env }: Asked) => {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, {
    stdin: bytesOf(input),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env,
    threadModule: cli,
  });
  port.postMessage({ code, out, err });
  const done = new Int32Array(signal);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

async function* bytesOf(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
}
