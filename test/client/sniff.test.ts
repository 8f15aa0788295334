import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letterHeadings, looksLikeLetter } from '../../server/src/builtin/sniff';
import { cpuTime } from '../cpu-time';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const sample = (name: string) => readFileSync(join(root, 'samples', name), 'utf8');

const titleCase = (line: string) =>
  line.toLowerCase().replace(/(?<![a-z])[a-z](?=[a-z]{3})/g, (letter) => letter.toUpperCase());

describe('a letter', () => {
  it.each([['2014-letter.imr.txt'], ['2015-letter.imr.txt']])('is %s', (name) => {
    expect(looksLikeLetter(sample(name))).toBe(true);
  });

  it.each<[string, (text: string) => string]>([
    ['headings in title case', (text) => text.replace(/^ *[A-Z][A-Z ,]{12,}$/gm, (line) => titleCase(line))],
    ['quotes', (text) => text.replace(/^/gm, '> ')],
    ['line numbers', (text) => text.replace(/^/gm, '12  ')],
    ['Markdown', (text) => text.replace(/^ *([A-Z][A-Z ,]{12,})$/gm, '## **$1**')],
    ['vertical tabs', (text) => text.replaceAll('\n', '\v')],
    ['zero-width spaces', (text) => text.replaceAll('CLINICAL', 'CLIN\u200bICAL')],
    [
      'a mail header',
      (text) => `${'Received: from mx.example.org by mail\n  id 1; Mon\n'.repeat(300)}Subject: x\n\n${text}`,
    ],
  ])('may have %s', (_, change) => {
    expect(looksLikeLetter(change(sample('2015-letter.imr.txt')))).toBe(true);
  });

  it('is each that was published', () => {
    expect(
      readSharedLetters(root)
        .filter(({ text }) => !looksLikeLetter(text))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
    ['form feeds', '\f'],
    ['doubled breaks after a space', ' \n\n'],
  ])('has lines that end with %s', (_, end) => {
    const lines = [
      '',
      '\uFEFF',
      '   CLINICAL CASE SUMMARY',
      'The worker fell.',
      'IMR ISSUES, DECISIONS AND RATIONALES',
      '',
    ];
    expect(looksLikeLetter(lines.join(end))).toBe(true);
  });

  it('may have its headings wrapped by a narrow page', () => {
    expect(
      looksLikeLetter('HOW THE IMR FINAL\n\nDETERMINATION WAS MADE\n\nIMR ISSUES, DECISIONS\nAND RATIONALES\n'),
    ).toBe(true);
  });

  it('may have the headings of 2013, in small letters with a colon', () => {
    expect(
      looksLikeLetter('Medical Qualifications of the Expert Reviewer:\nBoard certified.\n\nCase Summary:\nA fall.'),
    ).toBe(true);
  });

  it('may still be without its blocks', () => {
    expect(looksLikeLetter([...letterHeadings].slice(0, 3).join('\n\n'))).toBe(true);
  });
});

describe('no letter', () => {
  it.each([
    ['nothing', ''],
    ['one heading', 'CLINICAL CASE SUMMARY\nA fall from a ladder.'],
    ['one heading twice', 'CLINICAL CASE SUMMARY\n\nCLINICAL CASE SUMMARY\n'],
    ['a heading that holds another', 'DOCUMENTS REVIEWED FOR DETERMINATION\n'],
    [
      'a memo about letters',
      'Check CLINICAL CASE SUMMARY against IMR ISSUES, DECISIONS AND RATIONALES before you sign.',
    ],
    [
      'prose that wraps so',
      'We always read the\nclinical case summary\nand then the\ndocuments reviewed\nby the nurse.',
    ],
    ['a list of headings in quotes', '- "CLINICAL CASE SUMMARY"\n- "ISSUE AT DISPUTE"\n'],
    ['headings far below', `${'A line of a long report.\n'.repeat(400)}CLINICAL CASE SUMMARY\nISSUE AT DISPUTE\n`],
    ['source code', sample('../server/src/builtin/sniff.ts')],
    ['a readme', sample('../README.md')],
  ])('is %s', (_, text) => {
    expect(looksLikeLetter(text)).toBe(false);
  });
});

it('looks at any text in time that does not grow with the text', () => {
  const texts = ['\n'.repeat(5e6), 'A '.repeat(5e6), 'CLINICAL CASE '.repeat(1e6)];
  expect(cpuTime(() => texts.map(looksLikeLetter))).toBeLessThan(500);
});
