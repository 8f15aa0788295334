// No text whatever breaks the parser: it never throws, loses nothing, and every span and reading offset is where it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSourceText, offsetAt, positionAt } from '../../server/src/core/index';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { readSoundly } from './invariants';

const own = [...sampleLetters(), ...fictionalLetters()];
const letters = [...own, ...readSharedLetters(root)];
const anyLetter = fc.constantFrom(...letters.map(({ text }) => text));

describe('a letter', () => {
  it.each(letters.map(({ name, text }) => [name, text]))('%s is read soundly', (_, text) => {
    readSoundly(text);
  });

  it.each(letters.map(({ name, text }) => [name, text]))('%s cut off at every 50th character is', (_, text) => {
    for (let end = 0; end < text.length; end += 50) readSoundly(text.slice(0, end), 17);
  });

  it.each(own.map(({ name, text }) => [name, text]))('%s beginning at every 50th character is', (_, text) => {
    for (let start = 0; start < text.length; start += 50) readSoundly(text.slice(start), 17);
  });

  it('with its lines shuffled is', () => {
    const shuffled = anyLetter.chain((text) => {
      const lines = text.split(/(?<=\n)/);
      return fc.shuffledSubarray(lines, { minLength: lines.length }).map((order) => order.join(''));
    });
    fc.assert(fc.property(shuffled, (text) => void readSoundly(text)));
  });

  it('with labels, headings and outcomes doubled, dropped or moved is', () => {
    const marks =
      /(?:Claims Administrator guideline|MAXIMUS guideline|Decision rationale):|: (?:Upheld|Overturned)|^[A-Z ,]{12,}$/gm;
    const change = fc.constantFrom<(mark: string) => string>(
      (mark) => mark + mark,
      (mark) => `${mark}\n${mark}`,
      () => '',
      (mark) => mark.slice(0, -3),
      (mark) => `${mark} `.repeat(4),
      (mark) => mark.toUpperCase(),
      (mark) => `\n\n${mark}\n\n`,
    );
    const changed = fc
      .tuple(anyLetter, fc.infiniteStream(change))
      .map(([text, changes]) =>
        text.replace(marks, (mark) => (changes.next().value as (mark: string) => string)(mark)),
      );
    fc.assert(fc.property(changed, (text) => void readSoundly(text)));
  });

  it('with a piece of another in its midst is', () => {
    const mixed = fc
      .tuple(anyLetter, anyLetter, fc.nat(), fc.nat(), fc.nat(3000))
      .map(([into, from, at, start, length]) => {
        const place = at % (into.length + 1);
        const first = start % (from.length + 1);
        return into.slice(0, place) + from.slice(first, first + length) + into.slice(place);
      });
    fc.assert(fc.property(mixed, (text) => void readSoundly(text)));
  });

  it('with other line ends is', () => {
    for (const { text } of own) {
      for (const end of ['\r\n', '\r', '\n\f', '\u2028', '']) readSoundly(text.replaceAll('\n', end));
    }
  });
});

describe('any text', () => {
  it('of any characters is read soundly', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(texts, (text) => void readSoundly(text)),
      { numRuns: 500 },
    );
  });

  it('of pieces that matter to the parser is', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        ' \n\n',
        '\r',
        '\r\n',
        '\f',
        ' ',
        ':',
        ': ',
        '.',
        ',',
        '-',
        '\u00a0',
        '\ufeff',
        '\ud83d',
        '😀',
        '1',
        'a',
        'A',
      ],
      ...['HOW THE IMR FINAL DETERMINATION WAS MADE', 'CLINICAL CASE SUMMARY', 'IMR ISSUES, DECISIONS AND RATIONALES'],
      ...[
        'Claims Administrator guideline:',
        'MAXIMUS guideline',
        'Decision rational:',
        'Upheld',
        'Overturned',
        'Uphold',
      ],
      ...[
        'Norco 10/325mg #60',
        ' was the original request. ',
        'The remaining IMR eligible portion of the original request, ',
        ' is',
      ],
      ...['Case Number:', 'CM16-0000000', 'Date of Injury:', '01/02/2016', 'Application', 'Received:', 'Priority:'],
      ...[
        'Decision based on MTUS',
        'Decision based on Non-MTUS Citation',
        'Section(s): ',
        'Page(s): 7-',
        '81.',
        'Low Back Complaints 2004',
      ],
      ...['is not medically necessary', 'medical necessity', '“', '"', 'MEDICAL PROFESSIONAL REVIEW', 'Case Summary:'],
    );
    const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => void readSoundly(text)),
      { numRuns: 2000 },
    );
  });

  it('gives every offset a position and back', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\f', '😀', ' ') });
    const property = fc.property(texts, fc.nat(100), (text, nat) => {
      const source = createSourceText(text);
      const offset = nat % (text.length + 1);
      const isBetweenLineEnds = text[offset - 1] === '\r' && text[offset] === '\n';
      expect(offsetAt(source, positionAt(source, offset))).toBe(isBetweenLineEnds ? offset - 1 : offset);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('a megabyte', () => {
  const size = 1024 * 1024;
  // The same numbers in every run (a linear congruential generator), so that a failure comes again.
  const numbers = new Uint32Array(size);
  numbers.reduce((state, _, i) => {
    numbers[i] = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return numbers[i] ?? 0;
  }, 7);

  it('of random bytes is read soundly', () => {
    readSoundly(Array.from(numbers, (n) => String.fromCharCode(n >>> 24)).join(''));
  }, 60_000);

  it('of random UTF-16 units is', () => {
    readSoundly(Array.from(numbers, (n) => String.fromCharCode(n >>> 16)).join(''));
  }, 60_000);

  const repeated = [
    ...[
      'a',
      ' ',
      '\n',
      '\r',
      '\f',
      '.',
      ',',
      ':',
      ';',
      '-',
      '"',
      '(',
      '1',
      'A',
      'a ',
      'A, ',
      '1-',
      '. ',
      ' \n',
      '\n\n',
    ],
    ...[
      'a-\n',
      ': Upheld\n',
      'Decision rationale:',
      '/',
      '/1',
      'p 1 ',
      '#1',
      'Page(s): 1',
      'Pain, Neck 2004, ',
      'a a: a. ',
      'Page 3 of 5\n',
    ],
    ...['is not ', 'medically necessary', 'original request', 'Application ', '“', 'Non-MTUS ', '1 mg '],
  ];
  const places = [
    ...['', 'Case Number: ', 'CLINICAL CASE SUMMARY\n', 'IMR ISSUES, DECISIONS AND RATIONALES\n\n'],
    ...[
      'Claims Administrator guideline: ',
      'MAXIMUS guideline: Decision based on MTUS ',
      'Decision rationale: ',
      'A ',
      'a: ',
    ],
  ];
  const frame = own.find(({ name }) => name === '2014-plain.txt')?.text ?? '';
  const [before = '', after = ''] = frame.split(/(?=Claims Administrator guideline:)/, 2);

  it('or an eighth of it of one piece, at any place, is in less than seconds', () => {
    for (const piece of repeated) {
      for (const place of places) {
        const begun = process.cpuUsage();
        readSoundly(`${before}${place}${piece.repeat(size / 8 / piece.length)}x\n\n${after}`, 97);
        // Of CPU: the clock also runs for others on the machine.
        const { user, system } = process.cpuUsage(begun);
        const seconds = (user + system) / 1e6;
        expect(seconds, `${JSON.stringify(place)} and ${JSON.stringify(piece)}`).toBeLessThan(3);
      }
    }
  }, 300_000);
});
