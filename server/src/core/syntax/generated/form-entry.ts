// Generated from server/data/schema/forms.schema.json by npm run packs.

/** A section. */
export interface SectionForm {
  /** Its content. */
  readonly kind: SectionKind;
  /** As printed, in capitals. The first is the one to insert. */
  readonly headings: readonly string[];
  /** Standard sentence at the start of the section. It also identifies a section without a heading. Empty if there is none. */
  readonly lead: string;
  /** True if every letter of the form has it. */
  readonly required: boolean;
}

/** The sections of a letter, in the order in which they are printed. */
export type SectionKind = 'how-made' | 'case-summary' | 'issues' | 'documents-reviewed' | 'guidelines' | 'rationale' | 'qualifications';

/** A field. */
export interface FieldForm {
  /** Its content. */
  readonly kind: FieldKind;
  /** Without the colon. The first is the one to insert. */
  readonly labels: readonly string[];
}

/** The labeled fields of a decision block. */
export type FieldKind = 'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale';

/** A row. */
export interface HeaderRow {
  /** Its content. */
  readonly key: HeaderKey;
  /** As printed, without the colon. */
  readonly label: string;
}

/** The values in a letter's case header. */
export type HeaderKey = 'caseNumber' | 'dateAssigned' | 'dateOfInjury' | 'decisionDate' | 'urDenialDate' | 'priority' | 'applicationReceived';

/** Text of the reviewer's field if no guideline, or no guideline in the MTUS, was used. */
export interface StandingSentences {
  /** Before a citation of the MTUS. */
  readonly mtus: string;
  /** Before any other citation. */
  readonly nonMtus: string;
  /** Says that the decision is based on a source outside the MTUS. */
  readonly outsideMtus: {
    /** For the claims administrator. */
    readonly claimsAdministrator: string;
    /** For the reviewer. */
    readonly reviewer: string;
  };
  /** Says that nothing was cited. */
  readonly citesNothing: {
    /** For the claims administrator. */
    readonly claimsAdministrator: string;
    /** For the reviewer. */
    readonly reviewer: string;
  };
}

/** Initial text of a new letter. `[text]` is a placeholder, `[a|b]` a choice. */
export interface NewLetterForm {
  /** True if it has a case header. */
  readonly hasHeader: boolean;
  /** Paragraphs about how the determination was made; `{credentials}` is the form's credentials template. */
  readonly howMade: readonly string[];
  /** The clinical summary; `{items}` are the disputed items. */
  readonly summary: string;
}

/** Standard wording, as phrases (see docs/packs.md). Phrases match whole words in any case. */
export interface FormWording {
  readonly request: RequestWording;
  readonly otherOutcomes: OtherOutcomes;
  readonly statements: StatementWording;
  /** Beginnings of sentences in a guideline field; case-sensitive. */
  readonly openers: readonly string[];
  /** Words used if nothing is stated. Phrases. */
  readonly unstated: readonly string[];
  /** Words that end a rationale, even if its period is missing. */
  readonly closing: readonly string[];
  readonly titles: TitleWording;
  readonly citations: CitationWording;
}

/** How a heading names the parts of a request that utilization review modified. Phrases, matched in any case. */
export interface RequestWording {
  /** After the original request. */
  readonly original: string;
  /** After the authorized part. */
  readonly authorized: string;
  /** Before the authorized part, if the words come first. */
  readonly authorizes: string;
  /** After the authorized part, if the whole request is in dispute. */
  readonly leaves: string;
  /** Before the remaining part. */
  readonly remaining: string;
  /** Anywhere in the heading, says that only a part is in dispute. */
  readonly rest: string;
  /** Before the original request when it is repeated because all of it is in dispute. */
  readonly again: string;
  /** Show that a heading names parts of a request, so the heading continues until `original`. */
  readonly parts: readonly string[];
  /** Heading to insert. `{item}` is the original request, `[text]` a placeholder. */
  readonly heading: string;
}

/** Words used in place of an outcome, by meaning. Those of `none` have no definite meaning. Phrases. */
export interface OtherOutcomes {
  /** The denial is upheld. */
  readonly Upheld: readonly string[];
  /** The treatment is to be authorized. */
  readonly Overturned: readonly string[];
  /** Partly upheld and partly overturned. */
  readonly partial: readonly string[];
  /** No definite meaning. */
  readonly none: readonly string[];
}

