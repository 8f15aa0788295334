import { pageWords } from './generated/page-words';
import { isBlank, type LineMark } from './line-mark';
import type { SourceLine } from './source-lines';

const separator = /^(?:--|—|[-_=*]{3,})$/;
const sentFrom = /^(?:sent from (?:my|a|the) |sent via |get outlook for )[\w .'’-]{2,40}\.?$/i;
/** A label of two words and more, a heading with its outcome, or words in capitals alone: what a letter has, and a signature has not. */
const partOfLetter =
  /^(?:[A-Z][A-Za-z/()]{1,20}(?: [A-Za-z/()]{1,20}){1,4}(?<=[a-z)]):\s|[A-Z][^|]{2,200}: ?[A-Z][a-z]{4,12}$|(?=.*[A-Z]{3} [A-Z]{3})[^a-z\d]{12,80}$)/;
const closing = new RegExp(`^(?:${pageWords.closings.join('|')})[,.!]?$`, 'i');
const noticeOpener = new RegExp(`^[*\\s]{0,3}(?:${pageWords.noticeOpeners.join('|')})\\b`, 'i');
const noticeWord = new RegExp(`\\b(?:${pageWords.noticeWords.join('|')})`, 'i');
const fewestBefore = 5;
const mostLines = 30;
const mostLinesBehindRule = 8;
const mostLinesBehindClosing = 5;

/**
 * The end of a mail behind the letter: `-- ` and all behind it, a rule and short lines behind it, `Best regards,` and a name, a notice to
 * whoever gets it by mistake, or `Sent from my …`.
 */
export function takeSignature(text: string, lines: readonly SourceLine[]): LineMark[] {
  const filled = lines.filter((line) => !isBlank(line));
  const from = Math.max(fewestBefore, filled.length - mostLines - 1);
  const last = filled.slice(from);
  const at = startOf(last.map(({ content, end }) => text.slice(content, Math.min(end, content + 400)).trimEnd()));
  const first = at === undefined ? undefined : last[at];
  if (!first) return [];
  const mark: LineMark = { start: first.content, end: filled.at(-1)?.end ?? first.end, text: '', kind: 'signature' };
  for (const line of lines) if (line.start >= first.start) line.content = line.end;
  return [mark];
}

/** Where it begins among the last lines with text: not before a part of the letter. */
function startOf(lines: readonly string[]): number | undefined {
  const lastPart = lines.findLastIndex((line) => partOfLetter.test(line));
  for (let i = Math.max(0, lastPart); i < lines.length; i++) {
    const [line = '', rest] = [lines[i], lines.slice(i + 1)];
    if (sentFrom.test(line) && rest.length === 0) return i;
    if (noticeOpener.test(line) && noticeWord.test([line, ...rest].join(' '))) return i;
    if (closing.test(line) && rest.length <= mostLinesBehindClosing && (rest.length === 0 || isShortEnd(rest)))
      return i;
    if (!separator.test(line)) continue;
    if ((/^(?:--|—)$/.test(line) && rest.length > 0) || isShortEnd(rest)) return i;
  }
  return undefined;
}

/** Lines of names and addresses, none of them a sentence. */
function isShortEnd(rest: readonly string[]): boolean {
  if (rest.length === 0 || rest.length > mostLinesBehindRule) return false;
  const isShort = rest.every((line) => line.length <= 60 && !/[a-z]{3}[.;:]$/.test(line));
  return isShort && rest.some((line) => /[A-Za-z]{3}/.test(line) && !/\bpage\b/i.test(line));
}
