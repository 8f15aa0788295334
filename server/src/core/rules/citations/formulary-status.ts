import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { dateOfRequest } from '../../analysis/request-date';
import { sentencesIn } from '../../analysis/sentences';

import { confidenceOf, doubtInWords } from '../../library/confidence';
import type { DrugEntry, ListedStatus, ListStatus } from '../../library/entries';
import { statusOn } from '../../library/formulary';
import { type Reading, toSourceSpan } from '../../text/reading';
import { type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const formularyStatus = defineBlockRule({
  code: 'IMR219',
  name: 'formulary-status',
  severity: 'information',
  fix: null,
  reads: 'case',
  summary: 'The rationale gives a drug a status that it did not have on the MTUS Drug List at that time.',
  why: 'A drug is exempt, non-exempt, or unlisted (8 CCR 9792.27.15). The status can change from one version of the list to the next, and it decides whether review was required before the drug was dispensed. The library knows few statuses, most of them from secondary sources, and is silent about the rest. Exempt does not mean recommended.',
  repair: 'Look up the drug in the version of the list that was in force on that day.',
  examples: {
    bad: [
      {
        header: `Case Number:    CM22-0999999
Date Assigned:  06/16/2022      Date of Injury:  11/18/2020
Decision Date:  07/06/2022      UR Denial Date:  05/12/2022
Priority:       Standard        Application      06/09/2022
                                Received:`,
        blocks: `Cymbalta 60mg #30: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Guideline 2017.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Guideline 2017, Section(s): Antidepressants.

Decision rationale: He sleeps and walks more with it. Cymbalta is non-exempt. The request for Cymbalta is
                                                                  ^^^^^^^^^^
medically necessary.`,
      },
    ],
    good: [
      {},
      {
        header: `Case Number:    CM20-0999999
Date Assigned:  06/16/2020      Date of Injury:  11/18/2018
Decision Date:  07/06/2020      UR Denial Date:  05/12/2020
Priority:       Standard        Application      06/09/2020
                                Received:`,
        blocks: `Cymbalta 60mg #30: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Guideline 2017.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Guideline 2017, Section(s): Antidepressants.

Decision rationale: He sleeps and walks more with it. Cymbalta is non-exempt. The request for Cymbalta is
medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const date = ask(dateOfRequest);
    if (!date) return;
    for (const { drug, claimed, span } of claimsIn(ask, body)) {
      const listed = statusOn(drug.formulary?.versions ?? [], date.iso);
      if (!listed || listed.status === claimed) continue;
      yield {
        span: toSourceSpan(body, span),
        message: `On that date, ${drug.generic} was ${listed.status} (${basisOf(listed)}).`,
        related: [{ span: date.span, message: 'The date used for the status.' }],
      };
    }
  },
});

interface Claim {
  readonly drug: DrugEntry;
  readonly claimed: ListStatus;
  readonly span: Span;
}

const concepts = [
  ['non-exempt', 'formulary.non-exempt'],
  ['unlisted', 'formulary.unlisted'],
  ['exempt', 'formulary.exempt'],
] as const;

/** Sentences that give one drug one status. */
function claimsIn(ask: Ask, body: Reading): Claim[] {
  const found = ask(conceptsIn, body);
  if (!concepts.some(([, concept]) => found.has(concept))) return [];
  return ask(sentencesIn, body).flatMap((sentence) => {
    const drugs = drugsIn(ask, body, sentence);
    const statuses = concepts.flatMap(([claimed, concept]) =>
      spansWithin(found.of(concept), sentence).map((span) => ({ claimed, span })),
    );
    const [drug, other] = drugs;
    const [first] = statuses;
    if (!drug || other || !first) return [];
    const apart = statuses.some(({ span }) => span.start > first.span.end || span.end < first.span.start);
    return apart ? [] : [{ drug, ...first }];
  });
}

function drugsIn(ask: Ask, body: Reading, sentence: Span): DrugEntry[] {
  const ids = spansWithin(ask(namesIn, body), sentence).flatMap(({ refs }) =>
    refs.filter(({ kind }) => kind === 'drug' || kind === 'brand' || kind === 'generic').map(({ id }) => id),
  );
  return [...new Set(ids)].flatMap((id) => ask.library.drug(id) ?? []);
}

/** `drug list version 7, 2020-11-01, at second hand`. */
function basisOf(listed: ListedStatus): string {
  const list = listed.version ? `drug list version ${listed.version}` : 'drug list';
  return [list, listed.from ?? listed.asOf, doubtInWords(confidenceOf(listed, 'status'))].filter(Boolean).join(', ');
}
