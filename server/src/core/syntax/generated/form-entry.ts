// Generated from server/data/schema/forms.schema.json by npm run packs.

/** A section. */
export interface SectionForm {
  /** What it holds. */
  readonly kind: SectionKind;
  /** As printed, in capitals. The first is the one to insert. */
  readonly headings: readonly string[];
  /** The standing sentence that opens the section; also tells the section where its heading is lost. Empty: none. */
  readonly lead: string;
  /** Every letter of the form has it. */
  readonly required: boolean;
}

/** The sections of a letter, in the order in which letters print them. */
export type SectionKind = 'how-made' | 'case-summary' | 'issues' | 'documents-reviewed' | 'guidelines' | 'rationale' | 'qualifications';

/** A field. */
export interface FieldForm {
  /** What it holds. */
  readonly kind: FieldKind;
  /** Without the colon. The first is the one to insert. */
  readonly labels: readonly string[];
}

/** The labeled fields of a decision block. */
export type FieldKind = 'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale';

/** A row. */
export interface HeaderRow {
  /** What it holds. */
  readonly key: HeaderKey;
  /** As printed, without the colon. */
  readonly label: string;
}

/** The values in a letter's case header. */
export type HeaderKey = 'caseNumber' | 'dateAssigned' | 'dateOfInjury' | 'decisionDate' | 'urDenialDate' | 'priority' | 'applicationReceived';

/** What the reviewer's field says when no guideline, or none of the MTUS, was used. */
export interface StandingSentences {
  /** Before a citation of the MTUS. */
  readonly mtus: string;
  /** Before any other citation. */
  readonly nonMtus: string;
  /** That the decision rests on something outside the MTUS. */
  readonly outsideMtus: {
    /** Of the claims administrator. */
    readonly claimsAdministrator: string;
    /** Of the reviewer. */
    readonly reviewer: string;
  };
  /** That nothing was cited. */
  readonly citesNothing: {
    /** Of the claims administrator. */
    readonly claimsAdministrator: string;
    /** Of the reviewer. */
    readonly reviewer: string;
  };
}

/** What a new letter of the form begins with. `[text]` is a place to fill in, `[a|b]` a choice. */
export interface NewLetterForm {
  /** It has a case header. */
  readonly hasHeader: boolean;
  /** Paragraphs on how the determination was made; `{credentials}` is the form's credentials template. */
  readonly howMade: readonly string[];
  /** The clinical summary; `{items}` are the disputed items. */
  readonly summary: string;
}

/** Set words, as phrases: see docs/packs.md. Matched at word boundaries, whatever the case. */
export interface FormWording {
  readonly request: RequestWording;
  readonly otherOutcomes: OtherOutcomes;
  readonly statements: StatementWording;
  /** What a sentence of a guideline field begins with; capitals count. */
  readonly openers: readonly string[];
  /** What stands where nothing is stated. Phrases. */
  readonly unstated: readonly string[];
  /** What a rationale ends with, even where its full stop is missing. */
  readonly closing: readonly string[];
  readonly titles: TitleWording;
  readonly citations: CitationWording;
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
  /** Tell that a heading names portions, so that it is not whole before `original`. */
  readonly parts: readonly string[];
  /** The heading to insert: `{item}` is the original request, `[text]` a place to fill in. */
  readonly heading: string;
}

/** Words that stand where an outcome belongs, by what they mean; those of `none` mean nothing certain. Phrases. */
export interface OtherOutcomes {
  /** The denial stands. */
  readonly Upheld: readonly string[];
  /** The treatment is to be authorized. */
  readonly Overturned: readonly string[];
  /** A part of either. */
  readonly partial: readonly string[];
  /** Nothing certain. */
  readonly none: readonly string[];
}

/** The standing sentences of a guideline field, in all the ways that letters put them. Phrases. */
export interface StatementWording {
  /** Those with nothing wrong in them, without the mark at their end; capitals count. */
  readonly intact: readonly string[];
  /** Words of those that say that nothing was cited, which no citation holds. */
  readonly citesNothing: readonly string[];
  /** Words of those that say that the decision rests on something outside the MTUS. */
  readonly outsideMtus: readonly string[];
}

