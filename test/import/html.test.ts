import { describe, expect, it } from 'vitest';
import { importHtml } from '../../server/src/import/html';
import { bytesOf } from './documents';

const textOf = (html: string): string => importHtml(new TextEncoder().encode(html)).text;

describe('a web page', () => {
  it('is read as a browser shows it', () => {
    expect(
      textOf('<html><head><title>Letter</title><style>p{}</style></head><body><h1>Final\n Determination</h1>'),
    ).toBe('Final Determination\n');
    expect(textOf('<p>One  <b>bold</b>&nbsp;word.</p>\n<p>Second,<br>on two lines.</p>')).toBe(
      'One bold word.\n\nSecond,\non two lines.\n',
    );
    expect(textOf('<div>A line</div><div>next</div><div><br></div><div>A paragraph</div>')).toBe(
      'A line\nnext\n\nA paragraph\n',
    );
    expect(textOf('<ul><li>Knee</li><li>Hip</li></ul>')).toBe('Knee\nHip\n');
    expect(textOf('<pre>Case   Number\n  Date</pre>')).toBe('Case   Number\n  Date\n');
    expect(textOf('medic<i>ally</i> neces<wbr>sary')).toBe('medically necessary\n');
  });

  it('has rows of a table as lines, and cells of several lines one after another', () => {
    const table =
      '<table><tr><td>Case Number:</td><td>CM17-0900222</td></tr><tr><td>Priority:</td><td></td><td>Standard</td></tr>';
    expect(textOf(`<p>Before</p>${table}<tr><td><p>A</p><p>B</p></td><td>C</td></tr></table>after`)).toBe(
      'Before\n\nCase Number:    CM17-0900222\nPriority:    Standard\n\nA\n\nB\n\nC\n\nafter\n',
    );
    expect(textOf(`<table><tr><td>${table}</table></td></tr></table>`)).toBe(
      'Case Number:    CM17-0900222\nPriority:    Standard\n',
    );
  });

  it('is read without what nobody sees', () => {
    expect(
      textOf(
        '<p>Seen.<script>alert(1)</script><!-- no --><span hidden>no</span><span style="display: none">no</span></p>',
      ),
    ).toBe('Seen.\n');
    expect(textOf('<p>The request is <del>never </del><ins>not </ins>approved.</p>')).toBe(
      'The request is not approved.\n',
    );
  });

  it('is read without comments, footnotes, headers, and pictures, and says so', () => {
    const { text, notes } = importHtml(
      bytesOf(
        '<div title="header"><p>Page</p></div><p>Text<a class="sdfootnoteanc" href="#f">1</a><img src="http://example.org/x.png"></p><div style="mso-element:comment-list"><p>Check</p></div>',
      ),
    );
    expect(text).toBe('Text\n');
    expect(notes).toEqual([
      'Headers and footers were left out.',
      'Footnotes and endnotes were left out.',
      'Pictures were left out.',
      'Comments were left out.',
    ]);
  });

  it.each([
    ['UTF-8 that says so', '<meta charset="utf-8">Section 9792.23 \u2013 L\u00f3pez', 'utf-8'],
    ['UTF-8 that says it is another', '<meta charset="iso-8859-1">\u2013 L\u00f3pez', 'utf-8'],
    ['UTF-16 with a mark', '\ufeff\u2013 L\u00f3pez', 'utf-16le'],
  ])('in %s is decoded', (_, html, encoding) => {
    expect(importHtml(Buffer.from(html, encoding as BufferEncoding)).text).toMatch(/\u2013 L\u00f3pez\n$/);
  });

  it('in another character set is decoded by its name, and by Windows-1252 if the name is none', () => {
    expect(
      importHtml(bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\xcb\xee')).text,
    ).toBe('\u041b\u043e\n');
    expect(importHtml(bytesOf('<meta charset="nonsense">L\xf3pez \x96')).text).toBe('L\u00f3pez \u2013\n');
  });

  it('counts paragraphs', () => {
    expect(importHtml(bytesOf('<p>One</p><p>Two</p>')).starts).toEqual([0, 5]);
  });

  it.each([
    ['without text', '<html><body><img src="x"></body></html>', /has no text/],
    ['nested too deeply', '<div>'.repeat(100_000), /nested too deeply/],
    ['that is binary', `<html>\0\0${'\x01'.repeat(50)}`, /binary/],
  ])('%s is refused with a sentence', (_, html, reason) => {
    expect(() => importHtml(bytesOf(html))).toThrow(reason);
  });

  it.each([
    ['ends that end nothing', 'text</b></td></tr></table></div>'.repeat(30_000)],
    ['open paragraphs', '<p>x'.repeat(50_000)],
    ['open tables', '<table><tr><td>x'.repeat(150)],
    ['rows without a table', '<tr><td>x</td></tr>'.repeat(20_000)],
    ['open comments', `x<!--${'<!--'.repeat(50_000)}`],
    ['attributes', `x<p ${'a=1 '.repeat(50_000)}>`],
    ['entities', '&amp;&#1114112;&nosuch;&#xd800;'.repeat(20_000)],
  ])('with many %s is read', (_, html) => {
    expect(importHtml(bytesOf(html)).text.length).toBeGreaterThan(1);
  });
});
