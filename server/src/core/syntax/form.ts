/** Letter forms: the layout, labels, standing sentences and citation habits of a period, as data (`server/data/forms`). */

/** The sections of a letter, in the order in which letters print them. */
export type SectionKind =
  | 'how-made'
  | 'case-summary'
  | 'issues'
  | 'documents-reviewed'
  | 'guidelines'
  | 'rationale'
  | 'qualifications';

/** The labeled fields of a decision block. */
export type FieldKind = 'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale';

/** The values in a letter's case header. */
export type HeaderKey =
  | 'caseNumber'
  | 'dateAssigned'
  | 'dateOfInjury'
  | 'decisionDate'
  | 'urDenialDate'
  | 'priority'
  | 'applicationReceived';

export interface SectionForm {
  readonly kind: SectionKind;
  /** As printed, in capitals. The first is the one to insert. */
  readonly headings: readonly string[];
  /** The standing sentence that opens the section; also tells the section where its heading is lost. Empty: none. */
  readonly lead: string;
  readonly required: boolean;
}

export interface FieldForm {
  readonly kind: FieldKind;
  /** Without the colon. The first is the one to insert. */
  readonly labels: readonly string[];
}

/** What the reviewer's field says when no guideline, or none of the MTUS, was used. */
export interface StandingSentences {
  readonly mtus: string;
  readonly nonMtus: string;
  readonly outsideMtus: { readonly claimsAdministrator: string; readonly reviewer: string };
  readonly citesNothing: { readonly claimsAdministrator: string; readonly reviewer: string };
}

/** How a heading names the portions of a request that utilization review modified. Phrases, matched whatever the case. */
export interface RequestWording {
  /** Behind the original request. */
  readonly original: string;
  /** Behind the portion authorized. */
  readonly authorized: string;
  /** Before the portion authorized, where it is told that way round. */
  readonly authorizes: string;
  /** Behind that portion, where the whole request stays open. */
  readonly leaves: string;
  /** Before the remaining portion. */
  readonly remaining: string;
  /** Tells anywhere that only a part stays open. */
  readonly rest: string;
  /** Before the original request told again, where the whole of it stays open. */
  readonly again: string;
  /** Tell that a heading names portions. */
  readonly parts: readonly string[];
  /** The heading to insert: `{item}` is the original request, `[text]` a place to fill in. */
  readonly heading: string;
}

/** Words that stand where an outcome belongs, by what they mean; those of `none` mean nothing certain. Phrases. */
export interface OtherOutcomes {
  readonly Upheld: readonly string[];
  readonly Overturned: readonly string[];
  readonly partial: readonly string[];
  readonly none: readonly string[];
}

/** The standing sentences of a guideline field, in all the ways that letters put them. Phrases. */
export interface StatementWording {
  /** Those with nothing wrong in them; any other reading of one is damaged. */
  readonly intact: readonly string[];
  /** Words of those that say that nothing was cited, which no citation holds. */
  readonly citesNothing: readonly string[];
  /** Words of those that say that the decision rests on something outside the MTUS. */
  readonly outsideMtus: readonly string[];
}

/** How a citation is cut into titles and topics. Phrases but for the lists of plain words. */
export interface CitationWording {
  /** Before a title, and no part of it. */
  readonly leadIns: readonly string[];
  /** Between a title and the publisher's date, in brackets or not. */
  readonly publisherDates: readonly string[];
  /** The MTUS as such before the title of one of its guidelines, unless `scheduleItself` follows. */
  readonly schedule: readonly string[];
  readonly scheduleItself: readonly string[];
  /** Guidelines of the MTUS that are cited with or without their year, and those that are cited with it. */
  readonly mtus: readonly string[];
  readonly mtusDated: readonly string[];
  /** What a guideline about parts of the body ends with, and those about anything else. */
  readonly complaints: readonly string[];
  readonly conditions: readonly string[];
  /** Other sources; the number of an edition may follow. */
  readonly others: readonly string[];
  /** The MTUS as such. */
  readonly plain: readonly string[];
  /** What any other title of a guideline ends with. */
  readonly generic: readonly string[];
  /** Sources that begin a citation wherever they stand. */
  readonly sources: readonly string[];
  /** Plain: names of topics that hold a comma, `|` standing where it is. */
  readonly uncut: readonly string[];
  /** Plain: outside of the MTUS a slash behind one of these parts two topics. */
  readonly topicEnds: readonly string[];
  /** Plain: the same, before a capital. */
  readonly bodyParts: readonly string[];
  /** Plain: before one of these a slash does. */
  readonly preface: readonly string[];
  /** Plain: in brackets behind the name of a chapter, before its topic. */
  readonly chapterNotes: readonly string[];
}

/** Words of the titles of guidelines, by which citations that were glued together are found. Plain words; capitals count. */
export interface TitleWording {
  readonly begin: readonly string[];
  /** Titles that begin so bear a year. */
  readonly beginDated: readonly string[];
  readonly end: readonly string[];
  /** Without their year. */
  readonly whole: readonly string[];
  /** Words behind which a title goes on, or begins as it should. */
  readonly inside: readonly string[];
}

/** What letters of the form say in set words. */
export interface FormWording {
  readonly request: RequestWording;
  readonly otherOutcomes: OtherOutcomes;
  readonly statements: StatementWording;
  readonly citations: CitationWording;
  readonly titles: TitleWording;
  /** What a sentence of a guideline field begins with. */
  readonly openers: readonly string[];
  /** What stands where nothing is stated. Phrases. */
  readonly unstated: readonly string[];
  /** What a rationale ends with, even where its period is missing. */
  readonly closing: readonly string[];
}

export interface Form {
  /** `2014`, `2015` …; `unknown` for a text without marks of one. */
  readonly id: string;
  /** Id of the form that gives what this one's pack leaves out. */
  readonly extends?: string;
  readonly title: string;
  /** `observed`: whole letters were read. `headings`: only headings are known; rules stay hints there. */
  readonly basis: 'observed' | 'headings';
  /** Decisions stand in blocks with labeled fields. */
  readonly hasBlocks: boolean;
  readonly sections: readonly SectionForm[];
  readonly fields: readonly FieldForm[];
  readonly headerRows: readonly { readonly key: HeaderKey; readonly label: string }[];
  /** Phrases that tell this form; matched in the reading view, case-sensitively. */
  readonly marks: readonly { readonly text: string; readonly weight: number }[];
  /** What a citation of the MTUS is located by: pages (2014), sections (2015 on). */
  readonly locator: 'page' | 'section';
  readonly standing: StandingSentences;
  /** The words that the reviewer's credentials stand behind; one that ends with a colon is a row of its own. */
  readonly credentials: readonly { readonly label: string; readonly states: string }[];
  /** The credentials sentence to insert; `{…}` are places to fill in. */
  readonly credentialsTemplate: string;
  readonly newLetter: NewLetterForm;
  readonly wording: FormWording;
}

/** What a new letter of the form begins with. `[text]` is a place to fill in, `[a|b]` a choice. */
export interface NewLetterForm {
  readonly hasHeader: boolean;
  /** Paragraphs on how the determination was made; `{credentials}` is the form's credentials template. */
  readonly howMade: readonly string[];
  /** The clinical summary; `{items}` are the disputed items. */
  readonly summary: string;
}

export interface FormSet {
  readonly forms: readonly Form[];
  /** Used when no form's marks are found. */
  readonly fallback: Form;
  /** The form that a person chose for these texts, one of `forms`; see `detectForm`. */
  readonly chosen?: Form;
}
