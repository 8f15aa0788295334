import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import { type Example, nextSentence, type SnippetPart, toPlainText } from '../../server/src/core/index';
import { allLetters, read } from './analyzed';
import { withCursor } from './cursor';

const fields = `

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids.

Decision rationale:`;
const norco = (rationale: string): Example => ({ blocks: `Norco 5/325mg #30: Upheld${fields}${rationale}` });
const next = (example: Example): string | undefined => {
  const { ask, offset } = withCursor(example);
  const parts = nextSentence(ask, offset);
  return parts && toPlainText(parts).replace(/\s+/g, ' ');
};

describe('the next standard sentence', () => {
  it('begins an empty rationale with the opening of the class', () => {
    expect(next(norco(' ¦'))).toMatch(/^Under the MTUS, long-term opioids are recommended only if /);
    expect(next(norco('¦'))).toMatch(/^ Under the MTUS/);
  });

  it('is the rest of the sentence that is being written', () => {
    expect(next(norco(' Under the M¦'))).toMatch(/^TUS, long-term opioids /);
    expect(next(norco(' Pain is better. The request for Nor¦'))).toBe('co 5/325mg #30 is not medically necessary.');
    expect(next(norco(' Pain is better. The request for ¦'))).toBe('Norco 5/325mg #30 is not medically necessary.');
  });

  it('is an open choice where it is about the record, also when an answer to it is begun', () => {
    expect(next(norco(' Pain is worse. ¦'))).toMatch(/^\[[^[\]]+: [^[\]]+ \| [^[\]]+\]$/);
    expect(next(norco(' Pain is worse. The records do not ¦'))).toBeUndefined();
  });

  it.each([
    ['behind too few letters', norco(' Pain is better. Th¦')],
    ['inside a rationale', norco(' Pain¦ is better.')],
    ['before words in the same line', norco(' Pain is better. ¦ The request is denied.')],
    ['in a heading', { blocks: `Norco 5/325mg #30: ¦${fields}` }],
    ['outside of a block', { summary: 'The worker has pain. ¦' }],
  ] as const)('is none %s', (_, example) => {
    expect(next(example)).toBeUndefined();
  });

  it('asserts nothing about the record in any rationale of any letter', () => {
    const answers = new Set(
      builtinLibrary.templates.flatMap(({ options = {} }) =>
        Object.values(options).flatMap((text) => fixedWords(text)),
      ),
    );
    let offered = 0;
    for (const [, text] of allLetters()) {
      for (const {
        fields: { rationale },
      } of read(text).letter.blocks) {
        const emptied = `${text.slice(0, rationale.label.end)} ${text.slice(rationale.body.span.end)}`;
        const parts = nextSentence(read(emptied), rationale.label.end + 1) ?? [];
        offered += parts.length;
        const written = parts
          .filter((part): part is string => typeof part === 'string')
          .join(' ')
          .replace(/\s+/g, ' ');
        for (const words of answers) expect(written).not.toContain(words);
      }
    }
    expect(offered).toBeGreaterThan(10);
  });
});

/** The longest words of an answer that no case changes. */
function fixedWords(text: string): string[] {
  return text
    .split(/[[\]{}]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 25);
}

it('is set in the lines of the letter', () => {
  const parts = (example: Example): readonly SnippetPart[] => {
    const { ask, offset } = withCursor(example);
    return nextSentence(ask, offset) ?? [];
  };
  const lines = toPlainText(parts(norco(' ¦'))).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});
