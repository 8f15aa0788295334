import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { trimMarks } from '../text/trim';

/** A guideline or study that a field names. */
export interface Citation {
  readonly by: 'claims-administrator' | 'reviewer';
  /** By the label sentence it stands under; `none` where it stands under neither. */
  readonly kind: 'mtus' | 'non-mtus' | 'none';
  /** The guideline's title as written, without year, topics and places. */
  readonly title: string;
  readonly year: number | null;
  readonly topics: readonly string[];
  /** As written: `63`, `77-81`. */
  readonly pages: readonly string[];
  readonly sections: readonly string[];
  /** The whole of it as read. */
  readonly text: string;
  readonly span: Span;
}

export type StatementKind = 'mtus' | 'non-mtus' | 'outside-mtus' | 'cites-nothing' | 'free';

/** A guideline field is a row of standing sentences; `free` is text that follows none of them. */
export interface FieldStatement {
  readonly kind: StatementKind;
  readonly span: Span;
  /** The standing words: `Decision based on MTUS`. Empty for `free`. */
  readonly opener: Span;
  /** What follows them. */
  readonly text: string;
  readonly textSpan: Span;
  readonly citations: readonly Citation[];
}

/** The standing words, most particular first within one place. */
const openers =
  /\bThe (?:Claims Administrator|Expert Reviewer|expert reviewer) (?:(?:did not cite any (?:medical )?evidence)(?: for (?:its|their|the|his\/her|his|her) decision)?|(?:did not base (?:their|its|the|his\/her) decision on the MTUS)|(?:based (?:their|its|the|his\/her) decision on recommendations?(?:\(s\))? outside of the MTUS(?: Guidelines)?))\.?|\bDecision based on (?:Non[- ]{0,2}MTUS(?: Citations?)?|MTUS)\b:?/gi;

/** Reads a guideline field. */
export function readStatements(field: Reading, by: Citation['by']): FieldStatement[] {
  const found = [...field.text.matchAll(openers)].map((m) => ({
    kind: kindOf(m[0]),
    start: m.index,
    end: m.index + m[0].length,
  }));
  const first = found[0]?.start ?? field.text.length;
  const statements: FieldStatement[] = [];
  if (field.text.slice(0, first).trim() !== '') statements.push(statement('free', 0, 0, first));
  for (const [i, opener] of found.entries()) {
    statements.push(statement(opener.kind, opener.start, opener.end, found[i + 1]?.start ?? field.text.length));
  }
  return statements;

  function statement(kind: StatementKind, start: number, bodyStart: number, end: number): FieldStatement {
    const body = trim(field.text, bodyStart, end);
    const isOneSentence = kind === 'outside-mtus' || kind === 'cites-nothing';
    const citations = body.start === body.end ? [] : readCitations(field, body, isOneSentence ? 'free' : kind, by);
    return {
      kind,
      span: toSourceSpan(field, trim(field.text, start, end)),
      opener: toSourceSpan(field, { start, end: bodyStart }),
      text: field.text.slice(body.start, body.end),
      textSpan: toSourceSpan(field, body),
      citations,
    };
  }
}

function kindOf(opener: string): StatementKind {
  if (/did not cite/i.test(opener)) return 'cites-nothing';
  if (/did not base|outside/i.test(opener)) return 'outside-mtus';
  return /non/i.test(opener) ? 'non-mtus' : 'mtus';
}

function trim(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  const first = start + raw.length - raw.trimStart().length;
  return { start: Math.min(first, end), end: Math.max(Math.min(first, end), start + raw.trimEnd().length) };
}

