// Generated from server/data/schema by npm run packs.

/** an id: lowercase letters, digits, dots, hyphens, and slashes */
export type Id = string;

/** How sure a fact is. `seen`: printed in a real letter or a named source. `secondary`: read in a named secondary source, such as the press or a law firm. `inferred`: follows from what was read. `general`: general reference knowledge, check the label. `memory`: recalled, not confirmed. `doubtful`: recalled with doubt. `guess`: an estimate or a figure from a draft, never shown as a fact. */
export type Confidence = 'seen' | 'secondary' | 'inferred' | 'general' | 'memory' | 'doubtful' | 'guess';

/** How certain the entry is: one level, or one for each field (`rest` for the others). */
export type EntryConfidence = Confidence | Readonly<Record<string, Confidence>>;

/** a date: 2016-07-28, 2016-07 or 2016 */
export type IsoDate = string;

/** A date, or null if unknown. */
export type DateOrNull = IsoDate | null;

/** First and last page, inclusive; `null` if the last page is unknown. */
export type PageRange = readonly [number, number | null];

/** A reference to a guideline, chapter, or topic by id, with the place inside it if known. */
export type Reference = Id | {
  readonly to: Id;
  readonly pages?: PageRange;
  /** Table, as the guideline numbers it. */
  readonly table?: string;
  /** A remark for the reader. */
  readonly note?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
};

