import { expect, it } from 'vitest';
import { writeReport } from '../../client/src/commands/write-report';

const facts = {
  extension: 'imr-determinations.imr-determinations 0.1.0',
  editor: 'Visual Studio Code 1.100.0, desktop',
  host: 'node',
  server: 'running imr-language-server 0.1.0',
  settings: {},
  letter: undefined,
};

it('tells what runs where no letter is shown', () => {
  expect(writeReport(facts)).toBe(
    [
      '### IMR Determination Letters',
      '',
      '| | |',
      '|---|---|',
      '| Extension | imr-determinations.imr-determinations 0.1.0 |',
      '| Editor | Visual Studio Code 1.100.0, desktop |',
      '| Extension host | node |',
      '| Language server | running imr-language-server 0.1.0 |',
      '| Settings | defaults |',
      '| Letter | none shown |',
      '',
    ].join('\n'),
  );
});

it('tells the shape of a letter, and counts its problems by code', () => {
  const report = writeReport({
    ...facts,
    settings: { 'imr.run': 'onSave' },
    letter: {
      scheme: 'file',
      language: 'imr',
      characters: 12600,
      lines: 180,
      lineEnd: 'CRLF',
      form: '2014',
      blocks: ['Upheld complete', 'undecided errors'],
      codes: ['IMR301', 'IMR101', 'IMR301'],
    },
  });
  expect(report).toContain('| Settings | `{"imr.run":"onSave"}` |');
  expect(report).toContain('| Letter | file, imr, form 2014 |');
  expect(report).toContain('| Size | 12600 characters, 180 lines, CRLF |');
  expect(report).toContain('| Blocks | Upheld complete, undecided errors |');
  expect(report).toContain('| Problems | IMR101, IMR301 × 2 |');
});
