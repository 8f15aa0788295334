import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, composeExample, conclusionOf, lintLetter, readLetter, rules } from '../../server/src/core/index';

const fields = `

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).

Decision rationale: The MTUS limits muscle relaxants to short courses. The records show spasm. If Soma was taken regularly it
should be weaned.`;

const open = (words: string) =>
  `Soma 350 mg #90: ${words}${fields} The request for Soma 350 mg #90 [is not | is] medically necessary.`;
const second = `Knee brace: Upheld${fields} The request for a knee brace is not medically necessary.`;

function read(blocks: string) {
  const text = composeExample({ blocks });
  const letter = readLetter(text, builtinForms);
  const { problems } = lintLetter(askAbout(letter, builtinLibrary), rules);
  return { text, letter, problems };
}

describe('a heading whose outcome is still to be chosen', () => {
  it.each([
    ['alone', '[Upheld | Overturned]', (block: string) => block],
    ['the other way round', '[Overturned | Upheld]', (block: string) => block],
    ['before another block', '[Upheld | Overturned]', (block: string) => `${block}\n\n${second}`],
    ['behind another block', '[Upheld | Overturned]', (block: string) => `${second}\n\n${block}`],
    ['with its field on the next line', '[Upheld | Overturned]', (block: string) => block.replace(/\n\n/g, '\n')],
  ])('opens a block without outcome: %s', (_, words, around) => {
    const { text, letter, problems } = read(around(open(words)));
    const block = letter.blocks.find(({ heading }) => heading.item.text.startsWith('Soma'));
    expect(block?.heading.item.text).toBe('Soma 350 mg #90');
    expect(block?.heading.outcome).toMatchObject({ text: '', value: null });
    expect(block?.fieldsInOrder.map(({ state }) => state)).toEqual(['present', 'present', 'present']);
    const about = problems.filter((problem) => problem.block === block?.index);
    expect(about.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['IMR103']);
    const [finding] = about.filter(({ code }) => code === 'IMR103');
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(words);
    expect(letter.blocks.length).toBe(text.includes('Knee brace') ? 2 : 1);
  });

  it('has no conclusion while that is open, and reports the open choice instead', () => {
    const { text, letter, problems } = read(open('[Upheld | Overturned]'));
    expect(letter.blocks.map((block) => askAbout(letter, builtinLibrary)(conclusionOf, block))).toEqual([null]);
    const found = problems.filter(({ code }) => code === 'IMR509' || code === 'IMR301');
    expect(found.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
      ['IMR509', '[is not | is]'],
    ]);
  });
});
