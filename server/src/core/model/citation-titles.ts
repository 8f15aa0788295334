import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';

/** Where title, year and the rest of one citation stand in its text. */
export interface TitleParts {
  readonly title: Span;
  /** Another title right behind the first. */
  readonly second?: Span;
  readonly year?: Span;
  /** Where the topics and locators begin. */
  readonly rest: number;
  /** The title is that of a guideline, not the first words of a free reference. */
  readonly isKnown: boolean;
}

/** Words before a title that are no part of it. */
const leadIn =
  /^[\s,;:.<>–-]{0,6}(?:and )?(?:the )?(?:Other Medical Treatment Guidelines?(?: or Medical Evidence)?:? ?)?(?:(?:CA[- ]|California )?MTUS(?!:? ?(?:Definition|Guideline|\/))[:,]? ?(?=[A-Z(]))?/i;

const edition = '(?:,? (?:\\d(?:st|nd|rd|th)|First|Second|Third) ed(?:ition|\\.)?)?';
const acoem = `(?:American College of Occupational (?:and|&) Environmental Medicine(?:'s)?(?: \\(ACOEM\\))?|ACOEM)(?: Occupational Medicine)?(?: Practice)?(?: Guidelines?)?${edition}`;
const chronicPain = '(?:(?:MTUS|Chronic) ){0,2}Chronic Pain (?:Medical )?Treatment(?: Guidelines?)?';
const odg =
  "Official Disability Guidelines?(?:,? Treatment in Workers['’]? Comp(?:ensation)?)?(?: ?\\(ODG\\))?|ODG(?:[- ]TWC)?(?![A-Za-z])";
const titled =
  'Acupuncture (?:Medical )?Treatment|Post-?surgical (?:Physical Medicine )?Treatment|Opioids? Treatment|General Approach(?:es| to Initial Assessment and Documentation)?';
const bodyPart =
  '(?!and )(?:[A-Z][A-Za-z-]{1,12},? (?:(?:and|&) )?){1,5}(?:Complaints|Disorders)|Stress[- ]Related Conditions';

/** Titles of guidelines without their year. */
const knownTitle = new RegExp(
  `^(?:${chronicPain}|${odg}|${acoem}|Occupational Medicine Practice Guidelines?${edition}|(?:${titled})(?: Guidelines?)?|${bodyPart}|MTUS(?: Definitions?| Guidelines?)?|(?:[A-Z][A-Za-z’'()&-]{1,20},? ){0,6}(?:Treatment|Practice) Guidelines?${edition})(?![a-z])`,
  'i',
);
/** A title with its year, if a wrong one: `Forearm, Wrist, and Hand Complaints 2004`. */
const datedTitle =
  /^([A-Z](?:(?!\b(?:updated|accessed|version|pages?)\b)[^:;.\d]){2,110}?),? \(?([1-3]\d{3})\)?(?: Guidelines?)?(?![\w/-])/;
/** Of a free reference: an address whole, else the words before the first separator. */
const freeTitle = /^(?:(?:https?:|www\.)\S{1,200}|[^,:;]{1,200}?(?=[,:;]|\. |\.?$))/;
const mtusTitle = new RegExp(`^(?:${chronicPain}|${titled}|${bodyPart})`, 'i');
/** What a second title may be; a topic that ends in "Guidelines" is none. */
const secondKnown = new RegExp(
  `^[ ,]{1,2}(?:(?:${chronicPain}|${titled}|${bodyPart}),? (?:19|20)\\d\\d(?: Guidelines?)?|${chronicPain}|${odg}|${acoem})(?![a-z])`,
  'i',
);

/** Two titles before one year: `Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment 2016`. */
const firstOfTwo = new RegExp(
  `^(?:${chronicPain}|${titled}|${bodyPart})(?=,? (?:${chronicPain}|${titled}|${bodyPart})$)`,
  'i',
);

export function findTitle(text: string, kind: 'mtus' | 'non-mtus' | 'none'): TitleParts {
  const start = leadIn.exec(text)?.[0].length ?? 0;
  const own = text.slice(start);
  const dated = kind === 'mtus' || mtusTitle.test(own) ? datedTitle.exec(own) : null;
  if (dated) {
    const words = dated[1] ?? '';
    const year = start + dated[0].indexOf(dated[2] ?? '', words.length);
    const first = firstOfTwo.exec(words)?.[0];
    if (first !== undefined) {
      const title = { start, end: start + first.length };
      return withSecond(text, { title, rest: title.end, isKnown: true });
    }
    const title = { start, end: start + words.length };
    return withSecond(text, {
      title,
      year: { start: year, end: year + 4 },
      rest: start + dated[0].length,
      isKnown: true,
    });
  }
  const known = knownTitle.exec(own)?.[0];
  const words = known ?? freeTitle.exec(own)?.[0] ?? own;
  const title = { start, end: start + (known ?? words.replace(/[.,;]{1,3}$/, '')).trimEnd().length };
  const found = withSecond(text, { title, rest: title.end, isKnown: known !== undefined });
  const year = /(?<![\d/-])(?:19|20)\d\d(?![\d/-])/.exec(text.slice(found.rest));
  if (!year) return found;
  const at = found.rest + year.index;
  const follows = /^[ ,(]{0,2}$/.test(text.slice(found.rest, at));
  return { ...found, year: { start: at, end: at + 4 }, rest: follows ? at + 4 : found.rest };
}

function withSecond(text: string, parts: TitleParts): TitleParts {
  const again = parts.isKnown ? secondKnown.exec(text.slice(parts.rest))?.[0] : undefined;
  if (again === undefined) return parts;
  const start = parts.rest + again.length - again.replace(/^[ ,]+/, '').length;
  const end = parts.rest + again.length;
  return { ...parts, second: { start, end }, rest: end };
}

/** Before a title with a year: `, and B 2016, Section(s): …`. */
const beforeDated =
  /(?:[,;]? and |; |\. )(?=[A-Z][A-Za-z,&() -]{4,80}? [1-3]\d{3}\b(?:[,.]| Guidelines| [A-Z]| *$))|, (?=[A-Z][A-Za-z&() -]{4,80}? [1-3]\d{3}\b(?:[,.]| Guidelines| *$))/g;
/** Before a source named in full; glued to a topic, its name alone tells. */
const beforeSource =
  /(?:(?:[,;.]| and|, and) (?:the )?|(?<![Gg]uidelines?|Citation|the|and|\()[ ](?=Official))(?=Official Disability Guidelines?\b|ODG\b|ACOEM\b|American College of Occ|Other Medical Treatment Guidelines?\b|Chronic Pain (?:Medical )?Treatment Guidelines\b)/g;

/** Cuts what stands under one label sentence into single citations. */
export function splitCitations(text: string, kind: 'mtus' | 'non-mtus' | 'none'): Span[] {
  const isDated = kind === 'mtus' && datedTitle.test(text.slice(leadIn.exec(text)?.[0].length ?? 0));
  const spans: Span[] = [];
  let start = 0;
  let from = endOfTitle(text, 0, kind);
  for (const cut of matchesIn(text, isDated ? beforeDated : beforeSource)) {
    if (cut.index < from) continue;
    spans.push(trimmed(text, start, cut.index));
    start = cut.index + cut[0].length;
    from = endOfTitle(text, start, kind);
  }
  return [...spans, trimmed(text, start, text.length)].filter((span) => span.start < span.end);
}

function endOfTitle(text: string, start: number, kind: 'mtus' | 'non-mtus' | 'none'): number {
  return start + findTitle(text.slice(start), kind).rest;
}

function trimmed(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}
