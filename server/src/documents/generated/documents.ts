// Generated from docs/json by npm run packs.

/** A letter, or a file of the tool's own (configuration, pack, suppressions) with findings. */
export interface CheckedFile {
  /** As it was given or found, with forward slashes. */
  readonly path: string;
  /** The letter form: `2013`, `2014`, `2015`, … or `unknown`; null for a file of the tool's own. */
  readonly form: string | null;
  /** How many decision blocks it holds. */
  readonly blocks: number;
  /** In the order of their places. */
  readonly problems: readonly CheckedProblem[];
  /** One for each decision block, in order. */
  readonly elements: readonly CheckedElements[];
}

/** A finding. Start and end are the same place where something is missing. */
export interface CheckedProblem {
  /** Code of the rule, which never changes: `IMR301`. */
  readonly code: string;
  /** Name of the rule: `missing-conclusion`. */
  readonly rule: string;
  /** As configured. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** What is wrong, in plain text. It does not repeat the item. */
  readonly message: string;
  /** Why it matters, with its source, and how to repair it; absent where the rule says no more than the message. */
  readonly help?: string;
  /** The item of the decision block that the problem is in, as printed; null outside of a block. */
  readonly item: string | null;
  /** Other places that the message is about. */
  readonly related: readonly RelatedText[];
  /** Ways to repair it, the best first. */
  readonly fixes: readonly CheckedFix[];
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
  /** Of a document: the words concerned, at most 200 UTF-16 units; empty where something is missing. */
  readonly quote?: string;
  /** Of a Word document, web page, or mail: the number of the paragraph. */
  readonly paragraph?: number;
  /** Of a PDF: the number of the page. */
  readonly page?: number;
}

