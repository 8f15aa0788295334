// A folder of 10,000 letters: all are checked, and memory does not grow with them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../project';

const count = 10_000;
/** MB of each thread's heap: a few hundred letters would fill it if they were kept. */
const heap = 160;

const letter = `IMR ISSUES, DECISIONS AND RATIONALES

Soma 350 mg #90: Upheld

Decision rationale: The records show no gain from it. The request is not medically necessary.
`;

it('10,000 letters are checked in a heap that could not hold them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-many-'));
  try {
    for (let i = 0; i < count; i++) {
      const part = join(folder, String(Math.floor(i / 500)));
      if (i % 500 === 0) mkdirSync(part);
      writeFileSync(join(part, `${i}.imr`), letter);
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'dist/cli.js'), 'stats', '--format', 'json', '.'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${heap}` },
      },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).letters).toBe(count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 900_000);
