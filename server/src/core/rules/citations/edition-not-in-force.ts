import { caseDates } from '../../analysis/case-dates';
import { type Ask, fact } from '../../analysis/fact';
import { dateOfRequest, type RequestDate } from '../../analysis/request-date';
import { resolutionOf } from '../../analysis/resolved-citations';
import { versionNumber } from '../../library/citation-source';
import type { Edition } from '../../library/types';
import type { Citation } from '../../model/citations';
import { startOfMonthBefore } from '../../model/dates';
import type { StatementKind } from '../../model/statements';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { dateInWords } from '../../text/date-words';
import { shorten } from '../../text/shorten';
import type { Span } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const editionNotInForce = defineBlockRule({
  code: 'IMR207',
  name: 'edition-not-in-force',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The cited edition of an MTUS guideline was not in force when the treatment was requested.',
  why: "Only the adopted edition is presumed correct (Labor Code 4604.5). Since December 1, 2017, the MTUS has been ACOEM's guidelines, with new editions almost every year. Each order applies from the date of service. Letters rarely state that date, so this rule uses the date of the utilization review instead. It accepts an edition that took effect before the determination. An edition is identified by the year of its text or of its order. If the adoption date is unknown, this rule is silent.",
  repair: 'Judge the request by the edition that was in force, and cite its year and section.',
  examples: {
    bad: [
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.
                                                                                      ^^^^
MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain), and Opioid Treatment 2014, Section(s): 4.1 Tapering Opioids.
                                           ^^^^
Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.

Tramadol 50mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Opioid Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2106, Section(s): 4.1 Tapering Opioids.
                                                           ^^^^
Decision rationale: Relief is not on record. The request for Tramadol 50mg #60 is not medically
necessary. It should be weaned.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        header: `Case Number:    CM16-0999999
Date Assigned:  08/16/2016      Date of Injury:  11/18/2013
Decision Date:  09/06/2016      UR Denial Date:  08/02/2016
Priority:       Standard        Application      08/09/2016
                                Received:`,
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol
(Soma).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const requestDate = ask(dateOfRequest);
    if (!requestDate) return;
    for (const field of guidelineFields(block)) {
      for (const { kind, citations } of field.statements) {
        for (const citation of citations) {
          const finding = judge(ask, kind, citation, requestDate);
          if (finding) yield field.kind === 'reviewerGuideline' ? finding : asCited(finding);
        }
      }
    }
  },
});

/** What the claims administrator cited is a fact of the case: nobody changes it in the letter. */
function asCited({ fixes: _, ...finding }: Finding): Finding {
  return finding;
}

/** A request lies before the denial, the application and the latest record: by so many days at most. */
const daysBefore: Readonly<Record<RequestDate['of'], number>> = {
  'ur-denial': 30,
  application: 60,
  'latest-record': 120,
};

function judge(ask: Ask, kind: StatementKind, citation: Citation, date: RequestDate): Finding | undefined {
  if (ask(resolutionOf, citation).guideline?.role === 'drug-list') return judgeDrugList(ask, citation, date);
  const { title, year, yearSpan } = citation;
  const family = year !== null && yearSpan ? familyOf(ask, citation) : undefined;
  if (year === null || !yearSpan || !family) return undefined;
  const editions = ask.library.editionsOf(family).filter(({ years }) => years.length > 0);
  const cited = editions.filter(({ years }) => years.includes(year));
  const current = ask.library.editionInForce(family, date.iso);
  const isOff =
    cited.length > 0
      ? cited.every((edition) =>
          kind === 'non-mtus' && edition.version
            ? isReplaced(edition, date)
            : isOutOfForce(edition, date, ask(lastDay)),
        )
      : kind !== 'non-mtus' && isNoYearOf(editions, current, year, ask(lastDay));
  if (!isOff) return undefined;
  const name = current && current.years.length > 0 ? editionName(current) : undefined;
  const then = name ? `; ${name} was` : '';
  return {
    span: yearSpan,
    message:
      cited.length > 0
        ? `${shorten(title, 45)} ${year} was not in force on ${date.iso}${then}.`
        : `Unknown edition: ${shorten(title, 40)} ${year}.${name ? ` On ${date.iso}, ${name} was in force.` : ''}`,
    related: [{ span: date.span, message: nameOfDate[date.of] }],
    fixes: current && name ? [replacement(ask, citation, cited[0], current)] : [],
  };
}

const drugList = 'drug-list';

