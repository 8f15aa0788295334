// Generated from server/data/schema by npm run packs.

/** an id: lower-case letters, digits, dots, hyphens and slashes */
export type Id = string;

/** How sure a fact is. `seen`: printed in a real letter or a named source. `secondary`: read in a named source at second hand, as press or a law firm. `inferred`: follows from what was read. `general`: general reference knowledge, check the label. `memory`: recalled, not confirmed. `doubtful`: recalled with doubt. `guess`: an estimate or a draft's figure, never shown as a fact. */
export type Confidence = 'seen' | 'secondary' | 'inferred' | 'general' | 'memory' | 'doubtful' | 'guess';

/** How sure the entry is: one level, or one for each field (`rest` for the others). */
export type EntryConfidence = Confidence | Readonly<Record<string, Confidence>>;

/** a date: 2016-07-28, 2016-07 or 2016 */
export type IsoDate = string;

/** A date, or null where it is not known. */
export type DateOrNull = IsoDate | null;

/** First and last page, both inside; `null` where the end is not known. */
export type PageRange = readonly [number, number | null];

/** A pointer to a guideline, chapter or topic by id, with the place inside it where one is known. */
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
  /** Under the rule for compounded drugs, whatever the list says of an ingredient. */
  readonly status?: 'compounded';
  /** Statuses in order of time; what no version tells is not known. */
  readonly versions?: readonly ListedStatus[];
  /** Special or perioperative fill. */
  readonly specialFill?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A status on the MTUS Drug List: `from` and `to` are its first and last day, `asOf` a day on which it was seen and no more. */
