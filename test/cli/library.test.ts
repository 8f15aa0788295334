// `imr explain` and `imr lookup`: what the tool knows, without a letter.
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/index';
import { openDesk } from './imr';

const desk = openDesk();

describe('imr explain', { timeout: 60_000 }, () => {
  it('tells why, how to repair, and how to switch off', () => {
    const { code, out } = desk.imr(['explain', 'IMR301']);
    expect(code).toBe(0);
    expect(out).toMatch(/^IMR301 missing-conclusion\n=+\n/);
    for (const part of ['Labor Code 4610.6', 'How to repair it', 'What is found', 'missing-conclusion: off']) {
      expect(out).toContain(part);
    }
    expect(desk.imr(['explain', 'missing-conclusion']).out).toBe(out);
    expect(desk.imr(['explain', 'imr301', '--format', 'markdown']).out).toMatch(/^# IMR301 missing-conclusion\n/);
  });

  it('lists all rules', () => {
    const lines = desk.imr(['explain']).out.trimEnd().split('\n');
    expect(lines.map((line) => line.slice(0, 6))).toEqual(rules.map(({ code }) => code));
  });

  it('knows what was meant', () => {
    expect(desk.imr(['explain', 'missing-conclusoin'])).toEqual({
      code: 2,
      out: '',
      err: 'imr: no rule missing-conclusoin (did you mean missing-conclusion?); imr explain lists them\n',
    });
  });
});

describe('imr lookup', { timeout: 60_000 }, () => {
  it.each([
    ['norco', /^Hydrocodone\/acetaminophen\n/],
    ['Hydrocodone/APAP', /^Hydrocodone\/acetaminophen\n/],
    ['Norco 10/325mg #60', /^Hydrocodone\/acetaminophen\n/],
    ['Low Back Complaints 2004', /^Low Back Complaints 2004/],
    ['UR', /^UR: utilization review/i],
    ['drug/tramadol', /^Tramadol\n/],
    ['abbreviation/ur', /^UR: utilization review/i],
  ])('shows the card of %s', (term, card) => {
    const { code, out } = desk.imr(['lookup', ...term.split(' ')]);
    expect(code).toBe(0);
    expect(out).toMatch(card);
  });

  it('names what else a term may stand for, by a path that shows it', () => {
    const { out } = desk.imr(['lookup', 'physical', 'therapy']);
    const [, title = '', path = ''] = /^- (.+): imr lookup (\S+)$/m.exec(out) ?? [];
    expect(desk.imr(['lookup', path]).out.split('\n')[0]).toBe(title);
  });

  it('says how sure a fact is', () => {
    expect(desk.imr(['lookup', 'norco']).out).toContain('(not confirmed)');
  });

  it('says so where nothing is known', () => {
    expect(desk.imr(['lookup', 'xyzzy'])).toEqual({ code: 1, out: '', err: 'imr: nothing found for "xyzzy"\n' });
    expect(desk.imr(['lookup', 'IMR301']).err).toBe('imr: IMR301 is a rule: imr explain IMR301\n');
    expect(desk.imr(['lookup'])).toMatchObject({ code: 2, err: 'imr: imr lookup needs a term: imr lookup norco\n' });
    expect(JSON.parse(desk.imr(['lookup', '--format', 'json', 'xyzzy']).out)).toEqual({
      schemaVersion: 1,
      term: 'xyzzy',
      entries: [],
    });
  });

  it('knows the packs of the current folder', () => {
    const salve =
      'version: 1\nkind: drugs\ndrugs: [{id: house-salve, generic: house salve, brands: [Salvimax], class: topical-compound}]\n';
    desk.write('house.yaml', salve);
    desk.write('.imr.yaml', 'packs: [house.yaml]\n');
    expect(desk.imr(['lookup', 'salvimax']).out).toMatch(/^House salve\n/);
    expect(desk.imr(['lookup', 'salvimax', '--no-config']).code).toBe(1);
  });
});
