import { matchesIn } from '../matches';
import { fromWindows1252 } from '../windows-1252';
import type { LineMark } from './line-mark';

/**
 * What is left of the way in which a text was sent: the codes of mail (quoted-printable), the tags and characters of a web page, the
 * escapes of a JSON string. They change where lines end, so they are read before everything else.
 */
export function transportMarks(text: string): LineMark[] {
  const marks = [
    text.includes('=') ? mailCodes(text) : [],
    text.includes('\\n') ? escapes(text) : [],
    text.includes('<') || text.includes('&') ? htmlMarks(text) : [],
    text.startsWith('"') ? cellQuotes(text) : [],
  ];
  return marks.flat().sort((a, b) => a.start - b.start);
}

/** The quotes that a table's cell of many lines is copied with: around it, and double inside. */
function cellQuotes(text: string): LineMark[] {
  const inner = text.trimEnd().slice(1, -1);
  const isCell = text.trimEnd().endsWith('"') && !inner.replaceAll('""', '').includes('"');
  if (!isCell || inner.split('\n').length < mostLines) return [];
  const end = inner.length + 1;
  const mark = (start: number, stop: number, meant: string): LineMark => ({
    start,
    end: stop,
    text: meant,
    kind: 'mail code',
  });
  return [
    mark(0, 1, ''),
    ...matchesIn(inner, /""/g).map(({ index }) => mark(index + 1, index + 3, '"')),
    mark(end, end + 1, ''),
  ];
}

/** Behind so many characters of its line; rules of equals signs are none. */
const softBreak = /(?<=[^\n\r]{30})(?<!=)=[ \t]*(?:\r\n|[\n\r])/g;
/** A run of bytes above ASCII, or one of those that are written so in running text: `=20` at a line's end, `=3D`, `=09`, `=0D`, `=0A`. */
const byteCodes = /(?:=[89A-F][\dA-F])+|=(?:3D|09|0D|0A)|=20(?=[ \t]*(?:[\n\r]|$))/g;
const fewestCodes = 2;

/** The codes of quoted-printable, where at least two of them or one of another alphabet leave no doubt. */
function mailCodes(text: string): LineMark[] {
  const marks: LineMark[] = [];
  const add = (start: number, end: number, meant: string): void => {
    marks.push({ start, end, text: meant, kind: 'mail code' });
  };
  for (const { 0: code, index } of matchesIn(text, softBreak)) add(index, index + code.length, '');
  for (const { 0: code, index } of matchesIn(text, byteCodes)) add(index, index + code.length, meaningOf(code));
  const isSure = marks.length >= fewestCodes || marks.some(({ end, start }) => end - start > 3);
  return isSure ? marks.sort((a, b) => a.start - b.start) : [];
}

function meaningOf(code: string): string {
  const bytes = code
    .slice(1)
    .split('=')
    .map((digits) => Number.parseInt(digits, 16));
  const [first = 0] = bytes;
  if (first === 0x0d || first === 0x0a || first === 0x20) return '';
  return utf8Of(code) ?? bytes.map((byte) => fromWindows1252(byte) ?? '').join('');
}

/** Undefined where the bytes are no UTF-8. */
function utf8Of(code: string): string | undefined {
  try {
    return decodeURIComponent(code.replaceAll('=', '%'));
  } catch {
    return undefined;
  }
}

const escapeCode = /\\r\\n|\\[nrt"]|\\u[\da-f]{4}/gi;
const fewestEscapes = 5;
const mostLines = 4;

/** The escapes of a JSON string: a text of few lines that writes its line ends as `\n`. */
function escapes(text: string): LineMark[] {
  if ((text.match(/[\n\r]/g) ?? []).length >= mostLines) return [];
  const found = matchesIn(text, escapeCode);
  if (found.filter(([code]) => /n$/i.test(code)).length < fewestEscapes) return [];
  return found.map(({ 0: code, index: start }) => ({
    start,
    end: start + code.length,
    text: /^\\u/i.test(code) ? String.fromCharCode(Number.parseInt(code.slice(2), 16)) : escapedAs(code),
    kind: 'mail code',
  }));
}

function escapedAs(code: string): string {
  if (code === '\\"') return '"';
  if (code === '\\t') return '\t';
  return code === '\\r' ? '' : '\n';
}

const tag =
  /<(?:!--[^<>]{0,120}--|(\/?)(p|br|div|span|b|i|u|em|strong|font|a|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|hr|sup|sub|html|body|head|pre|blockquote|center|o:p)(?:\s[^<>]{0,200})?\/?)>/gi;
const entity =
  /&(?:(nbsp|amp|lt|gt|quot|apos|ndash|mdash|lsquo|rsquo|ldquo|rdquo|bull|sect|deg|frac12|hellip)|#(\d{1,6})|#x([\da-f]{1,5}));/gi;
const fewestTags = 4;
const entities: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’' },
  ...{ ldquo: '“', rdquo: '”', bull: '•', sect: '§', deg: '°', frac12: '½', hellip: '…' },
};

/** The tags and characters of a web page, where they are too many for a slip. */
function htmlMarks(text: string): LineMark[] {
  const marks: LineMark[] = [];
  const add = (start: number, end: number, meant: string): void => {
    marks.push({ start, end, text: meant, kind: 'HTML mark' });
  };
  for (const { 0: code, index, 1: closing, 2: name } of matchesIn(text, tag)) {
    add(
      index,
      index + code.length,
      separatorOf(text, index + code.length, (name ?? '').toLowerCase(), closing === '/'),
    );
  }
  for (const { 0: code, index, 1: name, 2: decimal, 3: hex } of matchesIn(text, entity)) {
    const number = decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16);
    const character = number > 0x1f && number < 0x11_0000 ? String.fromCodePoint(number) : undefined;
    const meant = name ? entities[name.toLowerCase()] : character;
    if (meant) add(index, index + code.length, meant);
  }
  return marks.length < fewestTags ? [] : marks;
}

/** What a tag puts between words: a line end, unless one follows; a gap between cells; nothing. */
function separatorOf(text: string, end: number, name: string, isClosing: boolean): string {
  if (name === 'td' || name === 'th') return isClosing ? '\t' : '';
  const endsLine = name === 'br' || (isClosing && /^(?:p|div|li|tr|h[1-6]|blockquote)$/.test(name));
  return endsLine && !/^[ \t]*(?:[\n\r]|$)/.test(text.slice(end, end + 40)) ? '\n' : '';
}