/** Status in the MTUS drug formulary. */
export interface Formulary {
  /** Subject to the rule for compounded drugs, regardless of the status of an ingredient. */
  readonly status?: 'compounded';
  /** Statuses in chronological order. A status that no version gives is unknown. */
  readonly versions?: readonly ListedStatus[];
  /** Special or perioperative fill. */
  readonly specialFill?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A status on the MTUS Drug List: `from` and `to` are its first and last day, `asOf` the only day on which it was seen. */
export interface ListedStatus {
  /** Status on the drug list. */
  readonly status: ListStatus;
  /** Version of the MTUS Drug List on which it first appeared. */
  readonly version?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly asOf?: IsoDate;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** Status on the drug list. */
export type ListStatus = 'exempt' | 'non-exempt' | 'unlisted';

/** Words that may appear twice in a row, in any case. A fix never removes one without asking. */
export interface DoubleEntry {
  /** The words, in any case. For two words, the pair is meant. */
  readonly words: readonly string[];
  /** How IMR502 reports the doubled word: never, as a hint, or like any other word. */
  readonly report: 'never' | 'hint' | 'always';
  /** When both words are correct. */
  readonly why: string;
}

/** A body part. */
export interface BodyPartEntry {
  readonly id: Id;
  /** Name. */
  readonly name: string;
  /** The region that contains this part. */
  readonly parent?: Id;
  /** Other names, matched anywhere in any case. A single word of 2-5 capitals matches only in capitals. */
  readonly names?: readonly string[];
  /** Names that match only with the same capitalization. */
  readonly exactNames?: readonly string[];
  /** Names that are also everyday words. A match is marked as unsure. */
  readonly weakNames?: readonly string[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A class of drugs. */
export interface DrugClassEntry {
  readonly id: Id;
  /** Name. */
  readonly name: string;
  /** Other names, matched anywhere in any case. A single word of 2-5 capitals matches only in capitals. */
  readonly names?: readonly string[];
  /** Names that match only with the same capitalization. */
  readonly exactNames?: readonly string[];
  /** Names that are also everyday words. A match is marked as unsure. */
  readonly weakNames?: readonly string[];
  readonly parent?: Id;
  readonly rationaleClass?: Id;
  /** True if drugs of the class cause dependence. A denial must then address weaning (IMR307). */
  readonly dependence?: boolean;
  /** Guidance for every drug of the class, in addition to that of the drug. */
  readonly guidance?: readonly Reference[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
  /** Status of the class as a whole. */
  readonly formulary?: Formulary;
}

/** An abbreviation. */
export interface AbbreviationEntry {
  readonly id: Id;
  /** As written. */
  readonly abbreviation: string;
  /** What it stands for. */
  readonly meaning: string;
  /** Its meaning in these letters, in one or two sentences. */
  readonly explanation?: string;
  /** Other names, matched anywhere in any case. A single word of 2-5 capitals matches only in capitals. */
  readonly names?: readonly string[];
  /** Names that match only with the same capitalization. */
  readonly exactNames?: readonly string[];
  /** Names that are also everyday words. A match is marked as unsure. */
  readonly weakNames?: readonly string[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A name that several entries share. */
export interface SharedName {
  /** The names. */
  readonly names: readonly string[];
  /** The entries. */
  readonly ids: readonly Id[];
  /** Reason why they share it. */
  readonly why: string;
}

/** A citation in which this title and these pages were seen together. */
export interface SeenCitation {
  /** Title as cited. */
  readonly title: string;
  /** Pages as cited. */
  readonly pages: string;
  /** Letter or address. */
  readonly source: string;
  /** `full`: page and title agree with the entry. `partial`: the page matches, but the title is missing or only a subheading. */
  readonly agrees: 'full' | 'partial';
  /** A remark for the reader. */
  readonly note?: string;
}

/** Content of a page, for citations that give only pages. */
export interface PageNote {
  readonly pages: PageRange;
  /** Content of the page. */
  readonly about: string;
  /** Table on the page. */
  readonly table?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A topic, section, or numbered heading of a guideline, as cited by page or by `Section(s)`. */
export interface TopicEntry {
  readonly id: Id;
  /** Title as printed in the guideline. */
  readonly title: string;
  /** Section number as printed, `3.3.9`. */
  readonly number?: string;
  /** Other titles and search words for the topic. */
  readonly aliases?: readonly string[];
  /** Part of the guideline. */
  readonly part?: number;
  readonly pages?: PageRange;
  /** Page ranges for this topic as printed in letters. */
  readonly pagesSeen?: readonly PageRange[];
  /** The guideline's recommendation. */
  readonly status?: TopicStatus;
  /** Summary of the guideline in our own words. */
  readonly summary?: string;
  /** Edition that the summary was checked against, if it is a different one. */
  readonly summaryFrom?: Id;
  readonly drugClass?: Id;
  /** Ids of related topics. */
  readonly seeAlso?: readonly Id[];
  /** The same topic in the next edition. */
  readonly successor?: Id;
  /** Content of a page. */
  readonly pageNotes?: readonly PageNote[];
  /** Citations in which title and page were seen together. */
  readonly seenCitations?: readonly SeenCitation[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A guideline or other source cited in letters. */
export interface GuidelineEntry {
  readonly id: Id;
  /** Full title. */
  readonly title: string;
  /** Title as printed in letters before the year: `Low Back Complaints` with `year: 2004`. */
  readonly citedTitle?: string;
  /** Year printed after the title. */
  readonly year?: number;
  /** Other names, matched anywhere in any case. A single word of 2-5 capitals matches only in capitals. */
  readonly names?: readonly string[];
  /** Names that match only with the same capitalization. */
  readonly exactNames?: readonly string[];
  /** Names that are also everyday words. A match is marked as unsure. */
  readonly weakNames?: readonly string[];
  /** Names that match only inside a guideline citation. */
  readonly citationNames?: readonly string[];
  /** Part of the MTUS, or outside it. */
  readonly kind: GuidelineKind;
  /** Kind of source, if it is not a guideline. */
  readonly role?: CitationRole;
  /** Editions of one guideline share a family. */
  readonly family?: string;
  /** The guideline that contains this one. */
  readonly parent?: Id;
  /** Publisher. */
  readonly publisher: string;
  /** Regulation that adopts it, `8 CCR 9792.24.2`. */
  readonly section?: string | null;
  /** First and last day in force; `null` or absent if still in force or unknown. */
  readonly effectiveFrom?: DateOrNull;
  readonly effectiveTo?: DateOrNull;
  /** Adopted versions, if several share the id. */
  readonly versions?: readonly AdoptedVersion[];
  /** Description of how letters cite it. */
  readonly citationStyle?: string;
  /** Public address. */
  readonly address?: string | null;
  /** Source from which it was adapted. */
  readonly adaptedFrom?: string;
  /** Number of the ACOEM chapter. */
  readonly chapter?: number;
  readonly pages?: PageRange;
  /** Body parts that it covers. */
  readonly bodyParts?: readonly Id[];
  /** Content of a page. */
  readonly pageNotes?: readonly PageNote[];
  /** Citations seen. */
  readonly seenCitations?: readonly SeenCitation[];
  /** Visits allowed after operations. */
  readonly visitRules?: readonly VisitRule[];
  /** Topics or sections. */
  readonly topics?: readonly TopicEntry[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A chapter of a guideline that letters cite as `guideline, chapter, topic` (ODG). */
export interface ChapterEntry {
  readonly id: Id;
  readonly guideline: Id;
  /** Title of the chapter. */
  readonly title: string;
  /** Other titles, which match only inside a citation of the guideline. */
  readonly names?: readonly string[];
  /** Body parts that it covers. */
  readonly bodyParts?: readonly Id[];
  /** Topics or sections. */
  readonly topics?: readonly TopicEntry[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** `mtus` and `mtus-supplement` are part of the Medical Treatment Utilization Schedule; `non-mtus` is anything else. */
export type GuidelineKind = 'mtus' | 'mtus-supplement' | 'non-mtus';

/** `search-step`: a step of the medical evidence search sequence. `no-citation`: words copied along with a citation that cite nothing. */
export type CitationRole = 'authority' | 'drug-list' | 'search-step' | 'no-citation';

/** One adopted version of a guideline whose versions share an id. */
export interface AdoptedVersion {
  /** Date of the text given by the publisher; `null` if unknown. */
  readonly published: DateOrNull;
  /** Version number, if letters cite it (`MTUS Drug List v.8`). */
  readonly number?: string;
  /** Other dates or years used in citations of the text. */
  readonly alsoCitedAs?: readonly IsoDate[];
  readonly effectiveFrom?: DateOrNull;
  readonly effectiveTo?: DateOrNull;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** Visits allowed after an operation (Postsurgical Treatment Guidelines). */
export interface VisitRule {
  /** The operation. */
  readonly operation: string;
  /** Number of visits. */
  readonly visits: string;
  /** Weeks in which the visits take place. */
  readonly weeks?: string;
  /** Months after the operation during which the rule applies. */
  readonly periodMonths?: number;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** The guideline's recommendation. */
export type TopicStatus = 'recommended' | 'conditional' | 'not-recommended' | 'information' | 'definition' | 'see-reference';

/** Topics of a guideline whose entry is in another file. */
export interface TopicGroup {
  readonly guideline: Id;
  /** Topics or sections. */
  readonly topics: readonly TopicEntry[];
}

/** An event. */
export interface TimelineEvent {
  readonly date: IsoDate;
  /** What happened. */
  readonly event: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A citation format. */
export interface CitationForm {
  /** Period of the letters that use it. */
  readonly letters?: string;
  /** The format. */
  readonly pattern: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** Morphine milligram equivalents for one unit of the drug; `null` if the table has no factor. */
export interface MmeFactor {
  /** Factor in the CDC table of 2022; null if it has none. */
  readonly cdc2022?: number | null;
  /** One factor, or one for each step of the daily dose (`upTo` in mg per day; the last step has no `upTo`). */
  readonly cdc2016?: number | null | readonly {
    /** Upper limit of the step in mg per day; absent in the last step. */
    readonly upTo?: number;
    /** Factor in this step. */
    readonly factor: number;
  }[];
  /** Factor from another table, which the source names. */
  readonly other?: number;
  /** Unit that the factor multiplies. */
  readonly unit?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A drug. */
export interface DrugEntry {
  readonly id: Id;
  /** Generic name. */
  readonly generic: string;
  /** Brand names. A name that needs its capitalization or is also an everyday word is listed in `exactNames` or `weakNames` as well. */
  readonly brands?: readonly string[];
  /** Other names, matched anywhere in any case. A single word of 2-5 capitals matches only in capitals. */
  readonly names?: readonly string[];
  /** Names that match only with the same capitalization. */
  readonly exactNames?: readonly string[];
  /** Names that are also everyday words. A match is marked as unsure. */
  readonly weakNames?: readonly string[];
  /** Id of a drug class. */
  readonly class: Id;
  /** Subclass, in words: `short-acting combination`. */
  readonly classDetail?: string;
  /** DEA schedule today. */
  readonly schedule?: Schedule;
  /** DEA schedules over time. */
  readonly scheduleHistory?: readonly SchedulePeriod[];
  /** As labeled: `10/325 mg`, `50 mcg/hr`, `ER 8 mg`, `5%`. */
  readonly strengths?: readonly string[];
  /** Strengths by brand, for a brand that is not available in all `strengths`. */
  readonly brandStrengths?: Readonly<Record<string, readonly string[]>>;
  /** True if stopping the drug abruptly is dangerous. */
  readonly weaningCaution?: boolean;
  /** True if the drug causes dependence although its class does not. A denial must then address weaning (IMR307). */
  readonly dependence?: boolean;
  readonly mme?: MmeFactor;
  /** Rationale class, if it differs from that of the drug class. */
  readonly rationaleClass?: Id;
  /** Topics, chapters, and guidelines that cover it, most specific first. */
  readonly guidance?: readonly Reference[];
  /** Absent if unknown. */
  readonly formulary?: Formulary;
  /** Category and subcategory in the DWC's IMR decision search. */
  readonly dwcCategory?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** DEA schedule today. */
export type Schedule = 'CI' | 'CII' | 'CIII' | 'CIV' | 'CV' | 'none';

/** A schedule and the period when it applied. */
export interface SchedulePeriod {
  readonly schedule: Schedule;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** A treatment or service other than a drug. */
export interface TreatmentEntry {
  readonly id: Id;
  /** Name. */
  readonly name: string;
  /** Other names, matched anywhere in any case. A single word of 2-5 capitals matches only in capitals. */
  readonly names?: readonly string[];
  /** Names that match only with the same capitalization. */
  readonly exactNames?: readonly string[];
  /** Names that are also everyday words. A match is marked as unsure. */
  readonly weakNames?: readonly string[];
  /** Body part, if the treatment implies one (`mri-knee`). */
  readonly bodyParts?: readonly Id[];
  readonly rationaleClass?: Id;
  /** Topics, chapters, and guidelines that cover it, most specific first. */
  readonly guidance?: readonly Reference[];
  /** Category of the DWC's IMR decision search. */
  readonly dwcCategory?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** An element that a rationale must address. A cue shows only that it is addressed, not that the statement is correct. */
export interface ElementEntry {
  readonly id: Id;
  /** How important it is. */
  readonly level: ElementLevel;
  /** Description of what to state. */
  readonly mustSay: string;
  /** Id of the condition under which it applies. If absent, it always applies. */
  readonly appliesWhen?: Id;
  /** The only outcome to which it applies. If absent, it applies to both. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** True if a sentence about the guideline is enough. Otherwise, a sentence about this case must address it. */
  readonly recitalIsEnough?: boolean;
  /** Lexicon phrases that show that the element is addressed. A longer last word also matches, but 2-5 capitals alone match only the whole word. The conclusion has no cues because the lexicon finds it. */
  readonly cues?: readonly string[];
  /** Topics, chapters, and guidelines that cover it, most specific first. */
  readonly guidance?: readonly Reference[];
}

/** Condition under which an element applies: all facets, at least one part of `either` if present, and no part of `unless`. */
export interface ConditionEntry {
  readonly id: Id;
  /** Description that completes the sentence "applies when ...". */
  readonly text: string;
  /** Outcome of the block. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** True if the decision is based on a source outside the MTUS. */
  readonly citation?: 'non-mtus';
  /** True if the drug is dangerous to stop abruptly. */
  readonly weaningCaution?: boolean;
  /** Requested drugs. */
  readonly drugs?: readonly Id[];
  /** Requested drug classes. */
  readonly drugClasses?: readonly Id[];
  /** Body parts of the item. */
  readonly bodyParts?: readonly Id[];
  /** Rationale classes of the item. */
  readonly classes?: readonly Id[];
  /** Words in the item's heading. */
  readonly itemCues?: readonly string[];
  /** Words in the heading, in a sentence of the rationale about this case, or in a sentence of the summary that names the item. */
  readonly useCues?: readonly string[];
  /** Words in the summary, the heading, or a sentence of the rationale about this case. */
  readonly recordCues?: readonly string[];
  /** At least one of these must be true. */
  readonly either?: readonly ConditionFacets[];
  /** None of these may be true. */
  readonly unless?: readonly ConditionFacets[];
}

/** A class of requests. */
export interface RationaleClassEntry {
  readonly id: Id;
  /** Name. */
  readonly name: string;
  /** Categories of the DWC's decision search. */
  readonly dwcCategories?: readonly string[];
  /** Elements. */
  readonly elements: readonly ElementEntry[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** The doubtful part of the entry, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** How important it is. */
export type ElementLevel = 'required' | 'expected' | 'optional';

/** Every facet must be true. For a facet, one matching entry is enough. */
export interface ConditionFacets {
  /** Outcome of the block. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** True if the decision is based on a source outside the MTUS. */
  readonly citation?: 'non-mtus';
  /** True if the drug is dangerous to stop abruptly. */
  readonly weaningCaution?: boolean;
  /** Requested drugs. */
  readonly drugs?: readonly Id[];
  /** Requested drug classes. */
  readonly drugClasses?: readonly Id[];
  /** Body parts of the item. */
  readonly bodyParts?: readonly Id[];
  /** Rationale classes of the item. */
  readonly classes?: readonly Id[];
  /** Words in the item's heading. */
  readonly itemCues?: readonly string[];
  /** Words in the heading, in a sentence of the rationale about this case, or in a sentence of the summary that names the item. */
  readonly useCues?: readonly string[];
  /** Words in the clinical summary, the heading, or a sentence of the rationale about this case. */
  readonly recordCues?: readonly string[];
}

/** A text to insert: `text` for both outcomes, `upheld` or `overturned` for one, or an open choice. `[text]` is a placeholder, `[a | b]` a choice of words; `{item}` is the heading's item as printed, `{name}` its short name, `{Name}` the same at the start of a sentence, `{guideline}` the guideline that the reviewer's field cites, `{verdict}` is `is` or `is not`. */
export interface TemplateEntry {
  readonly id: Id;
  /** Title in menus. */
  readonly title: string;
  /** The element that it states. Without one, the template is the opening of a class or a standard sentence. */
  readonly element?: Id;
  /** Rationale class to which it belongs. If absent, it fits any class. */
  readonly class?: Id;
  /** Text for both outcomes. */
  readonly text?: string;
  /** Subject of the open choice: `treatment agreement`. */
  readonly choice?: string;
  /** Complete sentences, by the word that names each in brackets, in the likely order for an Overturned block. An Upheld block offers them in reverse. */
  readonly options?: Readonly<Record<string, string>>;
  /** Text for an Upheld block. */
  readonly upheld?: string;
  /** Text for an Overturned block. */
  readonly overturned?: string;
}

/** A wording to search for. The pattern is plain text that matches whole words in any case; `{a|b}` one of these, `{?a|b}` one of these or nothing, `{!a|b}` not before one of these, `{word}` one word. The replacement can refer to the groups: `{1}`, `{2}`. */
export interface PhraseEntry {
  readonly id: Id;
  /** Its purpose. */
  readonly use: PhraseUse;
  /** Plain text; {a|b} one of, {?a|b} one of or nothing, {!a|b} not before, {word} one word. */
  readonly pattern: string;
  /** Replacement; {1} names the first group. */
  readonly replacement?: string;
  /** `misspelling`: only one word can be meant, so it is replaced without asking. `review`: the writer confirms the change. */
  readonly fix?: 'misspelling' | 'review';
  /** Description of the mistake, used at the end of the message. */
  readonly why: string;
  /** An example. */
  readonly example: {
    /** Text that it reports. */
    readonly bad: string;
    /** The corrected text. */
    readonly good?: string;
  };
}

/** Its purpose. */
export type PhraseUse = 'slip' | 'absolute-negative' | 'unsuitable-source';

/** A mistake that can be recognized by consecutive words and their parts of speech. `construction-pattern.ts` defines the pattern language. */
export interface ConstructionEntry {
  readonly id: Id;
  /** Name of the rule that reports it. */
  readonly rule: ConstructionRule;
  /** Consecutive words and <PARTS OF SPEECH>: {a|b} one of, {?a} or nothing, {*a} up to four, {-a} none of, {!a} not before, {<!a} not after, @list, [what is wrong]. */
  readonly pattern: string;
  /** Replacement for the words in brackets. `{1}` is the text matched by the first group. If empty, the words are removed. */
  readonly write?: string;
  /** Description of the mistake as a sentence, if the replacement does not make it obvious. `{1}` works as in `write`. */
  readonly message?: string;
  /** Reported as a hint, because it is sometimes correct English. */
  readonly certainty?: 'hint';
  /** Sentences that it reports and similar sentences that it does not. */
  readonly examples: {
    /** Sentences that it reports. */
    readonly match: readonly string[];
    /** Sentences that it does not report. */
    readonly none: readonly string[];
  };
}

/** The rules about language that constructions belong to, by name. */
export type ConstructionRule = 'article' | 'missing-word' | 'extra-word' | 'wrong-word';

/** A meaning that letters express in many ways. */
export interface ConceptEntry {
  /** an id of a concept: lowercase words, separated by dots or hyphens */
  readonly id: string;
  /** Its purpose and where it is used. */
  readonly note?: string;
  /** Phrases: {a|b} one of, {?a|b} one of or nothing, {!a|b} not before, {<!a|b} not after, {@concept}, {word}, {number}, {..3} at most three words, {^} {$} {.} ends of sentences, deny~ in all forms, taper* any word with this beginning. */
  readonly phrases: readonly ConceptPhrase[];
  /** Texts that contain it and texts that do not. They are its tests. */
  readonly examples?: {
    /** Texts that contain the concept. */
    readonly match?: readonly string[];
    /** Texts that do not contain it. */
    readonly none?: readonly string[];
  };
}

/** A phrase in the language of `lexicon/phrase.ts`. With `exact`, the phrase is case-sensitive. */
export type ConceptPhrase = string | {
  /** The phrase, with the required capitalization. */
  readonly exact: string;
};

/** One pack file. Lists that a kind does not use are absent. */
export interface Pack {
  /** Address of this schema. */
  readonly $schema?: string;
  /** Version of the pack format: 1. */
  readonly version: 1;
  readonly kind: 'vocabulary' | 'guidelines' | 'drugs' | 'treatments' | 'rationale' | 'templates' | 'phrases' | 'language' | 'lexicon';
  /** Date when its facts were last compared with their sources. Optional in a team's pack. */
  readonly checkedOn?: IsoDate;
  /** Levels of single fields, for all entries of the pack. */
  readonly confidence?: Readonly<Record<string, Confidence>>;
  /** Sources that entries name by a short key. */
  readonly sources?: Readonly<Record<string, string>>;
  /** English words that look like a drug name but are not. */
  readonly words?: readonly string[];
  /** Correct words that are not in an English dictionary, one or more per line. Capitalize names. */
  readonly spellings?: readonly string[];
  /** Beginnings of compound words: `para` in `paralabral`. */
  readonly prefixes?: readonly string[];
  /** Words whose period does not end a sentence, written without the period: `dr`, `e.g`. */
  readonly stops?: readonly string[];
  /** Words that may appear twice in a row. */
  readonly doubles?: readonly DoubleEntry[];
  /** Body parts. */
  readonly bodyParts?: readonly BodyPartEntry[];
  /** Drug classes. */
  readonly drugClasses?: readonly DrugClassEntry[];
  /** Abbreviations. */
  readonly abbreviations?: readonly AbbreviationEntry[];
  /** Names that several entries share. */
  readonly sharedNames?: readonly SharedName[];
  /** Guidelines. */
  readonly guidelines?: readonly GuidelineEntry[];
  /** Chapters of guidelines. */
  readonly chapters?: readonly ChapterEntry[];
  /** Topics of guidelines in other files. */
  readonly topicGroups?: readonly TopicGroup[];
  /** Dates when guidelines came into force. */
  readonly timeline?: readonly TimelineEvent[];
  /** Formats of citations in letters. */
  readonly citationForms?: readonly CitationForm[];
  /** Drugs. */
  readonly drugs?: readonly DrugEntry[];
  /** Treatments. */
  readonly treatments?: readonly TreatmentEntry[];
  /** Classes of requests. */
  readonly classes?: readonly RationaleClassEntry[];
  /** Elements of every rationale. */
  readonly commonElements?: readonly ElementEntry[];
  /** Conditions that narrow elements. */
  readonly conditions?: readonly ConditionEntry[];
  /** Templates. */
  readonly templates?: readonly TemplateEntry[];
  /** Phrases. */
  readonly phrases?: readonly PhraseEntry[];
  /** Base form, past tense, and participle of verbs without `-ed`: `[undergo, underwent, undergone]`. */
  readonly irregularVerbs?: readonly (readonly [string, string, string])[];
  /** Lowercase words for `@name` in the patterns of constructions and for rules about language. A team's list extends the shipped list. */
  readonly wordLists?: Readonly<Record<string, readonly string[]>>;
  /** Constructions. */
  readonly constructions?: readonly ConstructionEntry[];
  /** Concepts. */
  readonly concepts?: readonly ConceptEntry[];
  /** Phrases that a team adds to concepts. */
  readonly add?: Readonly<Record<string, readonly ConceptPhrase[]>>;
  /** Phrases to remove from concepts, by concept, written exactly as in the other pack. */
  readonly without?: Readonly<Record<string, readonly ConceptPhrase[]>>;
  /** All other forms of irregular words, for `~`: `undergo: [undergoes, underwent, undergone, undergoing]`. */
  readonly inflections?: Readonly<Record<string, readonly string[]>>;
}
