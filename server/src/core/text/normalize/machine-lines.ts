const time = /\b\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?)?/i;
const monthName = '[A-Z][A-Za-z]{2,8}';
const day = new RegExp(
  `\\b(?:\\d{1,4}[-/.]\\d{1,2}[-/.]['’]?\\d{1,4}|${monthName}\\.? ?\\d{1,2}[,.]? {0,2}\\d{4}|${monthName}[-. ]\\d{1,2}[-. ]\\d{4})\\b`,
);
const phone = /(?:\+?1[- .])?\(?\b\d{3}\)?[- .]{1,2}\d{3}[- .]\d{4}\b|\b1?\d{10}\b/;
const pageOfMachine = /\b(?:p(?:age|g)?[.:]? {0,3}\d{1,4}|\d{1,4} ?\/ ?\d{1,4})\b/i;
const fromAndTo = /\bfrom\b.*\bto\b|\bto\b.*\bfrom\b/i;
const localAddress = /^(?:file|about|chrome|edge|blob|data):\S+/i;
const webAddress = /^(?:https?:\/\/|www\.)\S+/i;
/** A path of Windows, of a disk or a server, with nothing but a page behind it. */
const path = /^(?:[A-Z]:\\|\\\\[\w.-]+\\)[^<>|"?*]{1,120}?\.[a-z]{3,4}(?:\s{2,}.{0,30})?$/i;
/** `Printed on 11/30/2016`, `RECEIVED DEC 01 2016`, with no more than a time. */
const printed =
  /^(?:printed|downloaded|generated|scanned|faxed|received|filed|entered|imaged)(?: on|:)? [\w/.,: -]{6,32}$/i;
/** `Scanned by CamScanner`, `Printed by jdoe on 11/30/2016`. */
const printedBy =
  /^(?:Printed|Downloaded|Generated|Scanned|Created|Converted) (?:by|with|using) (?=\S*[A-Z\d]|.*\d{4})[\w.@-]{2,30}(?: (?:on|at|[A-Z\d][\w/.:,]*)){0,7}$/;
/** `DocuSign Envelope ID: 3F25…`, `Document ID: 4711-0815`. */
const documentId =
  /^(?:[A-Z]\w+ )?(?:document|doc|envelope|file|scan|batch|image) (?:id|no\.?|number|#):? ?(?=\S*\d)[\w.-]{4,50}$/i;
/** `Rev. 06/2015`, `Form ABC-1 (07/2014)`. */
const revision = /^(?:form [\w.-]{1,20} \(?)?(?:rev(?:ised|ision|\.)? ?)?\(?\d{1,2}[/-](?:\d{1,2}[/-])?\d{2,4}\)?$/i;
const copyright = /^(?:©|\(c\)|copyright\b).{0,40}\d{4}.{0,80}$/i;
const phones = /\b(?:phone|tel|telephone|fax)\b/gi;

/** A line of these words alone is a stamp of the page. The first ones say so; the others stand beside them. */
const stamps = new Set(['confidential', 'privileged', 'draft', 'copy', 'sample']);
const besideStamps = new Set(
  'strictly private and protected health medical information record records document communication contains do not distribute disclose redisclose redistribute attorney client work product peer review personal for official use only the this is file'.split(
    ' ',
  ),
);

/** True for a line of words that are stamped on pages. */
export function isStamp(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0 || words.length > 16 || /\d/.test(text)) return false;
  if (!words.every((word) => stamps.has(word) || besideStamps.has(word))) return false;
  const isLoud = text === text.toUpperCase() || /^[A-Z]{6,}\b/.test(text);
  return words.some((word) => stamps.has(word)) && (words.length < 3 || !/\.$/.test(text) || isLoud);
}

/** What a fax machine, a browser, a printer or a program for documents puts at the edge of each page. */
export function isMachineLine(text: string): boolean {
  if (localAddress.test(text) || path.test(text) || documentId.test(text) || copyright.test(text)) return true;
  if (printed.test(text) && day.test(text)) return true;
  if (printedBy.test(text) || (revision.test(text) && /^(?:rev|form)/i.test(text))) return true;
  if (webAddress.test(text))
    return /\s(?:\d{1,4}\s?\/\s?\d{1,4}|page \d.{0,12})$/i.test(text) || day.test(text.slice(-20));
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
