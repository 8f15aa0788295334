import { version } from '../../../package.json';
import type { Limits } from '../supervisor/host';
import { type Message, partOf } from '../supervisor/message';
import { Supervisor } from '../supervisor/supervisor';
import { workerStarter } from './worker-thread';

const usage = `imr-language-server ${version}: the language server for IMR determination letters

  --stdio         speak over standard input and output
  --node-ipc      speak to the Node process that started this one
  --socket=PORT   connect to a port of this machine
  --version, --help`;

/** Limits of the worker; `memory` in MB. */
export interface ServeLimits extends Limits {
  readonly memory: number;
}

/** Serves the client that the arguments name. Letters are read in another thread. */
export async function serve(args: readonly string[], limits: ServeLimits): Promise<void> {
  if (args.includes('--version')) {
    console.log(version);
  } else if (args.includes('--help')) {
    console.log(usage);
  } else if (args.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(arg))) {
    await serveClient(args, limits);
  } else {
    refuse();
  }
}

function refuse(): void {
  console.error(usage);
  process.exitCode = 2;
}

async function serveClient(args: readonly string[], limits: ServeLimits): Promise<void> {
  let send: (message: Message) => void = () => {};
  let sent: Promise<unknown> = Promise.resolve();
  const leave = (code: number): void => void sent.finally(() => process.exit(code));
  const supervisor = new Supervisor(
    { startWorker: workerStarter(limits.memory), send: (message) => send(message), exit: leave },
    limits,
  );
  const leaveAlone = (): void => leave(supervisor.isOver ? 0 : 1);
  // Loaded while the worker starts, which takes longer.
  const { openTransport } = await import('./transport');
  const transport = openTransport(args);
  if (!transport) {
    refuse();
    leave(2);
    return;
  }
  const { reader, writer } = transport;
  send = (message) => {
    // The client no longer reads.
    sent = writer.write(message).catch(leaveAlone);
  };
  transport.onEnd(leaveAlone);
  reader.onError(({ name }) => {
    console.error(`imr-language-server: what the client sends cannot be read (${name})`);
    leave(1);
  });
  watchParent(parentNamed(args), leaveAlone);
  reader.listen((message) => {
    const { method, params } = message as Message;
    if (method === 'initialize') watchParent(partOf(params, 'processId'), leaveAlone);
    supervisor.fromClient(message as Message);
  });
}

const parentInterval = 3000;

/** Calls `onGone` when the process has ended: the server of a crashed editor must not stay. */
function watchParent(id: unknown, onGone: () => void): void {
  if (typeof id !== 'number' || Number.isNaN(id)) return;
  setInterval(() => {
    try {
      process.kill(id, 0);
    } catch {
      // No such process, or somebody else's with the same number.
      onGone();
    }
  }, parentInterval).unref();
}

function parentNamed(args: readonly string[]): number {
  const at = args.findIndex((arg) => arg.startsWith('--clientProcessId'));
  return Number.parseInt(args[at]?.split('=')[1] ?? args[at + 1] ?? '', 10);
}
