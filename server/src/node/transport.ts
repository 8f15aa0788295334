import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** The connection to the client. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Calls `listener` when the client can no longer send anything. */
  onEnd(listener: () => void): void;
}

/** Returns the first transport that the arguments name. Undefined if they name none. Messages are kept until somebody listens. */
export function openTransport(args: readonly string[]): Transport | undefined {
  for (const [i, arg] of args.entries()) {
    const [name, value = args[i + 1] ?? ''] = arg.split('=', 2);
    if (name === '--stdio') return standardStreams();
    if (name === '--node-ipc' && process.send) return parentProcess();
    if (name === '--socket' && Number.parseInt(value, 10) > 0) {
      return ofSocket(createServerSocketTransport(Number.parseInt(value, 10)));
    }
    if (name === '--pipe' && value !== '') return ofSocket(createServerPipeTransport(value));
  }
  return undefined;
}

function standardStreams(): Transport {
  return {
    reader: new StreamMessageReader(process.stdin),
    writer: new StreamMessageWriter(process.stdout),
    onEnd: (listener) => {
      process.stdin.once('end', listener);
      process.stdin.once('close', listener);
    },
  };
}

function parentProcess(): Transport {
  return {
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    onEnd: (listener) => process.once('disconnect', listener),
  };
}

function ofSocket([reader, writer]: [MessageReader, MessageWriter]): Transport {
  return { reader, writer, onEnd: (listener) => reader.onClose(listener) };
}
