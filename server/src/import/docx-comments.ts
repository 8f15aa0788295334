import { alignText, type DocxPlace } from './align-text';
import { importDocx } from './docx';
import { type DocxParts, mainPart, packDocx, partText, relationOf, setPartText, unpackDocx } from './docx-parts';
import { type DocxText, docxText, type TextPiece } from './docx-text';
import { ImportError } from './imported-letter';
import { escapeXml } from './xml';

/** A comment on part of an imported text; UTF-16 offsets, half-open. */
export interface WordComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const author = 'IMR check';

/**
 * Adds comments to a Word document. `text` is what was imported from it. Nothing else of the document changes, and comments that it has
 * stay. A comment on nothing but white space is at the word before. Throws an ImportError if the document is not the one that `text`
 * came from.
 */
export async function addComments(
  bytes: Uint8Array,
  text: string,
  comments: readonly WordComment[],
): Promise<Uint8Array> {
  if (comments.length === 0) return bytes;
  const parts = unpackDocx(bytes, 'all');
  const main = mainPart(parts);
  const xml = partText(parts, main.name);
  if (xml === undefined) throw new ImportError('the Word document has no main part');
  const firstId = 1 + largestId(parts, main.name);
  const placed = docxText(xml);
  setPartText(parts, main.name, withMarks(xml, placed, { text, comments, firstId }));
  addToCommentsPart(
    parts,
    main,
    comments.map((comment, i) => ({ ...comment, id: firstId + i })),
  );
  const made = packDocx(parts, 6);
  if ((await importDocx(made)).text !== text) throw new ImportError('the document changed in the meantime');
  return made;
}

interface Marking {
  readonly text: string;
  readonly comments: readonly WordComment[];
  readonly firstId: number;
}

/** What is put in at an offset of the XML: what ends there comes before what begins. */
interface Insertion {
  readonly at: number;
  readonly ends: string[];
  readonly begins: string[];
  /** Around both. */
  readonly before: string;
  readonly behind: string;
}

function withMarks(xml: string, placed: DocxText, { text, comments, firstId }: Marking): string {
  const placeOf = alignText(text, placed.pieces);
  const name = placed.prefix || 'w:';
  const declared = placed.prefix ? '' : ` xmlns:w="${placed.namespace}"`;
  const insertions = new Map<string, Insertion>();
  const spaced = new Set<number>();
  const insert = (at: number, before = '', behind = ''): Insertion => {
    const key = `${at} ${before}`;
    const known = insertions.get(key) ?? { at, ends: [], begins: [], before, behind };
    insertions.set(key, known);
    return known;
  };
  const close = (tag: string): string => `</${placed.prefix}${tag}>`;
  const openRun = ({ run }: TextPiece): string => `<${placed.prefix}r>${run.properties}`;

  /** Before the character of a place, or behind it. */
  function boundary({ piece, index }: DocxPlace, side: 'before' | 'behind'): Insertion {
    const { run, anchor, starts, elementStart, elementEnd } = piece;
    if (anchor) return insert(side === 'before' ? anchor.start : anchor.end);
    if (side === 'before' && index === 0)
      return elementStart === run.contentStart ? insert(run.start) : insert(elementStart, close('r'), openRun(piece));
    if (side === 'behind' && index === piece.text.length - 1)
      return elementEnd === run.contentEnd ? insert(run.end) : insert(elementEnd, close('r'), openRun(piece));
    if (piece.spaceAt !== undefined) spaced.add(piece.spaceAt);
    const at = side === 'before' ? (starts[index] as number) : (starts[index + 1] as number);
    const opened = `${openRun(piece)}<${placed.prefix}t xml:space="preserve">`;
    return insert(at, close('t') + close('r'), opened);
  }

  for (const [i, { start, end }] of comments.entries()) {
    const [first, last] = endsOf(text, start, end, placeOf);
    if (!first || !last) continue;
    const id = `${name}id="${firstId + i}"${declared}`;
    boundary(first, 'before').begins.push(`<${name}commentRangeStart ${id}/>`);
    const reference = `<${name}r${declared}><${name}commentReference ${id}/></${name}r>`;
    boundary(last, 'behind').ends.push(`<${name}commentRangeEnd ${id}/>${reference}`);
  }
  return applied(xml, [
    ...[...insertions.values()].map(({ at, before, ends, begins, behind }) => ({
      at,
      words: before + ends.join('') + begins.join('') + behind,
      rank: ends.length > 0 ? 0 : 1,
    })),
    ...[...spaced].map((at) => ({ at, words: ' xml:space="preserve"', rank: 0 })),
  ]);
}

