// The language server as a process: `imr-language-server --stdio | --node-ipc | --socket=PORT`.
import { limits } from '../supervisor/host';
import { serve } from './serve';

const isDebugged = process.execArgv.some((arg) => arg.startsWith('--inspect'));

// The letters of a large folder take a fifth of 1 GB. In a debugger, the thread must not be terminated at a breakpoint.
void serve(process.argv.slice(2), { ...limits, ...(isDebugged && { quiet: 0 }), memory: 1024 });
