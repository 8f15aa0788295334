import { decodeName } from './charset';
import { ImportError } from './imported-letter';

/** A part of a mail that holds no other parts. */
export interface MailPart {
  /** `text/plain`, in lower case. */
  readonly type: string;
  /** Of the type, by names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly isAttachment: boolean;
  /** The same content as the part before it, in another form. */
  readonly isAlternative: boolean;
  /** Of an attachment, without characters that steer a terminal; may be empty. */
  readonly name: string;
  /** The content, decoded when it is asked for. */
  bytes(): Uint8Array;
}

const deepest = 20;
const most = 1000;

/**
 * Returns the parts of a mail (RFC 2045, 2046), in their order. A mail inside a mail is one part. Throws an ImportError for what is no
 * mail, and for more or more deeply nested parts than any mail has. Linear in the mail at each of its levels.
 */
export function mailParts(bytes: Uint8Array): readonly MailPart[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const whole = source.replace(/^(?:\xef\xbb\xbf)?\s*(?:From [^\r\n]*\r?\n)?/, '');
  if (
    !/^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:from|to|subject|date|received|mime-version|content-type):/i.test(
      whole,
    )
  )
    throw new ImportError('not an email that can be read (it has no header)');
  const parts: MailPart[] = [];
  collect(whole, { parts, depth: 0, isAlternative: false });
  return parts;
}

interface Collecting {
  readonly parts: MailPart[];
  readonly depth: number;
  readonly isAlternative: boolean;
}

function collect(source: string, { parts, depth, isAlternative }: Collecting): void {
  if (depth > deepest) throw new ImportError('the email is nested too deeply');
  if (parts.length >= most) throw new ImportError(`the email has more than ${most} parts`);
  const { fields, body } = splitHeader(source);
  const { value: type, parameters } = parseField(fields.get('content-type') ?? 'text/plain');
  const boundary = type.startsWith('multipart/') ? parameters.get('boundary') : undefined;
  const inner = boundary ? splitAt(body, boundary) : [];
  if (inner.length === 0) {
    parts.push(toPart(fields, body, isAlternative));
    return;
  }
  const before = parts.length;
  for (const each of inner) {
    const isOther = isAlternative || (type === 'multipart/alternative' && parts.length > before);
    collect(each, { parts, depth: depth + 1, isAlternative: isOther });
  }
}

function toPart(fields: ReadonlyMap<string, string>, body: string, isAlternative: boolean): MailPart {
  const { value, parameters } = parseField(fields.get('content-type') ?? 'text/plain');
  const disposition = parseField(fields.get('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? parameters.get('name') ?? '';
  return {
    // Parts that cannot be found make it what a person would see.
    type: value.startsWith('multipart/') || !value.includes('/') ? 'text/plain' : value,
    parameters,
    isAttachment: disposition.value === 'attachment' || (name !== '' && disposition.value !== 'inline'),
    isAlternative,
    name: shownName(name),
    bytes: () => decodeBody(body, fields.get('content-transfer-encoding') ?? ''),
  };
}

interface Entity {
  /** Values by names in lower case, unfolded; of several fields the first. */
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

function splitHeader(source: string): Entity {
  const end = /^\r?\n|\r?\n\r?\n/.exec(source);
  const header = end ? source.slice(0, end.index) : source;
  const fields = new Map<string, string>();
  for (const line of header.split(/\r?\n(?![ \t])/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name))
      fields.set(
        name,
        line
          .slice(colon + 1)
          .replace(/\s+/g, ' ')
          .trim(),
      );
  }
  return { fields, body: end ? source.slice(end.index + end[0].length) : '' };
}

/** The texts between the lines `--boundary`; the last one may lack its end. */
function splitAt(body: string, boundary: string): readonly string[] {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const behind = at + mark.length;
    const lineEnd = body.indexOf('\n', behind);
    const rest = body.slice(behind, lineEnd < 0 ? undefined : lineEnd);
    if (!/^(?:--)?[ \t\r]*$/.test(rest)) continue;
    if (from >= 0) parts.push(body.slice(from, at).replace(/\r?\n$/, ''));
    if (parts.length > most) throw new ImportError(`the email has more than ${most} parts`);
    from = rest.startsWith('--') || lineEnd < 0 ? -1 : lineEnd + 1;
    if (from < 0) return parts;
  }
  if (from >= 0) parts.push(body.slice(from));
  return parts;
}

interface Field {
  /** In lower case. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** `text/plain; charset="utf-8"`, with the forms of RFC 2231 and RFC 2047 for names of files. */
function parseField(field: string): Field {
  const [value = ''] = field.split(';', 1);
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of field.matchAll(
    /;\s*([\w.-]+(?:\*\d*)?\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g,
  )) {
    const text = quoted?.replace(/\\(.)/g, '$1') ?? plain.trim();
    const [key = '', section] = name.toLowerCase().split('*');
    const decoded = name.endsWith('*') ? decodePercents(text, section === '' || section === '0') : decodeWords(text);
    // Long values come in numbered pieces.
    if (section !== undefined && /^[1-9]/.test(section)) parameters.set(key, (parameters.get(key) ?? '') + decoded);
    else if (!parameters.has(key)) parameters.set(key, decoded);
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** `utf-8''letter%20one.pdf` */
function decodePercents(text: string, isFirst: boolean): string {
  const [, label = 'utf-8', rest = text] = (isFirst && /^([\w.:-]*)'[^']*'(.*)$/.exec(text)) || [];
  const bytes = rest.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeName(Buffer.from(bytes, 'latin1'), label);
}

/** `=?utf-8?B?bGV0dGVy?=` among other text. */
function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([\w.:-]{1,40})\?([bq])\?([^?\s]*)\?=/gi, (_, label: string, kind: string, words: string) =>
      decodeName(
        kind.toLowerCase() === 'b'
          ? Buffer.from(words, 'base64')
          : Buffer.from(quotedPrintable(words.replace(/_/g, ' ')), 'latin1'),
        label,
      ),
    );
}

const longestName = 80;

function shownName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\ufffd').trim();
  return clean.length > longestName ? `${clean.slice(0, longestName - 1)}…` : clean;
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (/^base64\b/i.test(encoding)) return Buffer.from(body, 'base64');
  return Buffer.from(/^quoted-printable\b/i.test(encoding) ? quotedPrintable(body) : body, 'latin1');
}

/** A code that is none stays as it is. */
function quotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
