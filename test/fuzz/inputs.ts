// Texts that look like letters and are none quite: whole letters, damaged, mixed and cut along the grammar of the forms.
import { builtinForms } from '../../server/src/builtin/forms';
import { leaves, readLetter } from '../../server/src/core/index';
import { characters, type Damage, headers, marks, pages } from '../letters/damage';
import type { Random } from './random';

const damages: readonly Damage[] = [characters, marks, pages, headers].flatMap((kinds) => Object.values(kinds));

/** What the grammar is made of. */
const words: readonly string[] = [
  ...builtinForms.forms.flatMap(({ sections, fields, headerRows }) => [
    ...sections.flatMap(({ headings, lead }) => [...headings, lead]),
    ...fields.flatMap(({ labels }) => labels.map((label) => `${label}:`)),
    ...headerRows.map(({ label }) => `${label}:`),
  ]),
  ': Upheld',
  ': Overturned',
  'Decision based on MTUS ',
  'Section(s): ',
  'Page(s): 12-',
];

/** What breaks programs. */
const odd: readonly string[] = [
  '\0',
  '\f',
  '\v',
  '\r',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufb03',
  '\ufffd',
  '\ud83d',
  '\udcf1',
  '\u{1f600}',
  '\u{e0041}',
  'e\u0301'.repeat(40),
  '>'.repeat(50),
  '**',
  '|',
  '[Upheld | Overturned]',
  '[date]',
  '\n'.repeat(40),
  ' '.repeat(400),
  '9'.repeat(60),
  '('.repeat(80),
];

type Change = (text: string, random: Random, others: readonly string[]) => string;

const place = (text: string, random: Random): number => random.below(text.length + 1);
const insert = (text: string, at: number, part: string): string => text.slice(0, at) + part + text.slice(at);

const changes: readonly Change[] = [
  (text, random) => random.of(damages)(text),
  (text, random) => insert(text, place(text, random), random.of(odd)),
  (text, random) => insert(text, place(text, random), `\n${random.of(words)} `),
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + random.below(200));
  },
  (text, random) => text.slice(0, place(text, random)),
  (text, random, others) => {
    const from = random.of(others);
    const start = place(from, random);
    return insert(text, place(text, random), from.slice(start, start + random.below(1500)));
  },
  (text, random) => {
    const lines = text.split('\n');
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return lines.join('\n');
  },
  (text, random) => {
    // A part of the tree goes, or comes twice.
    const parts = [...leaves(readLetter(text, builtinForms).tree)];
    if (parts.length === 0) return text;
    const { start, end } = random.of(parts);
    return random.below(2) === 0 ? text.slice(0, start) + text.slice(end) : insert(text, end, text.slice(start, end));
  },
];

const longest = 40_000;

export function inputOf(random: Random, seeds: readonly string[]): string {
  let text = random.of(seeds);
  for (let round = random.below(6); round >= 0; round--)
    text = random.of(changes)(text, random, seeds).slice(0, longest);
  return text;
}
