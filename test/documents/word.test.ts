// Documents that LibreOffice makes: tables, lists, tracked changes, text boxes; and comments that it can read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDocx } from '../../server/src/import/docx';
import { addComments } from '../../server/src/import/docx-comments';
import { convertAll, has, scratchFolder } from './office';

const folder = scratchFolder();
let count = 0;

/** What LibreOffice makes of a file, in another format. */
function converted(name: string, content: string | Uint8Array, format: string): Uint8Array {
  const [from, to] = [join(folder, `from${++count}`), join(folder, `to${count}`)];
  for (const each of [from, to]) mkdirSync(each);
  writeFileSync(join(from, name), content);
  convertAll(from, to, format, join(folder, 'profile'));
  return readFileSync(join(to, name.replace(/\.\w+$/, `.${format.split(':')[0]}`)));
}

/** A flat OpenDocument text with this body. */
const flat = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${body}</office:text></office:body></office:document>`;
const p = (text: string): string => `<text:p>${text}</text:p>`;
const cell = (text: string): string => `<table:table-cell office:value-type="string">${p(text)}</table:table-cell>`;
const row = (...texts: string[]): string => `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;
const textOf = async (body: string): Promise<string> =>
  (await importDocx(converted('made.fodt', flat(body), 'docx'))).text;

describe.skipIf(!has('soffice'))('a document that LibreOffice made', () => {
  it('with a table has its rows as lines', async () => {
    const table = `<table:table><table:table-column table:number-columns-repeated="2"/>${row('Case Number:', 'CM17-0900333')}${row('Priority:', 'Standard')}</table:table>`;
    expect(await textOf(p('Before') + table + p('After'))).toBe(
      'Before\n\nCase Number:    CM17-0900333\nPriority:    Standard\n\nAfter\n',
    );
  });

  it('with lists has their text', async () => {
    const list = `<text:list><text:list-item>${p('Knee')}</text:list-item><text:list-item>${p('Hip')}</text:list-item></text:list>`;
    expect(await textOf(p('Treated:') + list)).toBe('Treated:\n\nKnee\n\nHip\n');
  });

  it('with tracked changes is read as if they were accepted', async () => {
    const change = (kind: string, id: string, content = '') =>
      `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info><dc:creator>A</dc:creator><dc:date>2017-01-01T00:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`;
    const changes = `<text:tracked-changes>${change('deletion', 'c1', p('never '))}${change('insertion', 'c2')}</text:tracked-changes>`;
    const body = p(
      'The request is <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>not <text:change-end text:change-id="c2"/>medically necessary.',
    );
    expect(await textOf(changes + body)).toBe('The request is not medically necessary.\n');
  });

  it('with a text box has its text behind the paragraph', async () => {
    const box = `<draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box>${p('In the box.')}</draw:text-box></draw:frame>`;
    expect(await textOf(`<text:p>${box}Around it.</text:p>${p('Behind.')}`)).toBe(
      'Around it.\n\nIn the box.\n\nBehind.\n',
    );
  });

  it('keeps comments of ours when it opens the document', async () => {
    const document = converted('made.fodt', flat(p('The request is denied today.') + p('Next.')), 'docx');
    const { text } = await importDocx(document);
    const start = text.indexOf('denied');
    const made = await addComments(document, text, [{ start, end: start + 6, text: 'Not an outcome (IMR104)' }]);
    const opened = Buffer.from(converted('made.docx', made, 'fodt')).toString('utf8');
    expect(opened).toMatch(/<dc:creator>IMR check<\/dc:creator>/);
    expect(opened).toMatch(/Not an outcome \(IMR104\)/);
    expect(opened).toMatch(/<office:annotation [\s\S]*<\/office:annotation>denied<office:annotation-end/);
    expect((await importDocx(converted('made.docx', made, 'docx'))).text).toBe(text);
  });
});
