// A letter that was printed, scanned at 300 dpi, and read by OCR has the same items and outcomes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { printedLetter } from '../../server/src/core/index';
import { writeDocx } from '../../server/src/import/write-docx';
import { readCorpus } from '../corpus/corpus';
import { read } from '../import/content';
import { convertAll, has, run, scratchFolder } from './office';

const letters = readCorpus()
  .slice(0, 12)
  .map(({ name, text }) => ({ name: name.replace(/\.txt$/, ''), text }));
const folder = scratchFolder();

function decisionsOf(text: string): string[] {
  return read(text).blocks.map(
    ({ heading }) => `${heading.item.text.replace(/\s+/g, ' ')}: ${String(heading.outcome.value)}`,
  );
}

/** What OCR reads of the pages of a PDF. */
function scanned(pdf: string): string {
  run('pdftoppm', '-r', '300', '-gray', '-png', pdf, `${pdf}-page`);
  const pages = readdirSync(join(folder, 'pdf')).filter((name) => pdf.endsWith(name.replace(/-page-.*/, '')));
  return pages
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => {
      const page = join(folder, 'pdf', name);
      run('tesseract', page, page);
      return readFileSync(`${page}.txt`, 'utf8');
    })
    .join('');
}

describe.skipIf(!['soffice', 'pdftoppm', 'tesseract'].every(has))('a scan', () => {
  beforeAll(() => {
    for (const name of ['docx', 'pdf']) mkdirSync(join(folder, name));
    for (const { name, text } of letters)
      writeFileSync(join(folder, 'docx', `${name}.docx`), writeDocx(printedLetter(read(text))));
    convertAll(join(folder, 'docx'), join(folder, 'pdf'), 'pdf', join(folder, 'profile'));
  }, 300_000);

  it.each(letters)('of $name has its items and outcomes', ({ name, text }) => {
    expect(decisionsOf(scanned(join(folder, 'pdf', `${name}.pdf`)))).toEqual(decisionsOf(text));
  });
});
