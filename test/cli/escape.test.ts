import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeCsv, escapeGithub, escapeGithubProperty, escapeXml, toUri } from '../../server/src/cli/report/escape';
import { printable } from '../../server/src/cli/report/printable';

const anyText = fc.string({ unit: 'binary' });

describe('escapeXml', () => {
  it('keeps every character that XML can hold', () => {
    const entity: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    const read = (xml: string) => xml.replace(/&(.*?);/g, (_, name: string) => entity[name] ?? '?');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(read(escapeXml(text))).toBe(text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd'));
      }),
    );
  });

  it('replaces what XML cannot hold in any form', () => {
    expect(escapeXml('a\0\b\f\x1b\ufffe\ud83db\ude00\ud83d\ude00\t\n')).toBe(
      'a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb\ufffd😀\t\n',
    );
  });
});

describe('escapeCsv', () => {
  it('gives a field that reads back as it was', () => {
    const field = (csv: string) => (csv.startsWith('"') ? csv.slice(1, -1).replaceAll('""', '"') : csv);
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeCsv(text);
        const guard = /^[=+\-@\t\r]/.test(text) ? "'" : '';
        expect(field(escaped)).toBe(guard + text);
        if (!escaped.startsWith('"')) expect(escaped).not.toMatch(/[",\r\n]/);
      }),
    );
  });

  it('lets no spreadsheet run a letter', () => {
    expect(escapeCsv('=HYPERLINK("a")')).toBe(`"'=HYPERLINK(""a"")"`);
    for (const start of ['+1', '-1', '@a']) expect(escapeCsv(start)).toBe(`'${start}`);
  });
});

describe('escapeGithub', () => {
  it('keeps a command on its line, and reads back', () => {
    const read = (text: string) => text.replace(/%(25|0D|0A|3A|2C)/g, (code) => decodeURIComponent(code));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeGithub(text)).not.toMatch(/[\r\n]/);
        expect(escapeGithubProperty(text)).not.toMatch(/[\r\n:,]/);
        expect(read(escapeGithub(text))).toBe(text);
        expect(read(escapeGithubProperty(text))).toBe(text);
      }),
    );
  });
});

describe('toUri', () => {
  it.each([
    ['letters/a b.txt', 'letters/a%20b.txt'],
    ['../ä#1.txt', '../%C3%A4%231.txt'],
    ['/letters/a.txt', 'file:///letters/a.txt'],
    ['C:/letters/a.txt', 'file:///C:/letters/a.txt'],
    ['<stdin>', '%3Cstdin%3E'],
    ['a\ud83d.txt', 'a%EF%BF%BD.txt'],
  ])('writes %j as %s', (path, uri) => {
    expect(toUri(path)).toBe(uri);
  });
});

describe('printable', () => {
  it('is one line without a control character', () => {
    fc.assert(
      fc.property(anyText, (text) => void expect(printable(text)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e]/)),
    );
    expect(printable('a\r\n\tb')).toBe('a b');
  });
});