/** Standard sentences of a guideline field, in all variants. Phrases. */
export interface StatementWording {
  /** Correct variants, without their final punctuation; case-sensitive. */
  readonly intact: readonly string[];
  /** Words that say that nothing was cited. They never occur in a citation. */
  readonly citesNothing: readonly string[];
  /** Words that say that the decision is based on a source outside the MTUS. */
  readonly outsideMtus: readonly string[];
}

/** How a citation is split into titles and topics. Phrases, except for the lists of plain words. */
export interface CitationWording {
  /** Words before a title that are not part of it. */
  readonly leadIns: readonly string[];
  /** Words between a title and the publisher's date, with or without brackets. */
  readonly publisherDates: readonly string[];
  /** Names of the MTUS before the title of one of its guidelines, unless `scheduleItself` follows. */
  readonly schedule: readonly string[];
  /** Words that must not follow `schedule`. */
  readonly scheduleItself: readonly string[];
  /** Guidelines in the MTUS that are cited with or without their year, and those cited only with it. */
  readonly mtus: readonly string[];
  /** Guidelines that are cited only with their year. */
  readonly mtusDated: readonly string[];
  /** Endings of titles about body parts, and of titles about anything else. */
  readonly complaints: readonly string[];
  /** Endings of titles about anything else. */
  readonly conditions: readonly string[];
  /** Other sources. An edition number may follow. */
  readonly others: readonly string[];
  /** Names of the MTUS itself. */
  readonly plain: readonly string[];
  /** Endings of all other guideline titles. */
  readonly generic: readonly string[];
  /** Sources that begin a citation at any position. The first one may be joined to a topic without a space. */
  readonly sources: readonly string[];
  /** Plain words: topic names with a comma, written as `|`. */
  readonly uncut: readonly string[];
  /** Plain words: outside the MTUS, a slash after one of these separates two topics. */
  readonly topicEnds: readonly string[];
  /** Plain words: the same, if a capital letter follows. */
  readonly bodyParts: readonly string[];
  /** Plain words: a slash before one of these separates two topics. */
  readonly preface: readonly string[];
  /** Plain words: in brackets after the name of a chapter, before its topic. */
  readonly chapterNotes: readonly string[];
}

/** Words in guideline titles that show where two citations run together. Plain words; case-sensitive. */
export interface TitleWording {
  /** Beginnings of titles. */
  readonly begin: readonly string[];
  /** Beginnings of titles with a year. */
  readonly beginDated: readonly string[];
  /** Endings of titles, before the year. */
  readonly end: readonly string[];
  /** Whole titles, without the year. */
  readonly whole: readonly string[];
  /** Words after which a title continues or correctly begins. */
  readonly inside: readonly string[];
}

/** Letter form: layout, labels, standard sentences, and conventions of a period. Fields that are left out are inherited from the form it extends. */
export interface FormEntry {
  /** Version of the format: 1. */
  readonly version: 1;
  /** Name of the form. `unknown` is used for a text that matches no form. */
  readonly id: string;
  /** Id of the form from which missing fields are inherited. */
  readonly extends?: string;
  /** Display name. */
  readonly title?: string;
  /** Day on which the form was last compared with letters of its period. */
  readonly checkedOn?: string;
  /** `observed`: whole letters were read. `headings`: only headings are known, so rules report only hints. */
  readonly basis?: 'observed' | 'headings';
  /** True if decisions are blocks with labeled fields. */
  readonly hasBlocks?: boolean;
  /** Sections, in order. */
  readonly sections?: readonly SectionForm[];
  /** Labeled fields of a decision block, in order. */
  readonly fields?: readonly FieldForm[];
  /** Rows of the case header. */
  readonly headerRows?: readonly HeaderRow[];
  /** Phrases that identify this form. They are matched case-sensitively after line breaks and page lines are removed. */
  readonly marks?: readonly {
    /** As printed. */
    readonly text: string;
    /** Weight of the phrase. The form with the highest total weight is chosen. */
    readonly weight: number;
  }[];
  /** How a citation of the MTUS gives its place: by pages (2014) or by sections (since 2015). */
  readonly locator?: 'page' | 'section';
  readonly standing?: StandingSentences;
  /** Words before the reviewer's credentials. One that ends in a colon is a separate row. */
  readonly credentials?: readonly {
    /** As printed. One that ends in a colon is a separate row. */
    readonly label: string;
    /** The credential that follows: `specialty` or `state`. */
    readonly states: string;
  }[];
  /** Sentence about credentials to insert. `{specialty}` and `{state}` are placeholders. */
  readonly credentialsTemplate?: string;
  readonly newLetter?: NewLetterForm;
  readonly wording?: FormWording;
}
