import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { ImportError } from './imported-letter';

/** The parts of a Word document by their names, unpacked. */
export type DocxParts = Record<string, Uint8Array>;

/** XML takes some twenty times its size when it is read. */
const largestXml = 32 * 1024 * 1024;
const largestDocument = 512 * 1024 * 1024;

/**
 * Unpacks a Word document: `xml` only what is XML, without pictures. Throws an ImportError for what is no Word document or is
 * protected, and for one that unpacks to more than 32 MiB of XML or 512 MiB in all.
 */
export function unpackDocx(bytes: Uint8Array, which: 'xml' | 'all'): DocxParts {
  // An encrypted document is no ZIP archive.
  if (bytes[0] === 0xd0) throw new ImportError('it is protected by a password, or in the old format of Word');
  let [xml, all] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        all += originalSize;
        if (isXml(name)) xml += originalSize;
        if (xml > largestXml) throw new ImportError('the document unpacks to more than 32 MiB of text');
        if (which === 'all' && all > largestDocument)
          throw new ImportError('the document unpacks to more than 512 MiB');
        return which === 'all' || isXml(name);
      },
    });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`not a Word document that can be read (${(error as Error).message})`);
  }
}

/** Packs the parts of a document, in their order. `level` is that of compression, from 0 to 9. */
export function packDocx(parts: DocxParts, level: 0 | 6): Uint8Array {
  // The earliest time that a ZIP file can hold: the same parts give the same bytes.
  return zipSync(parts as Zippable, { mtime: new Date(1980, 0, 1), level });
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** Returns a part as text; undefined where there is none. A byte order mark stays. */
export function partText(parts: DocxParts, name: string): string | undefined {
  const part = parts[name];
  return part && strFromU8(part);
}

/** Puts a text in place of a part, or adds it as a new one. */
export function setPartText(parts: DocxParts, name: string, text: string): void {
  parts[name] = strToU8(text);
}

/** Returns the name of the main part, which tells its type of relationship from those of a strict document too. */
export function mainPart(parts: DocxParts): { readonly name: string; readonly isStrict: boolean } {
  const relation = relationOf(partText(parts, '_rels/.rels') ?? '', 'officeDocument');
  const name = relation?.target.replace(/^\//, '') ?? 'word/document.xml';
  return { name, isStrict: relation?.type.includes('purl.oclc.org') ?? false };
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Finds the first relationship whose type ends with `/kind`. */
export function relationOf(xml: string, kind: string): Relation | undefined {
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const attribute = (name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? '';
    const type = attribute('Type');
    if (type.endsWith(`/${kind}`)) return { type, target: attribute('Target') };
  }
  return undefined;
}
