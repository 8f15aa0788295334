import type { Ask } from '../../analysis/fact';
import { dateOfRequest, type RequestDate } from '../../analysis/request-date';
import type { GuidelineEntry } from '../../library/entries';
import type { Citation } from '../../model/citations';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const editionNotInForce = defineBlockRule({
  code: 'IMR207',
  name: 'edition-not-in-force',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The edition of the MTUS guideline that is cited was not in force when treatment was requested.',
  why: 'Only the adopted edition is presumed correct (Labor Code 4604.5). The chronic pain guideline of 2009 gave way on July 28, 2016 to those of 2016 for chronic pain and for opioids (8 CCR 9792.24.2 and 9792.24.4), these to newer ones on December 1, 2017; they ask for different things.',
  repair: 'Judge the request by the edition in force, and cite that year and its section.',
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
      for (const citation of field.statements.flatMap((statement) => statement.citations)) {
        const finding = judge(ask, citation, requestDate);
        if (finding) yield finding;
      }
    }
  },
});

/** A request lies before the denial, the application and the latest record: by so many days at most. */
const daysBefore: Readonly<Record<RequestDate['of'], number>> = {
  'ur-denial': 30,
  application: 60,
  'latest-record': 120,
};

function judge({ library }: Ask, citation: Citation, date: RequestDate): Finding | undefined {
  const { title, year, yearSpan } = citation;
  if (year === null || !yearSpan) return undefined;
  const family = library.findGuideline(title, year)?.family ?? library.findGuideline(title)?.family;
  const editions = family ? library.editionsOf(family).filter(({ guideline }) => guideline.year !== undefined) : [];
  const current = family ? library.editionInForce(family, date.iso)?.guideline : undefined;
  const cited = editions.find(({ guideline }) => guideline.year === year);
  const reason = cited
    ? outOfForce(cited, date)
    : current?.year && editions.length > 0
      ? `There is no ${year} edition of ${title}`
      : undefined;
  if (reason === undefined) return undefined;
  return {
    span: yearSpan,
    message: `${reason}; ${event[date.of]} ${date.iso}. Cite the ${current?.year ? `${current.year} edition` : 'edition in force'}.`,
    related: [{ span: date.span, message: nameOfDate[date.of] }],
    fixes: replacement(citation, current),
  };
}

const nameOfDate: Readonly<Record<RequestDate['of'], string>> = {
  'ur-denial': 'The utilization review decision.',
  application: 'The application for independent medical review.',
  'latest-record': 'The latest date in the summary.',
};

const event: Readonly<Record<RequestDate['of'], string>> = {
  'ur-denial': 'utilization review decided on',
  application: 'the application is of',
  'latest-record': 'the latest record is of',
};

/** Why an edition does not suit a request of about this day. */
function outOfForce(
  {
    guideline,
    from,
    to,
  }: { readonly guideline: GuidelineEntry; readonly from: string | null; readonly to: string | null },
  date: RequestDate,
): string | undefined {
  if (to && to < daysEarlier(date.iso, daysBefore[date.of]))
    return `The ${guideline.year} edition was in force until ${to}`;
  if (from && date.iso < from && date.of !== 'latest-record')
    return `The ${guideline.year} edition came into force on ${from}`;
  return undefined;
}

function daysEarlier(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function replacement({ yearSpan, year }: Citation, current: GuidelineEntry | undefined): Finding['fixes'] {
  if (!yearSpan || !current?.year || current.year === year) return [];
  return [
    {
      title: `Cite the edition of ${current.year}; check its section`,
      kind: 'review',
      edits: [replace(yearSpan, String(current.year))],
    },
  ];
}