/** A version of the MTUS Drug List by its number. */
function judgeDrugList({ library, letter }: Ask, citation: Citation, date: RequestDate): Finding | undefined {
  const source = letter.source.text.slice(citation.span.start, citation.span.end);
  const number = versionNumber.exec(source);
  const cited = number ? library.editionsOf(drugList).find(({ version }) => version?.number === number[0]) : undefined;
  const current = library.editionInForce(drugList, date.iso);
  if (!number || !cited || !isOutOfForce(cited, date, undefined)) return undefined;
  const start = citation.span.start + number.index;
  const span = { start, end: start + number[0].length };
  const then = current?.version?.number;
  return {
    span,
    message: `Drug list version ${number[0]} was not in force on ${date.iso}${then ? `; version ${then} was` : ''}.`,
    related: [{ span: date.span, message: nameOfDate[date.of] }],
    fixes: then
      ? [{ title: `Cite version ${then}; check the drug on it`, kind: 'review', edits: [replace(span, then)] }]
      : [],
  };
}

/** The family of the guideline cited; of a title that the library does not know as one, that of the guideline it names. */
function familyOf({ library }: Ask, { title, year }: Citation): string | undefined {
  return (library.findGuideline(title, year) ?? library.findGuideline(title))?.family;
}

const nameOfDate: Readonly<Record<RequestDate['of'], string>> = {
  'ur-denial': 'Date of the utilization review decision, used as the date of service.',
  application: 'Date of the application for independent medical review, used as the date of service.',
  'latest-record': 'Latest date in the summary, used as the date of service.',
};

/** The day of the determination, where the letter gives one: treatment in dispute may be rendered after it. */
const lastDay = fact((ask) => ask(caseDates).header.decisionDate?.iso ?? undefined);

/** Has the edition been replaced before a request of about this day? The orders since 2017 count from the day of service. */
function isReplaced({ version, to }: Edition, date: RequestDate): boolean {
  const days = version && date.of === 'ur-denial' ? 0 : daysBefore[date.of];
  return to !== null && to < daysEarlier(date.iso, days);
}

/** Does the edition not suit a request of about this day? What may have been adopted at some day suits any. */
function isOutOfForce(edition: Edition, date: RequestDate, last: string | undefined): boolean {
  const { version, from } = edition;
  if (isReplaced(edition, date)) return true;
  const latest = version && last && last > date.iso ? last : date.iso;
  return from !== null && latest < from && date.of !== 'latest-record';
}

/**
 * Is the year that of no edition? Behind a guideline of today it may be the year in which the text was read, or that of a text whose
 * own date is not known.
 */
function isNoYearOf(
  editions: readonly Edition[],
  current: Edition | undefined,
  year: number,
  last: string | undefined,
): boolean {
  if (!current || current.years.length === 0) return false;
  if (!current.version) return editions.length > 0;
  return year < Math.min(...current.years) || year > Number((last ?? current.from ?? '').slice(0, 4));
}

function daysEarlier(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** `2016`, or the publisher's date of an adopted text, or the order's. */
function editionName({ guideline, version, from }: Edition): string {
  return version?.published ?? (version ? `the order of ${from}` : String(guideline.year));
}

function replacement(ask: Ask, citation: Citation, cited: Edition | undefined, current: Edition): Fix {
  const { titleSpan, year, yearSpan } = citation;
  const isSame = cited?.guideline === current.guideline || current.version === undefined;
  const next = String(yearFor(year, cited, current));
  const span = yearSpan ?? titleSpan;
  const edit = isSame
    ? replace(withMonth(ask.letter.source.text, span), current.version ? dated(ask, span, current, next) : next)
    : replace(
        { start: titleSpan.start, end: span.end },
        `${current.guideline.citedTitle ?? current.guideline.title} ${next}`,
      );
  return { title: `Cite the edition of ${editionName(current)}; check its section`, kind: 'review', edits: [edit] };
}

/** The year of the text where that of a text was cited, else the effective year, as 8 CCR 9792.21.1 asks. */
function yearFor(year: number | null, cited: Edition | undefined, current: Edition): number | string | undefined {
  const { guideline, version, years, from } = current;
  if (!version) return guideline.year;
  const citesText = cited?.guideline === guideline && cited.years[0] === year;
  return citesText ? years[0] : from?.slice(0, 4);
}

/** With the month and day before the year. */
function withMonth(text: string, { start, end }: Span): Span {
  return { start: startOfMonthBefore(text, start), end };
}

/** The date in full where one stands there and the library knows one. */
function dated({ letter }: Ask, span: Span, { version }: Edition, year: string): string {
  const isFull = withMonth(letter.source.text, span).start < span.start;
  return isFull && version?.published ? dateInWords(version.published) : year;
}
