import { describe, expect, it } from 'vitest';
import { countWords, idsIn } from './count';

const count = (typescript: string, ids: readonly string[] = []) => countWords(typescript, new Set(ids));

describe('English words in code', () => {
  it.each([
    ['a literal', 'const a = /\\bmedically (?:un)?necessary\\b/gi;', 2],
    ['a call', "const a = RegExp('denied by the reviewer', 'i');", 3],
    ['a template', `const a = new RegExp(\`the \${b} patient\\\\b\`);`, 2],
    ['letters of the syntax', 'const a = /\\p{Letter}(?<outcome>[abc-z]+)\\k<outcome>\\u00e9{3,}/u;', 0],
    ['a word with a class and an optional letter', 'const a = /gr[ae]ye?st/;', 1],
    ['a division', 'const a = b / patient / c;', 0],
    ['one inside a message', 'const a = { message: /denied/.exec(b) };', 1],
  ])('are found in expressions: %s', (_, typescript, words) => {
    expect(count(typescript)).toEqual({ patterns: words, strings: 0 });
  });

  it.each([
    ['a list of words', "const a = 'denied modified'.split(' ');", 2],
    ['a template', `const a = \`the patient \${b} is\`;`, 2],
    ['a message', "const a = { message: 'The patient is missing' };", 0],
    ['examples', 'const a = { examples: { bad: [{ blocks: `The patient is` }] } };', 0],
    [
      'what a message is made of',
      `const a = { message: \`say \${what}\` };\nconst what = b ? 'one thing' : partOf();\nfunction partOf() { return 'the other thing'; }`,
      0,
    ],
    ['what an example is made of', "const header = 'Case Number'; const a = { examples: { bad: [{ header }] } };", 0],
    ['a variable that is none of them', `const a = { message: \`say \${what}\` };\nconst other = 'one thing';`, 2],
    ['an error', "throw new RangeError('outside the text');", 0],
    ['an import', "import { a } from './patient';\nexport * from './reviewer';", 0],
    ['a type', "const a: 'denied' | undefined = b;", 0],
    ['a key', "const a = { 'denied': 1 };", 0],
  ])('are found in strings: %s', (_, typescript, words) => {
    expect(count(typescript)).toEqual({ patterns: 0, strings: words });
  });

  it('are none where a type names the string', () => {
    const typescript = "type Kind = 'present' | 'missing'; const kind: Kind = 'missing';";
    expect(count(typescript, idsIn(typescript))).toEqual({ patterns: 0, strings: 0 });
  });
});
