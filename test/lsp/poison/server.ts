// The server as it ships, but for the worker beside it and for limits that a test need not wait for.
import { serve } from '../../../server/src/node/serve';
import { limits } from '../../../server/src/supervisor/host';

const { QUIET: quiet = '3000' } = process.env;

void serve(process.argv.slice(2), { ...limits, quiet: Number(quiet), letter: 100_000, memory: 160 });
