// Loaded into a process before anything else: notes every file that it reads, a line a file, in the file that IMR_BENCH_READS names.
const fs = require('node:fs');

const log = process.env.IMR_BENCH_READS;
const { appendFileSync, readFileSync } = fs;

function note(path, content) {
  if (typeof path === 'string' && path !== log) appendFileSync(log, `${path}\t${Buffer.byteLength(content)}\n`);
  return content;
}

fs.readFileSync = (path, ...rest) => note(path, readFileSync(path, ...rest));
const readLater = fs.promises.readFile;
fs.promises.readFile = async (path, ...rest) => note(path, await readLater(path, ...rest));
