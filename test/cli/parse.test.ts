import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../project';
import { openDesk } from './imr';
import { note, soundLetter } from './letters';

const desk = openDesk();

describe('imr parse', { timeout: 60_000 }, () => {
  it('prints one object for one file', () => {
    desk.write('a.txt', soundLetter);
    const { code, out, err } = desk.imr(['parse', 'a.txt']);
    const letter = JSON.parse(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(letter).toMatchObject({
      schemaVersion: 1,
      path: 'a.txt',
      form: '2015',
      header: { caseNumber: 'CM17-0999999', dateAssigned: '2017-01-18', priority: 'Standard' },
      blocks: [{ item: 'Norco 10/325mg #60', outcome: 'Upheld', conclusion: { necessary: false } }],
    });
    const [block] = letter.blocks;
    expect(soundLetter.slice(block.start.offset, block.end.offset)).toMatch(/^Norco .* not medically necessary\.$/s);
    const line = soundLetter.split('\n')[block.start.line] ?? '';
    expect(line.slice(block.start.character)).toBe('Norco 10/325mg #60: Upheld');
  });

  it('prints a list for several paths, a folder or a glob, be it of one letter', () => {
    desk.write('several/a.txt', soundLetter);
    for (const paths of [['several'], ['several/*.txt'], ['several/a.txt', 'several']]) {
      const { code, out } = desk.imr(['parse', ...paths]);
      const { schemaVersion, files } = JSON.parse(out);
      expect(code, paths.join(' ')).toBe(0);
      expect({ schemaVersion, paths: files.map((file: { path: string }) => file.path) }).toEqual({
        schemaVersion: 1,
        paths: ['several/a.txt'],
      });
    }
  });

  it('prints an empty list, and says so, where a folder holds no letter', () => {
    desk.write('none/note.txt', note);
    const { code, out, err } = desk.imr(['parse', 'none']);
    expect(JSON.parse(out)).toEqual({ schemaVersion: 1, files: [] });
    expect({ code, err }).toEqual({ code: 2, err: 'imr: none: no letter found\n' });
  });

  it('prints one object a line', () => {
    desk.write('lines/a.txt', soundLetter);
    desk.write('lines/b.txt', soundLetter);
    const { out } = desk.imr(['parse', '--format', 'ndjson', 'lines']);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).path)).toEqual(['lines/a.txt', 'lines/b.txt']);
  });

  it('describes a letter for people', () => {
    desk.write('sample.txt', readFileSync(join(root, 'samples/2014-letter.imr.txt')));
    expect(desk.imr(['parse', '--format', 'text', 'sample.txt']).out).toBe(
      [
        'sample.txt: form 2014, 3 decisions',
        '  1. Cyclobenzaprine 7.5 mg #60: Upheld',
        '     claims administrator: Chronic Pain Treatment Guidelines Cyclobenzaprine (Flexeril).',
        '     reviewer: Chronic Pain Treatment Guidelines Cyclobenzaprine (Flexeril), Muscle relaxants (for pain) Page(s): 41-42, 63-64.',
        '     conclusion: not medically necessary',
        '  2. Tramadol 50 mg #90: Upheld',
        '     claims administrator: Chronic Pain Treatment Guidelines Opioids.',
        '     reviewer: Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80.',
        '     conclusion: not stated',
        '  3. Zolpidem 5 mg #30: Upheld',
        '     claims administrator: Official Disability Guidelines (ODG), Pain chapter, Zolpidem.',
        '     reviewer: Official Disability Guidelines (ODG) Pain chapter, Zolpidem (Ambien).',
        '     conclusion: not medically necessary',
        '',
      ].join('\n'),
    );
  });

  it('reads what is no letter, and an empty file, as a letter without anything', () => {
    desk.write('note.txt', note);
    desk.write('empty.txt', '');
    for (const name of ['note.txt', 'empty.txt']) {
      const { code, out } = desk.imr(['parse', name]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ form: 'unknown', sections: [], blocks: [] });
    }
  });
});
