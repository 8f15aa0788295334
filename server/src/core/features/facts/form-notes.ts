import type { Field, HeaderField, Letter, Section } from '../../model/letter';

/** What belongs into a part of a letter, and which law asks for it. */
export interface PartNote {
  readonly belongs: readonly string[];
  /** With the words of doubt where the text of the law was not at hand. */
  readonly law: string;
}

const laws = {
  qualifications:
    "Labor Code 4610.6(f): the reviewers' qualifications are described, and their names stay confidential.",
  contents:
    '8 CCR 9792.10.6(d): the determination states whether the treatment is medically necessary, the medical condition, the documents reviewed and the evidence used (the list after the first words is recalled, not confirmed).',
  ranking:
    '8 CCR 9792.21: the MTUS comes first; another source only where the MTUS is silent or rebutted. 8 CCR 9792.21.1 gives the order of search. Copies of Labor Code 4610.5(c)(2) disagree whether its own ranked list still stands.',
  necessity:
    'Labor Code 4610.6(e): whether the treatment is medically necessary, with the condition, the documents, and the findings (recalled, not confirmed).',
  notice:
    '8 CCR 9792.10.4: the notice of assignment names the application, its dates and the disputed treatment (recalled, not confirmed).',
  documents:
    'A panel held that the list need not give the date and author of each document (Hacker v. County of San Bernardino, 2015).',
} as const;

export const sectionNotes: Readonly<Record<Section['kind'], PartNote>> = {
  'how-made': {
    belongs: [
      'The standard text: no affiliation, five years of practice, 24 hours a week.',
      "The reviewer's board certification or specialty, and the states of licensure.",
      'Never a name.',
    ],
    law: laws.qualifications,
  },
  'case-summary': {
    belongs: [
      'Age, sex, date of injury, diagnoses and treatment so far.',
      'The dated reports that were read, and what they found.',
      'Each disputed item, and what utilization review decided on it and when.',
    ],
    law: `${laws.contents} 8 CCR 9792.10.6(b)(2): no determination rests on the utilization review decision alone.`,
  },
  issues: {
    belongs: [
      'A block for each disputed item: its heading with the outcome, the guidelines of both sides, the rationale.',
      'Of a request that was modified, the part that is still open.',
    ],
    law: laws.necessity,
  },
  'documents-reviewed': {
    belongs: ['The documents that were read: author or provider, and date or range of dates.'],
    law: `${laws.contents} ${laws.documents}`,
  },
  guidelines: {
    belongs: ['The guidelines relied upon, and why: the MTUS first.'],
    law: laws.ranking,
  },
  rationale: {
    belongs: ['Why the treatment is or is not medically necessary for this patient.'],
    law: laws.necessity,
  },
  qualifications: {
    belongs: ["The reviewer's board certification or specialty, and license.", 'Never a name.'],
    law: laws.qualifications,
  },
};

export const fieldNotes: Readonly<Record<Field['kind'], PartNote>> = {
  claimsAdministratorGuideline: {
    belongs: [
      'The guideline that utilization review relied on, as it was cited there; section or page are not asked for.',
      'Where it cited none, the standard sentence that says so.',
    ],
    law: '8 CCR 9792.25 and 9792.25.1: where recommendations conflict, the best evidence by the methodology of the MTUS counts (their text was not read).',
  },
  reviewerGuideline: {
    belongs: [
      'The guideline that the reviewer relies on, at the place that speaks of this item.',
      'A source outside of the MTUS only behind the standard sentence that the MTUS was left.',
    ],
    law: laws.ranking,
  },
  rationale: {
    belongs: [
      'What the guideline requires.',
      'What the record of this patient shows, with its dates.',
      'How the one meets the other.',
      'In the last sentence, whether the request is medically necessary; it agrees with the outcome.',
    ],
    law: `${laws.necessity} ${laws.contents}`,
  },
};

const order = 'The dates follow one another: injury, utilization review, application, assignment, decision.';

export const headerNotes: Readonly<Record<HeaderField['key'], PartNote>> = {
  caseNumber: { belongs: ['CM, the year in two digits, and seven digits: CM17-0000000.'], law: laws.notice },
  dateAssigned: { belongs: ['The day the case was assigned for review, MM/DD/YYYY.', order], law: laws.notice },
  dateOfInjury: {
    belongs: ['The day of the injury, MM/DD/YYYY; the summary gives the same day.', order],
    law: laws.notice,
  },
  decisionDate: {
    belongs: ['The day of this determination, MM/DD/YYYY.', order],
    law: 'Labor Code 4610.6(d)(1), from receipt of the request and the documents: 5 working days for a formulary drug, 30 days for other treatment; 72 hours for an imminent and serious threat (recalled, not confirmed).',
  },
  urDenialDate: {
    belongs: [
      'The day on which utilization review denied or modified the treatment, MM/DD/YYYY; the summary gives the same day.',
      'Guideline editions are checked for this date.',
      order,
    ],
    law: laws.notice,
  },
  priority: {
    belongs: ['Standard, or Expedited where a delay threatens the patient.'],
    law: 'Labor Code 4610.6(d)(1): 72 hours where the threat to health is imminent and serious (recalled, not confirmed).',
  },
  applicationReceived: {
    belongs: ['The day the application for review came in, MM/DD/YYYY.', order],
    law: laws.notice,
  },
};

/** How this form writes the reviewer's citation. */
export function citationHabit({ locator, standing }: Letter['form']): string {
  return locator === 'page'
    ? `Written: "${standing.mtus}", title, topic, "Page(s):" and the pages.`
    : `Written: "${standing.mtus}", title, year, "Section(s):" and the section. The acupuncture guideline stands without a section.`;
}
