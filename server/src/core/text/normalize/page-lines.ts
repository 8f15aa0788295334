import { plainCharacters } from './characters';

/** A line of a text with what stands around it, for telling page lines. */
export interface LineContext {
  /** Without its marks and the white space at its ends. */
  readonly text: string;
  /** A form feed, the text's beginning or its end is right before or behind it, empty lines aside. */
  readonly besidePageBreak: boolean;
  /** The nearest lines with text, without page lines; empty where there is none. */
  readonly before: string;
  readonly behind: string;
  /** The text has an empty line behind each line. */
  readonly isDoubled: boolean;
  /** No empty line parts it from the line before, or behind. */
  readonly followsDirectly: boolean;
  readonly isFollowedDirectly: boolean;
}

/** Longer lines are text. */
export const longestPageLine = 160;

const frame = '[\\s\\-–—~=*_|<>\\[\\](){}#·•]{0,20}';
const pageWord = '(?:page|pg|p)\\.?[ :#|]{0,3}';
const ofPages = '[ ]{0,3}(?:of|/|\\||out of)[ ]{0,3}';
const pagesWord = '(?: pages)?';
/** `Page 3`, `Page 3 of 6 pages`, `- p. 3 -`. */
const namedPage = new RegExp(`^${frame}${pageWord}(\\d{1,4})(?:${ofPages}(\\d{1,4})${pagesWord})?${frame}$`, 'i');
/** `3 of 6 pages`, `3/6`. */
const countedPage = new RegExp(`^${frame}(\\d{1,4})${ofPages}(\\d{1,4})${pagesWord}${frame}$`, 'i');
/** `- 3 -`, `[3]`. */
const framedNumber = /^(?:[-–—~=*_|<]{1,8} ?\d{1,4} ?[-–—~=*_|>]{1,8}|\[ ?\d{1,4} ?\]|\{ ?\d{1,4} ?\})$/;
/** `3 | Page`, `- iii -`, `Page three`. */
const otherNumber =
  /^(?:\d{1,4} ?\| ?page|[-–—] ?[ivxl]{1,7} ?[-–—]|page (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))$/i;
