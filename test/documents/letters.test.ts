// Every letter as a Word document and as a PDF, made by ourselves and by LibreOffice, says what its text says.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { printedLetter } from '../../server/src/core/index';
import { importLetter } from '../../server/src/import/import-letter';
import { documentKind } from '../../server/src/import/kind';
import { writeDocx } from '../../server/src/import/write-docx';
import { readCorpus } from '../corpus/corpus';
import { contentOf, read } from '../import/content';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { convertAll, has, scratchFolder } from './office';

const letters = [...readCorpus().slice(0, 12), ...readSharedLetters(root)].map(({ name, text }) => ({
  name: name.replace(/\.txt$/, ''),
  text,
}));
const folder = scratchFolder();
const at = (...names: string[]) => join(folder, ...names);

/** How a document came to be: the folder that holds it, and its extension. */
const ways = [
  ['by imr convert as a Word document', 'own', 'docx'],
  ['of the text by LibreOffice as a Word document', 'office', 'docx'],
  ['of the document of imr convert as a PDF', 'own-pdf', 'pdf'],
  ['of the text by LibreOffice as a PDF', 'office-pdf', 'pdf'],
] as const;

describe.skipIf(!has('soffice'))('a letter', () => {
  beforeAll(() => {
    for (const name of ['text', ...ways.map(([, way]) => way)]) mkdirSync(at(name));
    for (const { name, text } of letters) {
      writeFileSync(at('text', `${name}.txt`), text);
      writeFileSync(at('own', `${name}.docx`), writeDocx(printedLetter(read(text))));
    }
    convertAll(at('text'), at('office'), 'docx', at('profile'));
    convertAll(at('own'), at('own-pdf'), 'pdf', at('profile'));
    convertAll(at('office'), at('office-pdf'), 'pdf', at('profile'));
  }, 900_000);

  describe.each(ways)('made %s', (_, way, extension) => {
    it.each(letters)('says what its text says: $name', async ({ name, text }) => {
      const file = at(way, `${name}.${extension}`);
      const bytes = readFileSync(file);
      const kind = documentKind(bytes, file);
      expect(kind).toBe(extension);
      const imported = await importLetter(bytes, kind ?? 'html');
      const whole = { withLanguage: true };
      expect(contentOf(read(imported.text), whole)).toEqual(contentOf(read(text), whole));
    });
  });
});
