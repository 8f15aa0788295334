import { describe, expect, it } from 'vitest';
import { createLetterService } from '../../server/src/library';
import { readProjectFile } from '../project';

const sample = readProjectFile('samples/2014-letter.imr.txt');
const handbook = { id: 'riverbend-handbook', title: 'Riverbend Pain Handbook', kind: 'non-mtus', publisher: 'us' };
const service = createLetterService();

function offsetOf(words: string, text = sample): number {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`no ${words}`);
  return at;
}

describe('the letter service', () => {
  it('parses', () => {
    const { form, blocks } = service.parse(sample);
    expect(form).toBe('2014');
    expect(blocks.map(({ item }) => item)).toEqual([
      'Cyclobenzaprine 7.5 mg #60',
      'Tramadol 50 mg #90',
      'Zolpidem 5 mg #30',
    ]);
    const { start } = blocks[1] ?? { start: undefined };
    expect(start?.offset).toBe(offsetOf('Tramadol 50 mg #90: Upheld'));
  });

  it('checks, with fixes that are edits of the text', () => {
    const { problems, failedRules } = service.check(sample);
    expect(failedRules).toEqual([]);
    const found = problems.find(({ code }) => code === 'IMR301');
    expect(found).toMatchObject({ severity: 'error', item: 'Tramadol 50 mg #90', help: expect.any(String) });
    expect(found?.fixes[0]?.edits[0]?.newText).toContain('medically necessary');
    expect(JSON.parse(JSON.stringify(found)).fixes).toEqual(found?.fixes);
  });

  it('applies the safe fixes until none is left', () => {
    const damaged = sample.replace('The injured worker', 'The the injured worker').replace('Upheld', 'Upheld\u200b');
    const { text, count } = service.fix(damaged);
    expect(count).toBeGreaterThan(0);
    expect(text).not.toContain('\u200b');
    expect(service.fix(text)).toEqual({ text, count: 0 });
  });

  it('tells what is at an offset', () => {
    const hover = service.hover(sample, offsetOf('Tramadol 50 mg #90: Upheld'));
    expect(hover?.plainText).toMatch(/^Tramadol/);
    expect(hover?.markdown).toMatch(/^\*\*Tramadol/);
    expect(hover?.start.offset).toBe(offsetOf('Tramadol 50 mg #90: Upheld'));
    expect(service.hover('', 5)).toBeUndefined();
  });

  it('completes, as text and as a snippet', () => {
    const open = `${sample.slice(0, offsetOf('Tramadol 50 mg #90: Upheld'))}Tramadol 50 mg #90: `;
    const { items } = service.complete(open, open.length);
    expect(items.map(({ newText }) => newText)).toContain('Upheld');
    expect(items[0]).toMatchObject({ kind: 'outcome', snippet: expect.stringMatching(/\$0$/) });
    expect(items[0]?.end.offset).toBe(open.length);
  });

  it('looks up', () => {
    expect(service.lookup('norco')[0]).toMatchObject({ title: 'Hydrocodone/acetaminophen' });
    expect(service.lookup('drug/tramadol').map(({ path }) => path)).toEqual(['drug/tramadol']);
    expect(service.lookup('xyzzy')).toEqual([]);
  });

  it('throws on no text', () => {
    for (const text of ['', '\0', '\ud800', 'a letter', sample.slice(1000, 5000)])
      expect(() => [
        service.parse(text),
        service.check(text),
        service.fix(text),
        service.complete(text, 3),
      ]).not.toThrow();
  });
});

describe('the options of the service', () => {
  it('adds packs', () => {
    const cited = sample.replace(
      /Official\s+Disability\s+Guidelines\s+\(ODG\)\s+Pain\s+chapter,\s+Zolpidem\s+\(Ambien\)/,
      'Riverbend Pain Handbook',
    );
    const own = createLetterService({
      packs: [{ name: 'house', content: { version: 1, kind: 'guidelines', guidelines: [handbook] } }],
    });
    const guidelines = (from: typeof own) => from.parse(cited).blocks[2]?.citations.map(({ guideline }) => guideline);
    expect(own.findings).toEqual([]);
    expect(guidelines(own)).toContain('riverbend-handbook');
    expect(guidelines(service)).not.toContain('riverbend-handbook');
  });

  it('adds forms', () => {
    const form = {
      version: 1,
      id: 'riverbend',
      extends: '2014',
      title: 'Letters of Riverbend',
      marks: [{ text: 'Riverbend Review Panel', weight: 50 }],
    } as const;
    const own = createLetterService({ forms: [form] });
    expect(own.findings).toEqual([]);
    expect(own.parse(`Riverbend Review Panel\n\n${sample}`)).toMatchObject({
      form: 'riverbend',
      blocks: { length: 3 },
    });
    expect(own.parse(sample).form).toBe('2014');
  });

  it('sets severities, presets and options', () => {
    const codes = (settings: NonNullable<Parameters<typeof createLetterService>[0]>['settings']) =>
      createLetterService({ ...(settings && { settings }) })
        .check(sample)
        .problems.map(({ code, severity }) => `${code} ${severity}`);
    expect(codes({ rules: { 'missing-conclusion': 'hint' } })).toContain('IMR301 hint');
    expect(codes({ extends: 'off', rules: { IMR301: 'error' } })).toEqual(['IMR301 error']);
  });

  it('chooses a form, also one of their own', () => {
    const unmarked = 'Knee brace: Upheld';
    const own = { version: 1, id: 'riverbend', extends: '2015', marks: [] } as const;
    const formOf = (form: string, text: string) =>
      createLetterService({ forms: [own], settings: { form } }).parse(text).form;
    expect(['2018', 'riverbend', '2014'].map((form) => formOf(form, unmarked))).toEqual(['2018', 'riverbend', '2014']);
    expect(formOf('2018', sample)).toBe('2014');
    expect(createLetterService({ settings: { form: '2019' } }).findings).toMatchObject([{ pointer: '/form' }]);
  });

  it('says what of them does not count, and goes by the rest', () => {
    const { findings, parse } = createLetterService({
      packs: [{ name: 'house', content: { version: 1, kind: 'guidelines', guidelines: [{ id: 'untitled' }] } }],
      forms: [
        { version: 1, id: '2014', extends: '2015' },
        { version: 1, id: 'lost', extends: 'nowhere' },
        { version: 1, id: 'odd', extends: '2015', basis: 7 },
      ],
      settings: { rules: { 'missing-conclusoin': 'error' }, extends: ['./file.yaml' as 'strict'] },
    });
    expect(findings.map(({ source, pointer }) => `${source} ${pointer}`)).toEqual([
      ...Array(3).fill('house /guidelines/0'),
      '2014 /id',
      'lost /extends',
      'odd /basis',
      'settings /rules/missing-conclusoin',
      'settings /extends/0',
    ]);
    for (const { message } of findings) expect(message).toMatch(/[.?]$/);
    expect(parse(sample).form).toBe('2014');
  });
});