/** `(continued)`, `Continued on next page`. */
const continued =
  /^(?:\((?:continued|cont(?:['’]d|\.)?)\)|\(?(?:continued|cont['’.]?d?) (?:on|from) (?:the )?(?:next|following|previous|last) page\)?)$/i;
/** `Printed on 11/30/2016`, with no more than a time. */
const printed = /^(?:printed|downloaded|generated|scanned|faxed)(?: on|:)? [\w/.,: -]{6,32}$/i;
const bareNumber = /^\d{1,4}$/;
const rule = /^(?:[-_=*~#+·•—–\u2500-\u257f] ?){3,}$/;

const time = /\b\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?)?/i;
const day = /\b(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|[A-Z][a-z]{2,8}\.? ?\d{1,2}[,.]? {0,2}\d{4})\b/;
const phone = /(?:\+?1[- .])?\(?\b\d{3}\)?[- .]{1,2}\d{3}[- .]\d{4}\b/;
const pageOfMachine = /\b(?:p(?:age|g)?[.:]? ?\d{1,4}|\d{1,4} ?\/ ?\d{1,4})\b/i;
const localAddress = /^(?:file|about|chrome|edge|blob|data):\S+/i;
const webAddress = /^https?:\/\/\S+/i;
const caseNumber = /\bC[ML]\d\d-\d{7}\b/;

/** A line of these words alone is a stamp of the page. The first ones say so; the others stand beside them. */
const stamps = new Set(['confidential', 'privileged', 'draft', 'copy']);
const besideStamps = new Set(
  'strictly private and protected health medical information record records document communication contains do not distribute disclose redisclose redistribute attorney client work product peer review personal for official use only the this is file'.split(
    ' ',
  ),
);
/** Words beside the number of the case on a line that repeats on each page. */
const title = /^(?:[A-Z][\w.,'&/-]{0,24}|for|of|the|and|no\.|number|case|re:?|page)$/;

/** True where a line belongs to the page and not to the text, by its shape and place. `seen` holds the case numbers before it. */
export function isPageLine(line: LineContext, seen: ReadonlySet<string>): boolean {
  const text = plainCharacters(line.text).trim();
  if (text === '' || text.length > longestPageLine) return false;
  if (rule.test(text)) return !/^[.]+$/.test(text);
  if (otherNumber.test(text) || continued.test(text) || (printed.test(text) && day.test(text))) return true;
  if (/\d/.test(text) && isNumbering(text, line)) return true;
  return isStamp(text) || isMachineLine(text) || isRunningCase(text, line.before, seen);
}

function isNumbering(text: string, line: LineContext): boolean {
  const pages = namedPage.exec(text) ?? countedPage.exec(text);
  if (pages) {
    const [number, of] = [Number(pages[1]), pages[2] === undefined ? undefined : Number(pages[2])];
    if (of !== undefined && number > of) return false;
    return !endsOpen(line);
  }
  if (framedNumber.test(text)) return true;
  return bareNumber.test(text) && !continues(line);
}

/** `…, see` and `page 3` below it: the line before asks for what this line is, and nothing goes on behind it. */
function endsOpen({ before, behind, besidePageBreak, followsDirectly, isFollowedDirectly }: LineContext): boolean {
  if (!followsDirectly || isFollowedDirectly || besidePageBreak || /^[a-z\d]/.test(behind)) return false;
  return /(?:[-:(#]|\b(?:see|at|to|of|is|was))$/i.test(before);
}

/**
 * A number is the end of a paragraph where the line before asks for one and nothing goes on behind it. Inside a paragraph it is
 * none: a wrap leaves no line so short.
 */
function continues(line: LineContext): boolean {
  const { before, behind, besidePageBreak, isFollowedDirectly, followsDirectly } = line;
  if (besidePageBreak || before === '' || isFollowedDirectly) return false;
  if (/^[a-z\d]/.test(behind) || !(followsDirectly || line.isDoubled)) return false;
  return (
    /[-,:(#&/]$/.test(before) || (followsDirectly && !/[.!?]["”’)]?$/.test(before) && !/: ?\S{1,40}$/.test(before))
  );
}

function isStamp(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0 || words.length > 16 || /\d/.test(text)) return false;
  if (!words.every((word) => stamps.has(word) || besideStamps.has(word))) return false;
  return (
    words.some((word) => stamps.has(word)) && (words.length < 3 || !/\.$/.test(text) || text === text.toUpperCase())
  );
}

/** What a fax machine or a browser prints at the edge of each page. */
function isMachineLine(text: string): boolean {
  if (localAddress.test(text)) return true;
  if (webAddress.test(text)) return /\s\d{1,4}\s?\/\s?\d{1,4}$/.test(text);
  const words = text.match(/(?<![\w.])[a-z]{2,}(?!\w)/g) ?? [];
  if (words.length > 6 || /[.?!]$/.test(text)) return false;
  const isFax = /\bfax(?:ed)?\b/i.test(text);
  const isTimed = time.test(text);
  if (isTimed && day.test(text)) return isFax || /^[\W\d]/.test(text) || phone.test(text) || pageOfMachine.test(text);
  if (isTimed) return (isFax || phone.test(text)) && (pageOfMachine.test(text) || phone.test(text));
  return isFax && phone.test(text) && (pageOfMachine.test(text) || day.test(text));
}

/** The title and number of a case that was named before, or behind the title alone with the number of the page. */
function isRunningCase(text: string, before: string, seen: ReadonlySet<string>): boolean {
  const number = caseNumber.exec(text);
  if (!number) return false;
  const rest = text.replace(number[0], ' ').replace(/\b(?:\d{1,4}(?: (?:of|\/) \d{1,4})?)$/, ' ');
  const words = rest.split(/[\s:|•·–—-]+/).filter(Boolean);
  if (words.length > 14 || !words.every((word) => title.test(word) || /^\d{1,4}$/.test(word))) return false;
  if (seen.has(number[0])) return true;
  // The header names the case, with its label on the line or before it.
  if (words.length === 0) return before !== '' && !before.endsWith(':');
  return words[0]?.toLowerCase() !== 'case' || /\d{1,4}$/.test(text.replace(number[0], ''));
}

/** The numbers of cases in a line. */
export function caseNumbersIn(text: string): readonly string[] {
  return caseNumber.exec(text)?.slice(0, 1) ?? [];
}
