import { decodeNamed } from './charset';
import { htmlText } from './html';
import { ImportError, type ImportedLetter, importedParagraphs } from './imported-letter';
import { type MailPart, mailParts } from './mail-parts';

/**
 * Reads the first part of a mail that has text, plain or HTML. Attachments, also attached mails, are listed and never opened. Throws an
 * ImportError for what is no mail, has no text, or is nested too deeply.
 */
export function importMail(bytes: Uint8Array): ImportedLetter {
  const parts = mailParts(asBytes(bytes));
  const notes: string[] = [];
  let text = '';
  const others: MailPart[] = [];
  const attachments: MailPart[] = [];
  for (const part of parts) {
    if (!isText(part)) attachments.push(part);
    else if (text !== '') others.push(part);
    else {
      const read = textOf(part);
      text = read.text;
      if (text !== '') notes.push(...read.notes);
    }
  }
  const names = listed(attachments);
  if (text === '') throw new ImportError(`the email has no text${names && `; attachments are not opened: ${names}`}`);
  if (names) notes.push(`Attachments were not opened: ${names}.`);
  if (others.some(({ isAlternative }) => !isAlternative)) notes.push('Further parts with text were left out.');
  return importedParagraphs(text, notes);
}

/** A mail that was saved as UTF-16 text is mail in UTF-8. */
function asBytes(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 ? new TextEncoder().encode(decodeNamed(bytes, undefined)) : bytes;
}

function isText({ type, isAttachment }: MailPart): boolean {
  return !isAttachment && (type === 'text/plain' || type === 'text/html');
}

function textOf(part: MailPart): { readonly text: string; readonly notes: readonly string[] } {
  const decoded = decodeNamed(part.bytes(), part.parameters.get('charset'));
  if (part.type === 'text/html') return htmlText(decoded);
  const lines = decoded.replace(/\r\n?/g, '\n');
  const isFlowed = part.parameters.get('format')?.toLowerCase() === 'flowed';
  return { text: (isFlowed ? unflowed(lines) : lines).trim(), notes: [] };
}

/** RFC 3676: a line that ends with a space goes on in the next one of the same quote; a space before a line is no part of it. */
function unflowed(text: string): string {
  const joined: string[] = [];
  let openQuote: string | undefined;
  for (const line of text.split('\n')) {
    const [quote = ''] = /^>*/.exec(line) ?? [];
    const words = line.slice(quote.length).replace(/^ /, '');
    const isOpen = words.endsWith(' ') && words !== '-- ';
    if (openQuote === quote && words !== '-- ') joined.push(words);
    else joined.push(`${joined.length > 0 ? '\n' : ''}${quote && `${quote} `}${words}`);
    openQuote = isOpen ? quote : undefined;
  }
  return joined.join('');
}

const mostListed = 10;

/** `letter.pdf, scan.tif and 3 more`; empty for none. */
function listed(attachments: readonly MailPart[]): string {
  const names = attachments.slice(0, mostListed).map(({ name, type }) => name || type);
  const more = attachments.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
