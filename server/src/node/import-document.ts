import { importLetter } from '../import/import-letter';
import { ImportError } from '../import/imported-letter';
import { documentKind } from '../import/kind';
import type { LetterImport } from '../protocol/importing';

/** Reads a document. If it is of another kind or damaged, a note says so. */
export async function importDocument(bytes: Uint8Array, name: string): Promise<LetterImport> {
  const kind = documentKind(bytes, name);
  if (!kind)
    return { notes: [`${name} is not a Word document (.docx), a PDF, a web page (.html), or an email (.eml).`] };
  try {
    const { text, notes } = await importLetter(bytes, kind);
    return { text, notes };
  } catch (error) {
    if (error instanceof ImportError) return { notes: [`${name} cannot be imported: ${error.message}.`] };
    throw error;
  }
}
