// Finds Debian's Chromium, and the switches that keep it quiet.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const chromiumSwitches = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const candidates = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium on this machine: `CHROMIUM`, or the first of the usual names on the PATH. Throws where there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  for (const name of candidates) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // `which` answers by its exit code: the next name is tried.
    }
  }
  throw new Error('no Chromium found: install Debian package "chromium", or name one in CHROMIUM');
}
