import { pageWords } from './generated/page-words';

const anyOf = (words: readonly string[]): string => words.join('|');
const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const time = /\b\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?)?/i;
const monthName = '[A-Z][A-Za-z]{2,8}';
const day = new RegExp(
  `\\b(?:\\d{1,4}[-/.]\\d{1,2}[-/.]['’]?\\d{1,4}|${monthName}\\.? ?\\d{1,2}[,.]? {0,2}\\d{4}|${monthName}[-. ]\\d{1,2}[-. ]\\d{4})\\b`,
);
const phone = /(?:\+?1[- .])?\(?\b\d{3}\)?[- .]{1,2}\d{3}[- .]\d{4}\b|\b1?\d{10}\b/;
const pageOfMachine = /\b(?:p(?:age|g)?[.:]? {0,3}\d{1,4}|\d{1,4} ?\/ ?\d{1,4})\b/i;
const fromAndTo = /\bfrom\b.*\bto\b|\bto\b.*\bfrom\b/i;
const localAddress = /^(?:file|about|chrome|edge|blob|data):\S+/i;
/** A source that was looked up has its date behind a comma. */
const addressAndDate = /^\S*[^,;\s]\s+[\w/.:-]+(?: [\d:]+(?: ?[AP]M)?)?$/i;
const webAddress = /^(?:https?:\/\/|www\.)\S+/i;
/** A path of Windows, of a disk or a server, with nothing but a page behind it. */
const path = /^(?:[A-Z]:\\|\\\\[\w.-]+\\)[^<>|"?*]{1,120}?\.[a-z]{3,4}(?:\s{2,}.{0,30})?$/i;
/** `Printed on 11/30/2016`, `RECEIVED DEC 01 2016`, with no more than a time. */
const printed = new RegExp(`^(?:${anyOf(pageWords.handling)})(?: on|:)? [\\w/.,: -]{6,32}$`, 'i');
/** `Scanned by CamScanner`, `Printed by jdoe on 11/30/2016`. */
const printedBy = new RegExp(
  `^(?:${anyOf(pageWords.handledBy.map(capitalized))}) (?:by|with|using) (?=\\S*[A-Z\\d]|.*\\d{4})[\\w.@-]{2,30}(?: (?:on|at|[A-Z\\d][\\w/.:,]*)){0,7}$`,
);
/** `DocuSign Envelope ID: 3F25…`, `Document ID: 4711-0815`. */
const documentId = new RegExp(
  `^(?:[A-Z]\\w+ )?(?:${anyOf(pageWords.numbered)}) (?:id|no\\.?|number|#):? ?(?=\\S*\\d)[\\w.-]{4,50}$`,
  'i',
);
/** `Letter.pdf - Adobe Acrobat Pro   3/9`. */
const fileAndPage = new RegExp(
  `^\\S.{0,80}?\\.(?:${anyOf(pageWords.fileEndings)})\\b.{0,60}\\s\\d{1,4} ?/ ?\\d{1,4}$`,
  'i',
);
/** `Independent Medical Review   3`. */
const titleAndPage = new RegExp(`^(?:${anyOf(pageWords.titles)})(?:\\s{3,20}|\\t|\\s?[|•·–—-]\\s?)\\d{1,4}$`, 'i');
/** `Rev. 06/2015`, `Form ABC-1 (07/2014)`. */
const revision = /^(?:form [\w.-]{1,20} \(?)?(?:rev(?:ised|ision|\.)? ?)?\(?\d{1,2}[/-](?:\d{1,2}[/-])?\d{2,4}\)?$/i;
const copyright = /^(?:©|\(c\)|copyright\b).{0,40}\d{4}.{0,80}$/i;
const phones = /\b(?:phone|tel|telephone|fax)\b/gi;

/** A line of these words alone is a stamp of the page. The first ones say so; the others stand beside them. */
const stamps = new Set(pageWords.stamps);
const capitalStamps = new Set(pageWords.capitalStamps);
const besideStamps = new Set(pageWords.besideStamps);

/** True for a line of words that are stamped on pages. */
export function isStamp(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0 || words.length > 16 || /\d/.test(text)) return false;
  const isInCapitals = text === text.toUpperCase();
  const isStampWord = (word: string): boolean => stamps.has(word) || (isInCapitals && capitalStamps.has(word));
  if (!words.every((word) => isStampWord(word) || besideStamps.has(word))) return false;
  const isLoud = isInCapitals || /^[A-Z]{6,}\b/.test(text);
  return words.some(isStampWord) && (words.length < 3 || !/\.$/.test(text) || isLoud);
}

/** What a fax machine, a browser, a printer or a program for documents puts at the edge of each page. */
export function isMachineLine(text: string): boolean {
  if (localAddress.test(text) || path.test(text) || documentId.test(text) || copyright.test(text)) return true;
  if (fileAndPage.test(text) || titleAndPage.test(text)) return true;
  if (printed.test(text) && day.test(text)) return true;
  if (printedBy.test(text) || (revision.test(text) && /^(?:rev|form)/i.test(text))) return true;
  if (webAddress.test(text))
    return (
      /\s(?:\d{1,4}\s?\/\s?\d{1,4}|page \d.{0,12})$/i.test(text) ||
      (addressAndDate.test(text) && day.test(text.slice(-20)))
    );
  return isFaxLine(text);
}

function isFaxLine(text: string): boolean {
  const words = text.match(/(?<![\w.])[a-z]{2,}(?!\w)/g) ?? [];
  if (words.length > 6 || /[.?!]$/.test(text)) return false;
  const isFax = /\bfax(?:ed)?\b/i.test(text);
  const isTimed = time.test(text);
  const isPaged = pageOfMachine.test(text);
  const hasPhone = phone.test(text);
  if (
    isPaged &&
    (hasPhone || /\bp\.? ?\d{2,4} ?\/ ?\d{2,4}\b/i.test(text)) &&
    (fromAndTo.test(text) || words.length < 3)
  )
    return true;
  if (isTimed && day.test(text)) return isFax || /^[\W\d]/.test(text) || hasPhone || isPaged;
  if (isTimed) return (isFax || hasPhone) && (isPaged || hasPhone);
  if (isFax && hasPhone && (text.match(phones) ?? []).length > 1 && words.length === 0) return true;
  return isFax && hasPhone && (isPaged || day.test(text));
}

const tailsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => [word.slice(1).toLowerCase(), word.slice(1).toUpperCase()]);

/** Parts that each stamp, and each line with a title or the name of a file, contains. */
export const hintsOfPages: readonly string[] = [
  ...tailsOf([...pageWords.stamps, ...pageWords.handling, ...pageWords.handledBy]),
  ...pageWords.capitalStamps.map((word) => word.toUpperCase()),
  ...pageWords.fileEndings.flatMap((ending) => [`.${ending}`, `.${ending.toUpperCase()}`]),
  ...pageWords.titles.flatMap((title) => [title, title.toUpperCase()]),
];
