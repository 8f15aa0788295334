// How much of the domain's language is still code: see test/words.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure, Setup } from '../figure';

interface Counted {
  readonly patterns: number;
  readonly strings: number;
  readonly files: readonly { readonly patterns: number; readonly strings: number }[];
}

export async function measureWords({ root }: Setup): Promise<readonly Figure[]> {
  const output = execFileSync(process.execPath, [join(root, 'dist/test/words.mjs'), '--json'], { cwd: root });
  const { patterns, strings, files }: Counted = JSON.parse(output.toString());
  const most = Math.max(...files.map((file) => file.patterns + file.strings));
  const note = `${patterns} in regular expressions`;
  return [
    { name: 'English words in code', unit: 'words', target: 900, value: patterns + strings, note },
    { name: 'English words in code, most in a file', unit: 'words', target: 40, value: most },
  ];
}