/** A title with its year: `Forearm, Wrist, and Hand Complaints 2004`. */
const datedTitle = /^[ ,;]{0,3}(?:and )?((?:MTUS )?[A-Z(][^:;.]{2,110}?),? \(?((?:19|20)\d\d)\)?(?: Guidelines?)?\b/;
const nextDatedTitle =
  /(?:[,;]? and |; |\. )(?=[A-Z][A-Za-z,&() -]{4,80}? (?:19|20)\d\d\b(?:[,.]| Guidelines| *$))|, (?=[A-Z][A-Za-z&() -]{4,80}? (?:19|20)\d\d\b(?:[,.]| Guidelines| *$))/g;

function readCitations(field: Reading, body: Span, kind: StatementKind, by: Citation['by']): Citation[] {
  const text = field.text.slice(body.start, body.end);
  const citationKind = kind === 'mtus' || kind === 'non-mtus' ? kind : 'none';
  if (kind === 'free' && !/[A-Za-z]{3}/.test(text)) return [];
  const parts = kind === 'mtus' && datedTitle.test(text) ? splitDated(text) : [{ start: 0, end: text.length }];
  return parts.map((part) => {
    const raw = text.slice(part.start, part.end);
    const span = toSourceSpan(field, { start: body.start + part.start, end: body.start + part.end });
    return { by, kind: citationKind, ...readOne(raw), text: raw, span };
  });
}

/** `A 2016, Section(s): x, y, and B 2016, Section(s): z` cut before each title with a year. */
function splitDated(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  let from = datedTitle.exec(text)?.[0].length ?? 0;
  for (const match of text.matchAll(nextDatedTitle)) {
    if (match.index < from) continue;
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
    from = start + (datedTitle.exec(text.slice(start))?.[0].length ?? 0);
  }
  parts.push(trim(text, start, text.length));
  return parts;
}

type Parts = Pick<Citation, 'title' | 'year' | 'topics' | 'pages' | 'sections'>;

function readOne(text: string): Parts {
  const dated = datedTitle.exec(text);
  const title = dated?.[1] ?? titleOf(text);
  const rest = trimMarks(text.slice(dated ? dated[0].length : text.indexOf(title) + title.length), '.');
  const year = dated ? Number(dated[2]) : yearIn(rest);
  const sections = /\bSections?(?:\(s\))?:\s?(.*)$/is.exec(rest);
  if (sections) return { title, year, topics: [], pages: [], sections: splitSections(sections[1] ?? '') };
  const { pages, text: words } = takePages(rest);
  return { title, year, topics: splitTopics(words), pages, sections: [] };
}

const knownTitles =
  /^(?:MTUS:? ?)?(?:Chronic Pain (?:Medical )?Treatment Guidelines?(?:,? Chronic Pain (?:Medical )?Treatment Guidelines?)?|Official Disability Guidelines?(?: ?\(ODG\))?|ODG\b|(?:[A-Z][A-Za-z’'()-]{1,20},? ){0,6}?(?:Treatment Guidelines?|Practice Guidelines?|Complaints|Guidelines?)(?:,? \d(?:nd|rd|th) ed(?:ition|\.)?)?)/i;

/** Up to the end of a known title, else to the first comma or colon. */
function titleOf(text: string): string {
  const known = knownTitles.exec(text)?.[0];
  if (known) return known.trim();
  return trimMarks(/^[^,:;]{1,200}/.exec(text)?.[0] ?? text, '.');
}

function yearIn(text: string): number | null {
  const year = /(?<![\d-])((?:19|20)\d\d)(?![\d-])/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** Section names hold commas themselves: a new one begins with a capital or a number. */
function splitSections(text: string): string[] {
  return text
    .split(/[,;] (?:and )?(?=[A-Z0-9])/)
    .map((part) => trimMarks(part, '.,;'))
    .filter(Boolean);
}

/** `Page(s): 29, 65`, `Pages 77-81`, `p 80`, `pg. 607`. */
const pageMarks =
  /\b(?:pages?|pgs?|pp?)\b(?: ?\(s\))?[.:]{0,2} ?(\d{1,4}(?: ?[-–] ?\d{1,4})?(?:(?: ?[,;&] ?| and )\d{1,4}(?: ?[-–] ?\d{1,4})?){0,20})/gi;
/** A bare number or range between separators: `OPIOIDS, 79-81`. */
const barePages = /([,;] ?)(\d{1,3}(?: ?[-–] ?\d{1,3})?)(?= ?(?:[,;.]|$))/g;

function takePages(text: string): { pages: string[]; text: string } {
  const pages: string[] = [];
  const keep = (list: string): string => {
    for (const page of list.split(/ ?[,;&] ?| and /))
      if (page.trim() !== '') pages.push(page.replace(/\s/g, '').replace('–', '-'));
    return ' ; ';
  };
  const words = text
    .replace(pageMarks, (_, list: string) => keep(list))
    .replace(barePages, (_, _separator, list: string) => keep(list));
  return { pages, text: words };
}

function splitTopics(text: string): string[] {
  return text
    .split(/[;:]|, | - |\. |\/(?=[A-Z])/)
    .map((part) => trimMarks(part.replace(/^[\s,.<–-]*(?:and )?/, ''), ',.<–-'))
    .filter((part) => /[A-Za-z]{3}/.test(part) && !/^(?:updated|accessed)\b/i.test(part));
}
