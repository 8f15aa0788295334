import { Parser } from 'htmlparser2';

const namespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

/** A run of a Word document; all numbers are offsets in its XML. */
export interface Run {
  readonly start: number;
  end: number;
  /** The XML of its properties. */
  properties: string;
  /** Where its content begins, behind its properties, and ends. */
  contentStart: number;
  contentEnd: number;
}

/** Where text that no comment can be in is anchored. */
export interface Anchor {
  /** Behind the properties of the paragraph. */
  start: number;
  end: number;
}

/** Consecutive characters of one element of a run. */
export interface TextPiece {
  readonly text: string;
  /** Where each character begins in the XML. */
  readonly starts: readonly number[];
  /** The element that holds them, from tag to tag. */
  readonly elementStart: number;
  readonly elementEnd: number;
  /** Where `xml:space="preserve"` may be added; undefined for an element that has it, and for one that is no text. */
  readonly spaceAt: number | undefined;
  readonly run: Run;
  /** Set in a text box: its paragraph. */
  readonly anchor: Anchor | undefined;
}

export interface DocxText {
  /** In the order in which the importer has them: a text box comes behind its paragraph. */
  readonly pieces: readonly TextPiece[];
  /** The prefix of Word's own elements, with its colon; empty for none. */
  readonly prefix: string;
  readonly namespace: string;
}

/** Elements whose text the importer does not read. */
const unread = new Set([
  'del',
  'moveFrom',
  'drawing',
  'rPr',
  'pPr',
  'sectPr',
  'tblPr',
  'trPr',
  'tcPr',
  'instrText',
  'delText',
]);
const characters: Readonly<Record<string, string>> = { noBreakHyphen: '\u2011', softHyphen: '\u00ad' };

/** Finds the text of the main part of a Word document in its XML. */
export function docxText(xml: string): DocxText {
  const pieces: TextPiece[] = [];
  const runs: Run[] = [];
  /** The open paragraphs, with what their text boxes hold. */
  const paragraphs: { readonly anchor: Anchor; readonly boxed: TextPiece[] }[] = [];
  const open: string[] = [];
  let prefix: string | undefined;
  let namespace = namespaces[0] as string;
  let unreadDepth = 0;
  let text: { starts: number[]; words: string[]; start: number; spaceAt: number | undefined } | undefined;

  const local = (name: string): string => {
    if (name === 'mc:Choice') return 'del';
    return name.startsWith(prefix ?? '') && !name.slice(prefix?.length).includes(':') ? name.slice(prefix?.length) : '';
  };
  function add(piece: Omit<TextPiece, 'anchor' | 'run'>): void {
    const run = runs.at(-1);
    const [outer] = paragraphs;
    if (!run || !outer) return;
    if (paragraphs.length === 1) pieces.push({ ...piece, run, anchor: undefined });
    else outer.boxed.push({ ...piece, run, anchor: outer.anchor });
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (prefix === undefined) ({ prefix, namespace } = prefixOf(attributes));
        const kind = local(name);
        open.push(kind);
        if (unread.has(kind)) unreadDepth++;
        if (unreadDepth > 0) return;
        const end = parser.endIndex + 1;
        if (kind === 'p') paragraphs.push({ anchor: { start: end, end }, boxed: [] });
        else if (kind === 'r')
          runs.push({ start: parser.startIndex, end, properties: '', contentStart: end, contentEnd: end });
        else if (kind === 't') {
          const isKept = 'xml:space' in attributes;
          const spaceAt = isKept ? undefined : parser.startIndex + 1 + name.length;
          text = { starts: [], words: [], start: parser.startIndex, spaceAt };
        } else if (characters[kind] !== undefined)
          add({
            text: characters[kind],
            starts: [parser.startIndex],
            elementStart: parser.startIndex,
            elementEnd: end,
            spaceAt: undefined,
          });
      },
      ontext(words) {
        if (!text || unreadDepth > 0) return;
        const length = parser.endIndex + 1 - parser.startIndex;
        for (let i = 0; i < words.length; i++) text.starts.push(parser.startIndex + (length === words.length ? i : 0));
        text.words.push(words);
      },
      onclosetag() {
        const kind = open.pop() ?? '';
        const end = parser.endIndex + 1;
        if (unread.has(kind)) {
          unreadDepth--;
          if (unreadDepth === 0) endProperties(kind, end);
          return;
        }
        if (unreadDepth > 0) return;
        if (kind === 't' && text) {
          if (text.words.length > 0)
            add({
              text: text.words.join(''),
              starts: text.starts,
              elementStart: text.start,
              elementEnd: end,
              spaceAt: text.spaceAt,
            });
          text = undefined;
        } else if (kind === 'r') {
          const run = runs.pop();
          if (run) Object.assign(run, { contentEnd: parser.startIndex, end });
        } else if (kind === 'p') {
          const paragraph = paragraphs.pop();
          if (paragraph) paragraph.anchor.end = parser.startIndex;
          if (paragraph && paragraphs.length === 0) pieces.push(...paragraph.boxed);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  /** Properties come first in a run and a paragraph. */
  function endProperties(kind: string, end: number): void {
    const run = runs.at(-1);
    const paragraph = paragraphs.at(-1);
    if (kind === 'rPr' && run && open.at(-1) === 'r') {
      run.properties = xml.slice(run.contentStart, end);
      run.contentStart = end;
    }
    if (kind === 'pPr' && paragraph && open.at(-1) === 'p') paragraph.anchor.start = end;
  }

  parser.write(xml);
  parser.end();
  return { pieces, prefix: prefix ?? '', namespace };
}

function prefixOf(attributes: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(attributes)) {
    const [, declared] = /^xmlns(?::(.+))?$/.exec(name) ?? [];
    if (namespaces.includes(value) && name.startsWith('xmlns'))
      return { prefix: declared ? `${declared}:` : '', namespace: value };
  }
  return { prefix: 'w:', namespace: namespaces[0] as string };
}