export interface ListedStatus {
  /** Status on the drug list. */
  readonly status: ListStatus;
  /** Version of the MTUS Drug List on which it was seen first. */
  readonly version?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly asOf?: IsoDate;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** Status on the drug list. */
export type ListStatus = 'exempt' | 'non-exempt' | 'unlisted';

/** Words that may stand twice in a row, whatever their case; a fix never takes one out unasked. */
export interface DoubleEntry {
  /** The words, whatever their case; of two words, the pair. */
  readonly words: readonly string[];
  /** Whether IMR502 reports one that is doubled: never, as a hint, or as any other word. */
  readonly report: 'never' | 'hint' | 'always';
  /** When both are meant. */
  readonly why: string;
}

/** A body part. */
export interface BodyPartEntry {
  readonly id: Id;
  /** Name. */
  readonly name: string;
  /** The region this part lies in. */
  readonly parent?: Id;
  /** Other names, matched anywhere, whatever their case; one word of 2-5 capitals: case counts. */
  readonly names?: readonly string[];
  /** Names whose capital letters count. */
  readonly exactNames?: readonly string[];
  /** Names that are everyday words too: a match is marked unsure. */
  readonly weakNames?: readonly string[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A class of drugs. */
export interface DrugClassEntry {
  readonly id: Id;
  /** Name. */
  readonly name: string;
  /** Other names, matched anywhere, whatever their case; one word of 2-5 capitals: case counts. */
  readonly names?: readonly string[];
  /** Names whose capital letters count. */
  readonly exactNames?: readonly string[];
  /** Names that are everyday words too: a match is marked unsure. */
  readonly weakNames?: readonly string[];
  readonly parent?: Id;
  readonly rationaleClass?: Id;
  /** Drugs of it make dependent: a denial of one that is to be weaned says how (IMR307). */
  readonly dependence?: boolean;
  /** Guidance for every drug of the class, beside that of the drug itself. */
  readonly guidance?: readonly Reference[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
  /** Of the class as a whole. */
  readonly formulary?: Formulary;
}

/** An abbreviation. */
export interface AbbreviationEntry {
  readonly id: Id;
  /** As written. */
  readonly abbreviation: string;
  /** What it stands for. */
  readonly meaning: string;
  /** What it means to a reader of these letters, one or two sentences. */
  readonly explanation?: string;
  /** Other names, matched anywhere, whatever their case; one word of 2-5 capitals: case counts. */
  readonly names?: readonly string[];
  /** Names whose capital letters count. */
  readonly exactNames?: readonly string[];
  /** Names that are everyday words too: a match is marked unsure. */
  readonly weakNames?: readonly string[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** Names that several entries share on purpose. */
export interface SharedName {
  /** The names. */
  readonly names: readonly string[];
  /** The entries. */
  readonly ids: readonly Id[];
  /** Why they share it. */
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
  /** `full`: page and title agree with the entry. `partial`: the page fits, the title is missing or only a sub-heading. */
  readonly agrees: 'full' | 'partial';
  /** A remark for the reader. */
  readonly note?: string;
}

/** What stands on a page, where only pages are cited. */
export interface PageNote {
  readonly pages: PageRange;
  /** What the page says. */
  readonly about: string;
  /** Table on the page. */
  readonly table?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A topic, section or numbered heading of a guideline: the thing a page or `Section(s)` names. */
export interface TopicEntry {
  readonly id: Id;
  /** Title as the guideline prints it. */
  readonly title: string;
  /** Section number as printed, `3.3.9`. */
  readonly number?: string;
  /** Other titles, and words that lead to the topic. */
  readonly aliases?: readonly string[];
  /** Part of the guideline. */
  readonly part?: number;
  readonly pages?: PageRange;
  /** Page ranges as letters print them for this topic. */
  readonly pagesSeen?: readonly PageRange[];
  /** What the guideline thinks of it. */
  readonly status?: TopicStatus;
  /** What the guideline says, in our own words. */
  readonly summary?: string;
  /** The edition whose words the summary was checked against, where it is another one. */
  readonly summaryFrom?: Id;
  readonly drugClass?: Id;
  /** Ids of related topics. */
  readonly seeAlso?: readonly Id[];
  /** The same topic in the next edition. */
  readonly successor?: Id;
  /** What stands on a page. */
  readonly pageNotes?: readonly PageNote[];
  /** Citations in which title and page were seen together. */
  readonly seenCitations?: readonly SeenCitation[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A guideline or other source that letters cite. */
export interface GuidelineEntry {
  readonly id: Id;
  /** Full title. */
  readonly title: string;
  /** The title as letters print it before the year: `Low Back Complaints` with `year: 2004`. */
  readonly citedTitle?: string;
  /** Year printed after the title. */
  readonly year?: number;
  /** Other names, matched anywhere, whatever their case; one word of 2-5 capitals: case counts. */
  readonly names?: readonly string[];
  /** Names whose capital letters count. */
  readonly exactNames?: readonly string[];
  /** Names that are everyday words too: a match is marked unsure. */
  readonly weakNames?: readonly string[];
  /** Names that count only inside a guideline citation. */
  readonly citationNames?: readonly string[];
  /** Part of the MTUS, or outside it. */
  readonly kind: GuidelineKind;
  /** What a citation of it is, where it is no guideline. */
  readonly role?: CitationRole;
  /** Editions of one guideline share a family. */
  readonly family?: string;
  /** The guideline this one is a part of. */
  readonly parent?: Id;
  /** Who publishes it. */
  readonly publisher: string;
  /** Where the regulations adopt it, `8 CCR 9792.24.2`. */
  readonly section?: string | null;
  /** First and last day in force; `null` or absent: still in force, or not known. */
  readonly effectiveFrom?: DateOrNull;
  readonly effectiveTo?: DateOrNull;
  /** Adopted versions, where the guideline keeps its id over several. */
  readonly versions?: readonly AdoptedVersion[];
  /** How letters cite it, in words. */
  readonly citationStyle?: string;
  /** Public address. */
  readonly address?: string | null;
  /** What it was adapted from. */
  readonly adaptedFrom?: string;
  /** Number of the ACOEM chapter. */
  readonly chapter?: number;
  readonly pages?: PageRange;
  /** Body parts it is about. */
  readonly bodyParts?: readonly Id[];
  /** What stands on a page. */
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
  /** What about the entry is doubtful, in words. */
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
  /** Other titles; all of them count only inside a citation of the guideline. */
  readonly names?: readonly string[];
  /** Body parts it is about. */
  readonly bodyParts?: readonly Id[];
  /** Topics or sections. */
  readonly topics?: readonly TopicEntry[];
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** `mtus` and `mtus-supplement` are part of the Medical Treatment Utilization Schedule; `non-mtus` is anything else. */
export type GuidelineKind = 'mtus' | 'mtus-supplement' | 'non-mtus';

/** `search-step`: a step of the medical evidence search sequence. `no-citation`: words that are pasted with a citation and cite nothing. */
export type CitationRole = 'authority' | 'drug-list' | 'search-step' | 'no-citation';

/** One adopted version of a guideline that keeps its id over several versions. */
export interface AdoptedVersion {
  /** The publisher's own date of the text; `null` where it is not known. */
  readonly published: DateOrNull;
  /** Number of the version, where letters cite it by that (`MTUS Drug List v.8`). */
  readonly number?: string;
  /** Other dates or years by which letters cite the text. */
  readonly alsoCitedAs?: readonly IsoDate[];
  readonly effectiveFrom?: DateOrNull;
  readonly effectiveTo?: DateOrNull;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
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
  /** Weeks over which they are spread. */
  readonly weeks?: string;
  /** Months after the operation in which the rule holds. */
  readonly periodMonths?: number;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** What the guideline thinks of it. */
export type TopicStatus = 'recommended' | 'conditional' | 'not-recommended' | 'information' | 'definition' | 'see-reference';

/** Topics of a guideline whose entry stands in another file. */
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
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A form of citation. */
export interface CitationForm {
  /** Letters of which time use it. */
  readonly letters?: string;
  /** The form. */
  readonly pattern: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** Morphine milligram equivalents for one unit of the drug. `null`: the table gives none. */
export interface MmeFactor {
  /** Factor of the CDC table of 2022; null: it gives none. */
  readonly cdc2022?: number | null;
  /** One factor, or one for each step of the daily dose (`upTo` in mg a day; the last step has none). */
  readonly cdc2016?: number | null | readonly {
    /** Up to this many mg a day; the last step has none. */
    readonly upTo?: number;
    /** Factor in this step. */
    readonly factor: number;
  }[];
  /** Factor of another table, named in the source. */
  readonly other?: number;
  /** Unit that the factor multiplies. */
  readonly unit?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** A drug. */
export interface DrugEntry {
  readonly id: Id;
  /** Generic name. */
  readonly generic: string;
  /** Trade names; one whose capitals count, or that is a word too, stands in `exactNames` or `weakNames` as well. */
  readonly brands?: readonly string[];
  /** Other names, matched anywhere, whatever their case; one word of 2-5 capitals: case counts. */
  readonly names?: readonly string[];
  /** Names whose capital letters count. */
  readonly exactNames?: readonly string[];
  /** Names that are everyday words too: a match is marked unsure. */
  readonly weakNames?: readonly string[];
  /** Id of a drug class. */
  readonly class: Id;
  /** What narrows the class, in words: `short-acting combination`. */
  readonly classDetail?: string;
  /** DEA schedule today. */
  readonly schedule?: Schedule;
  /** Schedules over time. */
  readonly scheduleHistory?: readonly SchedulePeriod[];
  /** As labeled: `10/325 mg`, `50 mcg/hr`, `ER 8 mg`, `5%`. */
  readonly strengths?: readonly string[];
  /** Strengths by brand, for a brand that is not made in all of `strengths`. */
  readonly brandStrengths?: Readonly<Record<string, readonly string[]>>;
  /** Stopping it abruptly is hazardous. */
  readonly weaningCaution?: boolean;
  /** It makes dependent although its class does not: a denial says how to stop it (IMR307). */
  readonly dependence?: boolean;
  readonly mme?: MmeFactor;
  /** Rationale class, where it is not that of the drug's class. */
  readonly rationaleClass?: Id;
  /** Topics, chapters and guidelines that cover it, most specific first. */
  readonly guidance?: readonly Reference[];
  /** Absent: not known. */
  readonly formulary?: Formulary;
  /** Category and sub-category of the DWC's IMR decision search. */
  readonly dwcCategory?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** DEA schedule today. */
export type Schedule = 'CI' | 'CII' | 'CIII' | 'CIV' | 'CV' | 'none';

/** A schedule for a time. */
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
  /** Other names, matched anywhere, whatever their case; one word of 2-5 capitals: case counts. */
  readonly names?: readonly string[];
  /** Names whose capital letters count. */
  readonly exactNames?: readonly string[];
  /** Names that are everyday words too: a match is marked unsure. */
  readonly weakNames?: readonly string[];
  /** The part treated, where the treatment fixes one (`mri-knee`). */
  readonly bodyParts?: readonly Id[];
  readonly rationaleClass?: Id;
  /** Topics, chapters and guidelines that cover it, most specific first. */
  readonly guidance?: readonly Reference[];
  /** Category of the DWC's IMR decision search. */
  readonly dwcCategory?: string;
  readonly confidence?: EntryConfidence;
  /** Case numbers, names of letters, addresses, or keys of `sources`. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** What a rationale must address. A cue shows that the element is addressed, not that it is right. */
export interface ElementEntry {
  readonly id: Id;
  /** How much it is needed. */
  readonly level: ElementLevel;
  /** What to say, in words. */
  readonly mustSay: string;
  /** Id of the condition that narrows it; absent: it always applies. */
  readonly appliesWhen?: Id;
  /** The only outcome for which it is due; absent: either. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** True where stating what the guideline says is enough; otherwise a sentence about this case must address it. */
  readonly recitalIsEnough?: boolean;
  /** Phrases of the lexicon that show that the element is touched. The last word may go on; 2-5 capitals alone are a whole word. The conclusion has none: the lexicon finds it. */
  readonly cues?: readonly string[];
  /** Topics, chapters and guidelines that cover it, most specific first. */
  readonly guidance?: readonly Reference[];
}

/** When an element applies: all facets, at least one of `either` where that is given, and none of `unless`. */
export interface ConditionEntry {
  readonly id: Id;
  /** In words, to finish the sentence "applies when ...". */
  readonly text: string;
  /** Outcome of the block. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** A source outside the MTUS decides. */
  readonly citation?: 'non-mtus';
  /** The drug is hazardous to stop. */
  readonly weaningCaution?: boolean;
  /** Drugs asked for. */
  readonly drugs?: readonly Id[];
  /** Drug classes asked for. */
  readonly drugClasses?: readonly Id[];
  /** Body parts of the item. */
  readonly bodyParts?: readonly Id[];
  /** Rationale classes of the item. */
  readonly classes?: readonly Id[];
  /** Words in the item's heading. */
  readonly itemCues?: readonly string[];
  /** Words in the heading, in a sentence of the rationale about this case, or in a sentence of the summary that names the item. */
  readonly useCues?: readonly string[];
  /** Words in summary, heading, or a sentence of the rationale about this case. */
  readonly recordCues?: readonly string[];
  /** At least one of these must hold. */
  readonly either?: readonly ConditionFacets[];
  /** None of these may hold. */
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
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  /** A remark for the reader. */
  readonly note?: string;
}

/** How much it is needed. */
export type ElementLevel = 'required' | 'expected' | 'optional';

/** Every facet given must hold; inside a facet one entry is enough. */
export interface ConditionFacets {
  /** Outcome of the block. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** A source outside the MTUS decides. */
  readonly citation?: 'non-mtus';
  /** The drug is hazardous to stop. */
  readonly weaningCaution?: boolean;
  /** Drugs asked for. */
  readonly drugs?: readonly Id[];
  /** Drug classes asked for. */
  readonly drugClasses?: readonly Id[];
  /** Body parts of the item. */
  readonly bodyParts?: readonly Id[];
  /** Rationale classes of the item. */
  readonly classes?: readonly Id[];
  /** Words in the item's heading. */
  readonly itemCues?: readonly string[];
  /** Words in the heading, in a sentence of the rationale about this case, or in a sentence of the summary that names the item. */
  readonly useCues?: readonly string[];
  /** Words in the clinical summary, the heading or a sentence of the rationale about this case. */
  readonly recordCues?: readonly string[];
}

/** A text to insert: `text` for either outcome, `upheld` or `overturned` for one, or an open choice. `[text]` is a place to fill in, `[a | b]` a choice of words; `{item}` is the heading's item as printed, `{name}` its short name, `{Name}` the same at the start of a sentence, `{guideline}` the guideline that the reviewer's field cites, `{verdict}` is `is` or `is not`. */
export interface TemplateEntry {
  readonly id: Id;
  /** Title in menus. */
  readonly title: string;
  /** The element it supplies; without one it is the opening of a class, or a standing sentence. */
  readonly element?: Id;
  /** Rationale class it opens or belongs to; absent: any. */
  readonly class?: Id;
  /** Text for either outcome. */
  readonly text?: string;
  /** What the open choice is about: `treatment agreement`. */
  readonly choice?: string;
  /** Finished sentences by the word that names each in brackets, as likely for an Overturned block; an Upheld block offers them in reverse. */
  readonly options?: Readonly<Record<string, string>>;
  /** Text for an Upheld block. */
  readonly upheld?: string;
  /** Text for an Overturned block. */
  readonly overturned?: string;
}

/** A wording to find in reading text. The pattern is plain text matched at word boundaries, whatever its case; `{a|b}` one of these, `{?a|b}` one of these or nothing, `{!a|b}` not before one of these, `{word}` one word. The replacement may name the groups: `{1}`, `{2}`. */
export interface PhraseEntry {
  readonly id: Id;
  /** What it is for. */
  readonly use: PhraseUse;
  /** Plain text; {a|b} one of, {?a|b} one of or nothing, {!a|b} not before, {word} one word. */
  readonly pattern: string;
  /** Replacement; {1} names the first group. */
  readonly replacement?: string;
  /** `misspelling`: a word that can mean only one other, replaced unasked; `review`: a person looks first. */
  readonly fix?: 'misspelling' | 'review';
  /** What is wrong, to finish a finding's message. */
  readonly why: string;
  /** An example. */
  readonly example: {
    /** Text that it finds. */
    readonly bad: string;
    /** The same text mended. */
    readonly good?: string;
  };
}

/** What it is for. */
export type PhraseUse = 'slip' | 'absolute-negative' | 'unsuitable-source';

/** A slip that words side by side give away, by what they are and by what part of speech they are. The pattern is in the language of `construction-pattern.ts`. */
export interface ConstructionEntry {
  readonly id: Id;
  /** Name of the rule that reports it. */
  readonly rule: ConstructionRule;
  /** Words and <PARTS OF SPEECH>: {a|b} one of, {?a} or nothing, {*a} up to four, {-a} none of, {!a} not before, {<!a} not after, @list, [what is wrong]. */
  readonly pattern: string;
  /** What to write in place of the words in brackets; `{1}` is what the first group of the pattern took. Empty: the words go. */
  readonly write?: string;
  /** What is wrong, as a sentence, where it is not told by what to write; `{1}` as in `write`. */
  readonly message?: string;
  /** Probable, but sound English at times: reported as a hint. */
  readonly certainty?: 'hint';
  /** Sentences that it finds, and near misses that it does not. */
  readonly examples: {
    /** Sentences that it finds. */
    readonly match: readonly string[];
    /** Sentences that it leaves alone. */
    readonly none: readonly string[];
  };
}

/** The rules about language that constructions belong to, by name. */
export type ConstructionRule = 'article' | 'missing-word' | 'extra-word' | 'wrong-word';

/** Something that letters say in many ways. */
export interface ConceptEntry {
  /** an id of a concept: lower-case words, parted by dots or hyphens */
  readonly id: string;
  /** What it is for, and what reads it. */
  readonly note?: string;
  /** Phrases: {a|b} one of, {?a|b} one of or nothing, {!a|b} not before, {<!a|b} not after, {@concept}, {word}, {number}, {..3} at most three words, {^} {$} {.} ends of sentences, deny~ in all forms, taper* any word that begins so. */
  readonly phrases: readonly ConceptPhrase[];
  /** Texts in which it is found, and texts in which it is not: its tests. */
  readonly examples?: {
    /** Texts in which the concept is found. */
    readonly match?: readonly string[];
    /** Texts in which it is not found. */
    readonly none?: readonly string[];
  };
}

/** A phrase in the language of `lexicon/phrase.ts`. With `exact` the capitals of all its words count. */
export type ConceptPhrase = string | {
  /** The phrase, its capitals as they must be. */
  readonly exact: string;
};

/** One pack file. Lists that a kind does not use are absent. */
export interface Pack {
  /** Address of this schema. */
  readonly $schema?: string;
  /** Version of the pack format: 1. */
  readonly version: 1;
  readonly kind: 'vocabulary' | 'guidelines' | 'drugs' | 'treatments' | 'rationale' | 'templates' | 'phrases' | 'language' | 'lexicon';
  /** Day on which its facts were last held against their sources; a team's pack may leave it out. */
  readonly checkedOn?: IsoDate;
  /** Levels of single fields, for all entries of the pack. */
  readonly confidence?: Readonly<Record<string, Confidence>>;
  /** Sources that entries name by a short key. */
  readonly sources?: Readonly<Record<string, string>>;
  /** English words that look like a drug's name and are none. */
  readonly words?: readonly string[];
  /** Words that are spelled right and that an English dictionary lacks, one or several to a line. A name needs its capital. */
  readonly spellings?: readonly string[];
  /** What a compound may begin with: `para` in `paralabral`. */
  readonly prefixes?: readonly string[];
  /** Words whose full stop ends no sentence, without that stop: `dr`, `e.g`. */
  readonly stops?: readonly string[];
  /** Words that may stand twice in a row. */
  readonly doubles?: readonly DoubleEntry[];
  /** Body parts. */
  readonly bodyParts?: readonly BodyPartEntry[];
  /** Drug classes. */
  readonly drugClasses?: readonly DrugClassEntry[];
  /** Abbreviations. */
  readonly abbreviations?: readonly AbbreviationEntry[];
  /** Names shared on purpose. */
  readonly sharedNames?: readonly SharedName[];
  /** Guidelines. */
  readonly guidelines?: readonly GuidelineEntry[];
  /** Chapters of guidelines. */
  readonly chapters?: readonly ChapterEntry[];
  /** Topics of guidelines in other files. */
  readonly topicGroups?: readonly TopicGroup[];
  /** When which guideline came into force. */
  readonly timeline?: readonly TimelineEvent[];
  /** Forms in which letters cite. */
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
  /** Base, past and participle of verbs that take no `-ed`: `[undergo, underwent, undergone]`. */
  readonly irregularVerbs?: readonly (readonly [string, string, string])[];
  /** Words in lower case, for `@name` in the patterns of constructions and for rules about language. A team's list adds to the shipped one. */
  readonly wordLists?: Readonly<Record<string, readonly string[]>>;
  /** Constructions. */
  readonly constructions?: readonly ConstructionEntry[];
  /** Concepts. */
  readonly concepts?: readonly ConceptEntry[];
  /** Phrases that a team adds to concepts, and phrases that it takes away. */
  readonly add?: Readonly<Record<string, readonly ConceptPhrase[]>>;
  /** Phrases to take away from concepts, by concept, each written as the other pack writes it. */
  readonly without?: Readonly<Record<string, readonly ConceptPhrase[]>>;
  /** All other forms of irregular words, for `~`: `undergo: [undergoes, underwent, undergone, undergoing]`. */
  readonly inflections?: Readonly<Record<string, readonly string[]>>;
}
