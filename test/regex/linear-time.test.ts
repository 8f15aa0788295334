// Every regular expression of client and server is fed 100 KB of its own worst case and must stay linear: a reviewer types while
// they run, and whoever sends a letter must not be able to stop the editor.
import { describe, expect, it } from 'vitest';
import { readProjectFile, sourceFiles } from '../project';
import { builtPatterns } from './built';
import { judge } from './growth';
import { type Pattern, regexLiterals } from './literals';

const written = sourceFiles().flatMap((file) =>
  regexLiterals(readProjectFile(file)).map((pattern) => ({ ...pattern, file })),
);

function unique<T extends Pattern>(patterns: readonly T[]): T[] {
  return [...new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
}

describe('the scanner of sources', () => {
  it('finds expressions, and no division, string or comment', () => {
    const text = [
      'const a = /x[/]y/g; // /no/',
      "const b = 8 / 2 / 1; const c = '/no/'; /* /no/ */",
      `const d = \`\${e.replace(/in"side/, "")} /no/\`; f(/g/, h / 2);`,
      'const i = (j as number) / 2; return /k\\/l/u.test(m) ? /n/ : /o/y;',
    ].join('\n');
    expect(regexLiterals(`function z() {\n${text}\n}`).map(({ source, flags }) => `/${source}/${flags}`)).toEqual([
      '/x[/]y/g',
      '/in"side/',
      '/g/',
      '/k\\/l/u',
      '/n/',
      '/o/y',
    ]);
  });
});

describe('the judge', () => {
  it.each([
    '\\d+x',
    '\\s+$',
    '["“][^"”]{40,}["”]',
    '(a|a)*b',
    '(?:\\r\\n|\\r|\\n){3,}x',
    '(\\w+ ?)+!',
    '[a-z]+[a-z0-9]+:',
  ])('finds fault with /%s/', (source) => {
    expect(judge({ source, flags: 'g' }).fault).toBeDefined();
  });

  it.each(['(?<!\\d)\\d+x', '[a-z]{1,20}:', '\\bfoo(?: \\w{1,20}){0,4} bar\\b', '(?:\\r?\\n|\\r(?!\\n))+'])(
    'lets /%s/ pass',
    (source) => {
      expect(judge({ source, flags: 'g' }).fault).toBeUndefined();
    },
  );
});

describe('every regular expression', { timeout: 300_000 }, () => {
  it('of the sources, written or built, stays linear on 100 KB of its own worst case', async () => {
    const built = await builtPatterns();
    expect(written.length).toBeGreaterThan(300);
    expect(built.length).toBeGreaterThan(30);
    const faults = unique([...written, ...built]).flatMap((pattern) => {
      const { fault, attack } = judge(pattern);
      return fault === undefined
        ? []
        : [`${pattern.file}: /${pattern.source}/${pattern.flags} on ${JSON.stringify(attack)}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});