/** A place with what it has to do with the finding. */
export interface RelatedText {
  /** What it has to do with the finding. */
  readonly message: string;
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** A repair that a person or `imr fix` may choose. */
export interface CheckedFix {
  /** What it does, as an imperative. */
  readonly title: string;
  /** `safe`: `imr fix` applies it. `review` needs a person's eye. */
  readonly kind: 'safe' | 'review';
  /** What to replace, in ascending order; the ranges do not overlap. */
  readonly edits: readonly CheckedEdit[];
}

/** Replaces the text from start to end. */
export interface CheckedEdit {
  /** What replaces the text; empty where it is removed. */
  readonly newText: string;
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** What the rationale of a block must address by the class of its item. Words are looked for; what they say is not judged. */
export interface CheckedElements {
  /** The block's item, as printed. */
  readonly item: string;
  /** Id of the rationale class; null where the item's class is not known. */
  readonly class: string | null;
  /** Ids of the elements that are stated for this patient. */
  readonly present: readonly string[];
  /** Ids of the required and expected elements that are not: criterion only, open or missing. */
  readonly missing: readonly string[];
  /** Every element that applies, optional ones too. */
  readonly states: readonly CheckedState[];
}

/** A place in the decoded text; all three count from 0 in UTF-16 code units, line and character as in LSP. */
export interface Place {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly character: number;
  /** From the start of the text, in UTF-16 units. */
  readonly offset: number;
}

/** The state of an element, and the sentence that shows it. */
export interface CheckedState {
  /** Id of the element in the library. */
  readonly id: string;
  /** stated, criterion-only, open or missing; further values may come. */
  readonly state: string;
  /** Of the sentence that shows the state; absent where nothing speaks of the element. */
  readonly start?: Place;
  /** Behind its last character. */
  readonly end?: Place;
}

/** Counts over all files of what is reported here; `files` counts the letters. */
export interface Summary {
  /** Letters that were checked. */
  readonly files: number;
  /** Findings of this severity. */
  readonly errors: number;
  /** Findings of this severity. */
  readonly warnings: number;
  /** Findings of this severity. */
  readonly information: number;
  /** Findings of this severity. */
  readonly hints: number;
}

/** A letter's model. `text` is reading text: line wraps and page breaks are joined, white space is single. */
export interface ParsedFile {
  /** Grows when a reader must change. */
  readonly schemaVersion: 1;
  /** As it was given or found, with forward slashes. */
  readonly path: string;
  /** Id of the letter's form: `2013`, `2014`, `2015`, …; `unknown` where no form is recognized. */
  readonly form: string;
  /** Values of the case header, dates as `YYYY-MM-DD`; null where one is missing. */
  readonly header: {
    /** As written: `CM17-0007300`. */
    readonly caseNumber: string | null;
    /** ISO 8601 where the letter gives a date, else as written; null where it gives nothing. */
    readonly dateAssigned: string | null;
    /** ISO 8601 where the letter gives a date, else as written; null where it gives nothing. */
    readonly dateOfInjury: string | null;
    /** ISO 8601 where the letter gives a date, else as written; null where it gives nothing. */
    readonly decisionDate: string | null;
    /** ISO 8601 where the letter gives a date, else as written; null where it gives nothing. */
    readonly urDenialDate: string | null;
    /** As written: `Standard`. */
    readonly priority: string | null;
    /** ISO 8601 where the letter gives a date, else as written; null where it gives nothing. */
    readonly applicationReceived: string | null;
  };
  /** The sections that the letter has, in its order. */
  readonly sections: readonly ParsedSection[];
  /** One for each disputed item, in the letter's order. */
  readonly blocks: readonly ParsedBlock[];
}

/** A section: its heading's kind and the text below the heading. */
export interface ParsedSection {
  /** The first three in forms of 2014 and later; the others in older ones. */
  readonly kind: 'how-made' | 'case-summary' | 'issues' | 'documents-reviewed' | 'guidelines' | 'rationale' | 'qualifications';
  /** Reading text, without the heading. */
  readonly text: string;
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** The decision on one item, from its heading to the end of its rationale. */
export interface ParsedBlock {
  /** The disputed item: the heading before the outcome, without its colon. */
  readonly item: string;
  /** Portions of the request that utilization review modified; null where the heading names none. */
  readonly request: {
    readonly original: string | null;
    readonly authorized: string | null;
    readonly remaining: string | null;
  };
  /** Null where the heading states none. */
  readonly outcome: 'Upheld' | 'Overturned' | null;
  /** A field that the letter lacks is an empty text where it belongs. */
  readonly fields: {
    readonly claimsAdministratorGuideline: ParsedText;
    readonly reviewerGuideline: ParsedText;
    readonly rationale: ParsedText;
  };
  /** What both guideline fields cite, in the letter's order. */
  readonly citations: readonly ParsedCitation[];
  /** The last sentence that says whether the item is necessary; null where there is none. */
  readonly conclusion: ParsedConclusion | null;
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** Reading text: line wraps and page breaks joined, white space single. */
export interface ParsedText {
  /** The words; a range covers them as they are printed. */
  readonly text: string;
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** One guideline or study cited in a field. */
export interface ParsedCitation {
  /** Who cites it. */
  readonly by: 'claims-administrator' | 'reviewer';
  /** By the standing sentence it is under; `none` where it is under neither. */
  readonly kind: 'mtus' | 'non-mtus' | 'none';
  /** Id in the library; null where the library does not know it. */
  readonly guideline: string | null;
  /** As printed, without year, topics, and places. */
  readonly title: string;
  /** Year of the edition; null where the letter states none. */
  readonly year: number | null;
  /** As printed; empty where none is named. */
  readonly topics: readonly string[];
  /** Single pages and ranges as printed: `78-80`. */
  readonly pages: readonly string[];
  /** As printed; empty where none is named. */
  readonly sections: readonly string[];
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** A concluding sentence. */
export interface ParsedConclusion {
  /** Whether it says that the item is medically necessary. */
  readonly necessary: boolean;
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

/** Decisions by outcome. */
export interface Outcomes {
  readonly upheld: number;
  readonly overturned: number;
  /** No outcome, or another word. */
  readonly none: number;
}

/** Letters by the outcomes of their decisions. */
export interface LetterOutcomes {
  readonly upheld: number;
  readonly overturned: number;
  readonly mixed: number;
  /** No decision, or one without an outcome. */
  readonly undecided: number;
}

/** A letter form. */
export interface FormCount {
  readonly form: string;
  readonly letters: number;
}

/** A rationale class; null: not known. */
export interface ClassCount {
  readonly class: string | null;
  readonly title: string | null;
  readonly upheld: number;
  readonly overturned: number;
  /** No outcome, or another word. */
  readonly none: number;
}

/** A guideline of the library; null: not in it. */
export interface CitedGuideline {
  readonly guideline: string | null;
  readonly title: string | null;
  /** Citations by reviewers. */
  readonly reviewer: number;
  /** Citations by claims administrators. */
  readonly claimsAdministrator: number;
}

/** A rule's findings. */
export interface FindingCount {
  readonly code: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly count: number;
  /** In how many letters. */
  readonly letters: number;
}

/** Counts over the letters that could be read. Lists are sorted by count, the largest first. */
export interface Stats {
  readonly schemaVersion: 1;
  readonly letters: number;
  readonly decisions: number;
  readonly outcomes: Outcomes;
  readonly letterOutcomes: LetterOutcomes;
  readonly forms: readonly FormCount[];
  /** Decisions by the class of their item. */
  readonly classes: readonly ClassCount[];
  /** Citations by guideline. */
  readonly guidelines: readonly CitedGuideline[];
  /** Findings by rule and severity, as `--min-severity` lets them through. */
  readonly findings: readonly FindingCount[];
}
