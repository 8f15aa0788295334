// The language server as a process: `imr-language-server --stdio | --node-ipc | --socket=PORT`.
import { limits } from '../supervisor/host';
import { serve } from './serve';

const isDebugged = process.execArgv.some((arg) => arg.startsWith('--inspect'));

// Of 1 GB, the letters of a large folder take a fifth. Nobody who stands at a breakpoint wants the thread to be killed.
void serve(process.argv.slice(2), { ...limits, ...(isDebugged && { quiet: 0 }), memory: 1024 });
