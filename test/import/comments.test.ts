import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocx } from '../../server/src/import/docx';
import { addComments } from '../../server/src/import/docx-comments';
import { paragraph, wordDocument } from './documents';

const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const main = 'word/document.xml';

/** Adds one comment to each of these words; gives the XML of the body. */
async function commented(document: Uint8Array, ...words: string[]) {
  const { text } = await importDocx(document);
  const comments = words.map((word) => {
    const start = text.indexOf(word);
    expect(start, word).toBeGreaterThanOrEqual(0);
    return { start, end: start + word.length, text: `About ${word} & more (IMR301)` };
  });
  const made = await addComments(document, text, comments);
  expect((await importDocx(made)).text).toBe(text);
  const before = parts(document);
  const after = parts(made);
  // Without the marks, everything is as it was but the borders between runs.
  for (const name of Object.keys(before))
    if (!/document\.xml|comments|Content_Types/.test(name)) expect(after[name]).toBe(before[name]);
  return { xml: after[main] ?? '', parts: after };
}

/** What is inside each comment's range, without its tags. */
function ranges(xml: string): string[] {
  return [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(({ index, 1: id }) => {
    const end = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
    return xml.slice(index, end).replace(/<[^>]*>/g, '');
  });
}

describe('comments in a Word document', () => {
  it('are at the words, also within a run, and have author, message, and code', async () => {
    const body = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The request is denied today.</w:t></w:r></w:p>${paragraph('Next.')}`;
    const { xml, parts: all } = await commented(wordDocument(body), 'is denied', 'The', 'today.', 'Next.');
    expect(ranges(xml)).toEqual(['The', 'is denied', 'today.', 'Next.']);
    expect(xml).toContain(
      '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">is denied</w:t></w:r><w:commentRangeEnd',
    );
    expect(all['word/comments.xml']).toContain('w:author="IMR check"');
    expect(all['word/comments.xml']).toContain('About is denied &amp; more (IMR301)');
    expect(all['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
    expect(all['word/_rels/document.xml.rels']).toContain('Target="comments.xml"');
  });

  it('are around whole runs where they fit, over several runs, paragraphs, entities, and tabs', async () => {
    const body =
      '<w:p><w:r><w:t>Soma</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">&amp; </w:t><w:t>rest</w:t></w:r></w:p><w:p><w:hyperlink r:id="x"><w:r><w:t>A &lt;b&gt; link</w:t></w:r></w:hyperlink></w:p>';
    const { xml } = await commented(wordDocument(body), 'Soma', '&', 'rest', '<b>', 'Soma\t& rest\n\nA');
    expect(ranges(xml).toSorted()).toEqual(['&amp;', '&lt;b&gt;', 'Soma', 'Soma&amp; restA', 'rest'].toSorted());
    expect(xml).toMatch(
      /<w:p><w:commentRangeStart w:id="1"\/><w:commentRangeStart w:id="5"\/><w:r><w:t>Soma<\/w:t><\/w:r><w:commentRangeEnd/,
    );
  });

  it('begin and end inside one another', async () => {
    const { xml } = await commented(
      wordDocument(paragraph('one two three four')),
      'one two three',
      'two three four',
      'two',
    );
    expect(ranges(xml).toSorted()).toEqual(['one two three', 'two', 'two three four']);
  });

  it('leave tracked changes as they are, and are not in deleted text', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r><w:del w:id="4"><w:r><w:delText>not </w:delText></w:r></w:del><w:ins w:id="5"><w:r><w:t>medically necessary</w:t></w:r></w:ins></w:p>';
    const { xml } = await commented(wordDocument(body), 'medically', 'It is medically necessary');
    expect(ranges(xml)).toEqual(['It is not medically necessary', 'medically']);
    expect(xml).toContain('<w:del w:id="4"><w:r><w:delText>not </w:delText></w:r></w:del>');
  });

  it('leave comments that are there', async () => {
    const body = `<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Sound text.</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>`;
    const comments =
      '<w:comments><w:comment w:id="7" w:author="A"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment></w:comments>';
    const { xml, parts: all } = await commented(wordDocument(body, { 'comments.xml': comments }), 'text');
    expect(ranges(xml)).toEqual(['Sound text.', 'text']);
    expect(all['word/comments.xml']).toMatch(/Mine\..*<w:comment [^>]*w:id="8" w:author="IMR check"/);
  });

  it('on a text box are at its paragraph', async () => {
    const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('In the box.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const { xml } = await commented(
      wordDocument(`<w:p><w:pPr/><w:r><w:t>Around it.</w:t></w:r>${box}</w:p>${paragraph('Behind.')}`),
      'In the box.',
      'Behind.',
    );
    expect(xml).toContain('<w:p><w:pPr/><w:commentRangeStart w:id="1"/>');
    expect(ranges(xml)[1]).toBe('Behind.');
  });

  it('on white space or nothing are at the word before', async () => {
    const document = wordDocument(paragraph('One two') + paragraph('Three'));
    const { text } = await importDocx(document);
    const at = (start: number, end: number) => ({ start, end, text: 'x' });
    const made = await addComments(document, text, [at(7, 7), at(7, 9), at(0, 0)]);
    expect(ranges(parts(made)[main] ?? '').toSorted()).toEqual(['One', 'two', 'two']);
  });

  it('are in documents with other prefixes and in tables with cells that are passed over', async () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Case:', '<w:vMerge w:val="restart"/>')}${cell('CM17')}</w:tr><w:tr>${cell('lost', '<w:vMerge/>')}${cell('CM18')}</w:tr></w:tbl>`;
    expect(ranges((await commented(wordDocument(table), 'CM18', 'CM17')).xml)).toEqual(['CM17', 'CM18']);
  });

  it('are refused for another document than the one that was read', async () => {
    const comment = { start: 0, end: 3, text: 'x' };
    await expect(addComments(wordDocument(paragraph('One.')), 'Two.\n', [comment])).rejects.toThrow(
      /changed in the meantime/,
    );
  });
});