function applied(xml: string, insertions: readonly { at: number; words: string; rank: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, words } of insertions.toSorted((a, b) => a.at - b.at || a.rank - b.rank)) {
    parts.push(xml.slice(from, at), words);
    from = at;
  }
  return parts.join('') + xml.slice(from);
}

type PlaceOf = (offset: number) => DocxPlace | undefined;

/** The first and the last character that the document has; those of the word before where the span has none. */
function endsOf(text: string, start: number, end: number, placeOf: PlaceOf): [DocxPlace?, DocxPlace?] {
  let [first, last] = [start, end - 1];
  while (first < end && !placeOf(first)) first++;
  while (last > first && !placeOf(last)) last--;
  if (first < end) return [placeOf(first), placeOf(last)];
  last = Math.min(start, text.length) - 1;
  while (last >= 0 && !placeOf(last)) last--;
  first = last;
  while (first > 0 && placeOf(first - 1)) first--;
  if (last >= 0) return [placeOf(first), placeOf(last)];
  // Nothing before it: the first word.
  for (first = 0; first < text.length && !placeOf(first); first++);
  for (last = first; placeOf(last + 1); last++);
  return [placeOf(first), placeOf(last)];
}

/** Of the comments that the document has. */
function largestId(parts: DocxParts, main: string): number {
  const { name } = commentsPart(parts, main);
  const xml = (partText(parts, name) ?? '') + (partText(parts, main) ?? '');
  let largest = 0;
  for (const [, id] of xml.matchAll(
    /<(?:[\w.-]+:)?comment(?:RangeStart|RangeEnd|Reference)?\s[^>]{0,2000}?\bid\s*=\s*["'](\d{1,9})["']/g,
  ))
    largest = Math.max(largest, Number(id));
  return largest;
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function relationsOf(main: string): string {
  return `${folderOf(main)}_rels/${main.slice(folderOf(main).length)}.rels`;
}

/** Where the comments of the document are, or will be. */
function commentsPart(parts: DocxParts, main: string): { readonly name: string; readonly exists: boolean } {
  const target = relationOf(partText(parts, relationsOf(main)) ?? '', 'comments')?.target;
  if (target !== undefined) {
    const name = target.startsWith('/') ? target.slice(1) : folderOf(main) + target;
    if (parts[name]) return { name, exists: true };
  }
  let name = `${folderOf(main)}comments.xml`;
  for (let i = 1; parts[name]; i++) name = `${folderOf(main)}comments${i}.xml`;
  return { name, exists: false };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const wordNamespace = (isStrict: boolean): string =>
  isStrict
    ? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationType = (isStrict: boolean): string =>
  isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

function addToCommentsPart(
  parts: DocxParts,
  { name: main, isStrict }: ReturnType<typeof mainPart>,
  comments: readonly (WordComment & { readonly id: number })[],
): void {
  const { name, exists } = commentsPart(parts, main);
  const xmlns = `xmlns:w="${wordNamespace(isStrict)}"`;
  const added = comments
    .map(
      ({ id, text }) =>
        `<w:comment ${xmlns} w:id="${id}" w:author="${author}" w:initials="IMR"><w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:comment>`,
    )
    .join('');
  const before = exists ? (partText(parts, name) ?? '') : `${head}<w:comments ${xmlns}></w:comments>`;
  setPartText(parts, name, insideRoot(before, added));
  if (exists) return;
  const relations = relationsOf(main);
  const none = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  const known = partText(parts, relations) ?? none;
  let id = 'imrComments';
  while (known.includes(`"${id}"`)) id += '1';
  const target = name.slice(folderOf(main).length);
  const relation = `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="${id}" Type="${relationType(isStrict)}" Target="${target}"/>`;
  setPartText(parts, relations, insideRoot(known, relation));
  const types = partText(parts, '[Content_Types].xml') ?? '';
  const type = `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`;
  setPartText(parts, '[Content_Types].xml', insideRoot(types, type));
}

/** Adds to the end of the root element, which may be closed in its own tag. */
function insideRoot(xml: string, added: string): string {
  const closing = xml.lastIndexOf('</');
  const [, name] = /<([\w.:-]+)(?=[\s/])[^<>]*\/>\s*$/.exec(xml) ?? [];
  if (closing < 0 && name !== undefined) return `${xml.slice(0, xml.lastIndexOf('/>'))}>${added}</${name}>`;
  return xml.slice(0, closing) + added + xml.slice(closing);
}
