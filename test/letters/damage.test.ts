// A letter says the same whatever happened to it on its way: same items, outcomes, fields and findings.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { applyEdits, askAbout, lintLetter, readLetter, rules } from '../../server/src/core/index';
import { keptByText } from '../../server/src/core/text/kept-by-text';
import { root } from '../project';
import { readSoundly } from '../properties/invariants';
import { readSharedLetters } from '../shared-letters';
import { characters, type Damage, headers, lists, marks, pages } from './damage';
import { fictionalLetters, sampleLetters } from './fictional';
import { whatItSays } from './what-it-says';

const own = [...sampleLetters(), ...fictionalLetters().filter(({ name }) => /^201[45]-/.test(name))];
const published = readSharedLetters(root);
const all: readonly (readonly [string, Damage])[] = [characters, marks, lists, pages, headers].flatMap((kinds) =>
  Object.entries(kinds),
);
/** Set in an environment to take every published letter, not each by turns. */
const isWhole = process.env.IMR_ALL_DAMAGE === '1';

describe.each(all)('a letter with %s', (_name, damage) => {
  const turn = all.findIndex(([, each]) => each === damage);
  const letters = [
    ...own,
    ...published.filter((_, i) => isWhole || i % all.length === turn || (i + 31) % all.length === turn),
  ];

  it.each(letters.map(({ name, text }) => [name, text] as const))('says the same: %s', (_, text) => {
    const plain = text.replaceAll('\r\n', '\n');
    expect(whatItSays(damage(plain))).toEqual(whatPlainSays(plain));
  });

  it('is read without loss', () => {
    for (const { text } of own.slice(0, 3)) readSoundly(damage(text), 7);
  });
});

describe.each(Object.entries(marks))('%s', (_name, damage) => {
  it('cost one finding, whose fix takes them out', () => {
    const [{ text } = { text: '' }] = own;
    const damaged = damage(text);
    if (damaged === text) return;
    const { problems } = lintLetter(askAbout(readLetter(damaged, builtinForms), builtinLibrary), rules);
    const found = problems.filter(({ code, message }) => code === 'IMR508' && /contains/.test(message));
    expect(found).toHaveLength(1);
    const mended = applyEdits(damaged, found[0]?.fixes?.[0]?.edits ?? []);
    expect(whatItSays(mended)).toEqual(whatPlainSays(text));
  });
});

/** What a wrap, or a stamp's words, leave on a line of their own belongs to the text. */
describe('a line that looks like one of the page', () => {
  const letter = (text: string): string =>
    `IMR ISSUES, DECISIONS AND RATIONALES\n\nLumbar brace: Upheld\n\nMAXIMUS guideline: ${text}\n\nDecision rationale: The brace is not medically necessary.\n\nNorco 10/325 mg #30 is:\nUpheld\n\nFiled: 12/01/2016\n\nDecision rationale: The request is not medically necessary.\n\nSoma 350 mg #20 is:\nUpheld\n\nDecision rationale: The request is not medically necessary.\n`;
  const blocksOf = (text: string) => readLetter(letter(text), builtinForms).blocks;

  it.each([
    [
      'the number that a wrap parts from its label',
      'Decision based on MTUS Low Back Complaints, Lumbar supports Page(s):\n298.',
    ],
    [
      'the end of a sentence',
      'Decision based on the guideline of the chapter on lumbar supports, which is the\noriginal',
    ],
    ['a page that a sentence ends with', 'Decision based on MTUS Low Back Complaints, Lumbar supports\nPage 298.'],
  ])('is read: %s', (_, text) => {
    const field = blocksOf(text)[0]?.fieldsInOrder[0];
    expect(field?.body.text.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  });

  it('is read: the same words that a second wrap leaves alone', () => {
    const text = [
      'Decision based on the recommendations for use of a lumbar support that the American College',
      'Guidelines',
      'state for patients with acute and subacute pain of the lower back who are able to work, and those of the',
      'chapter on',
      'prevention of pain in workers whose duties include lifting, bending, and twisting, which are the same as',
      'those for',
      'patients with chronic pain, and last on the recommendations of the same American College',
      'Guidelines',
      'about use of braces after surgery of the lumbar spine, which the reviewer has read together with',
      'two of',
      'their later updates, and with the web page about lumbar supports of the national institute,',
      'http://www.example.org/health/topics/supports, accessed 02/18/2017,',
      'last of all the sources',
      'whose text',
      'was in the file that came with the request for a lumbar support and was read by the reviewer in',
      'full.',
    ].join('\n');
    const field = blocksOf(text)[0]?.fieldsInOrder[0];
    expect(field?.body.text.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  });

  it('is read: outcomes on lines of their own beside lines of the page', () => {
    expect(blocksOf('None.').map(({ heading }) => heading.outcome.text)).toEqual(['Upheld', 'Upheld', 'Upheld']);
  });
});

/** Each letter is compared with many that are damaged. */
const whatPlainSays = keptByText(whatItSays, () => 4_000_000);