/** How a citation is cut into titles and topics. Phrases, but for the lists of plain words. */
export interface CitationWording {
  /** Before a title, and no part of it. */
  readonly leadIns: readonly string[];
  /** Between a title and the publisher's date, in brackets or not. */
  readonly publisherDates: readonly string[];
  /** The MTUS as such before the title of one of its guidelines, unless `scheduleItself` follows. */
  readonly schedule: readonly string[];
  /** Unless these follow. */
  readonly scheduleItself: readonly string[];
  /** Guidelines of the MTUS that are cited with or without their year, and those that are cited with it. */
  readonly mtus: readonly string[];
  /** Those that are cited with it. */
  readonly mtusDated: readonly string[];
  /** What a guideline about parts of the body ends with, and those about anything else. */
  readonly complaints: readonly string[];
  /** Those about anything else. */
  readonly conditions: readonly string[];
  /** Other sources; the number of an edition may follow. */
  readonly others: readonly string[];
  /** The MTUS as such. */
  readonly plain: readonly string[];
  /** What any other title of a guideline ends with. */
  readonly generic: readonly string[];
  /** Sources that begin a citation wherever they stand; the first also glued to a topic. */
  readonly sources: readonly string[];
  /** Plain words: names of topics that hold a comma, `|` standing where it is. */
  readonly uncut: readonly string[];
  /** Plain words: outside of the MTUS a slash behind one of these parts two topics. */
  readonly topicEnds: readonly string[];
  /** Plain words: the same, before a capital. */
  readonly bodyParts: readonly string[];
  /** Plain words: before one of these a slash does. */
  readonly preface: readonly string[];
  /** Plain words: in brackets behind the name of a chapter, before its topic. */
  readonly chapterNotes: readonly string[];
}

/** Words of the titles of guidelines, by which citations that were glued together are found. Plain words; capitals count. */
export interface TitleWording {
  /** Titles begin so. */
  readonly begin: readonly string[];
  /** Titles that bear a year begin so. */
  readonly beginDated: readonly string[];
  /** Titles end so, before their year. */
  readonly end: readonly string[];
  /** Whole titles, without their year. */
  readonly whole: readonly string[];
  /** Words behind which a title goes on, or begins as it should. */
  readonly inside: readonly string[];
}

/** Letter form: layout, labels, standing sentences and habits of a period. What is left out is as in the form it extends. */
export interface FormEntry {
  /** Version of the format: 1. */
  readonly version: 1;
  /** Name of the form; `unknown` is that of a text without marks of any. */
  readonly id: string;
  /** Id of the form that gives what is left out here. */
  readonly extends?: string;
  /** As people call it. */
  readonly title?: string;
  /** Day on which the form was last compared with letters of its period. */
  readonly checkedOn?: string;
  /** `observed`: whole letters were read. `headings`: only headings are known; rules stay hints there. */
  readonly basis?: 'observed' | 'headings';
  /** Decisions stand in blocks with labelled fields. */
  readonly hasBlocks?: boolean;
  /** Sections in their order. */
  readonly sections?: readonly SectionForm[];
  /** Labelled fields of a decision block, in order. */
  readonly fields?: readonly FieldForm[];
  /** Rows of the case header. */
  readonly headerRows?: readonly HeaderRow[];
  /** Phrases that tell this form; matched in the reading view, case-sensitively. */
  readonly marks?: readonly {
    /** As printed. */
    readonly text: string;
    /** How sure it makes; the form whose marks weigh most is taken. */
    readonly weight: number;
  }[];
  /** What a citation of the MTUS is located by: pages (2014), sections (2015 on). */
  readonly locator?: 'page' | 'section';
  readonly standing?: StandingSentences;
  /** The words that the reviewer's credentials stand behind; one that ends with a colon is a row of its own. */
  readonly credentials?: readonly {
    /** As printed; one that ends with a colon is a row of its own. */
    readonly label: string;
    /** What stands there: `specialty`, `state`. */
    readonly states: string;
  }[];
  /** The sentence on credentials to insert; `{specialty}` and `{state}` are places to fill in. */
  readonly credentialsTemplate?: string;
  readonly newLetter?: NewLetterForm;
  readonly wording?: FormWording;
}
