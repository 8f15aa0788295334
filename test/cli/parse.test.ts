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

  it('knows the packs that imr check knows', () => {
    const cited = soundLetter.replace(
      /MAXIMUS guideline:.*?(?=\n\n)/s,
      'MAXIMUS guideline: Decision based on Non-MTUS Citation Riverbend Pain Handbook.',
    );
    desk.write('house/a.txt', cited);
    desk.write(
      'house/handbook.yaml',
      'version: 1\nkind: guidelines\nguidelines:\n  - {id: riverbend-handbook, title: Riverbend Pain Handbook, kind: non-mtus, publisher: us}\n',
    );
    desk.write('house/.imr.yaml', 'packs: [handbook.yaml]\n');
    const cites = (...options: string[]) => {
      const { out, err } = desk.imr(['parse', 'house/a.txt', ...options]);
      const { citations } = JSON.parse(out).blocks[0];
      return { err, guideline: citations.find(({ by }: { by: string }) => by === 'reviewer').guideline };
    };
    expect(cites()).toEqual({ err: '', guideline: 'riverbend-handbook' });
    expect(cites('--no-config')).toEqual({ err: '', guideline: null });
  });

  it('says what is wrong in a pack, which still counts otherwise', () => {
    desk.write('faulty/a.txt', soundLetter);
    desk.write('faulty/pack.yaml', 'version: 1\nkind: guidelines\nguidelines:\n  - {id: riverbend}\n');
    desk.write('faulty/.imr.yaml', 'packs: [pack.yaml]\n');
    const { code, err } = desk.imr(['parse', 'faulty/a.txt']);
    expect(code).toBe(0);
    expect(err).toMatch(/^imr: faulty\/pack\.yaml:4:5 IMR903 .*title/);
  });

  it('says which file of ours it could not read, and exits with 2', () => {
    desk.write('broken/a.txt', soundLetter);
    desk.write('broken/.imr.yaml', 'packs: [gone.yaml]\n');
    const { code, out, err } = desk.imr(['parse', 'broken/a.txt']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ path: 'broken/a.txt' });
    expect(err).toMatch(/^imr: broken\/\.imr\.yaml:1:9 IMR903 .*gone\.yaml.*\n$/);
  });
});
