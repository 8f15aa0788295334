/**
 * The shapes of pack entries: what the YAML under `server/data` and a team's own packs hold, one to one.
 * `server/data/schema/*.schema.json` states the same shapes for editors; a test keeps the two together.
 */

/**
 * How sure a fact is.
 * `seen`: printed in a real letter or a named source. `secondary`: read in a named source at second hand, as press or a law firm.
 * `inferred`: follows from what was read. `general`: general reference knowledge, check the label.
 * `memory`: recalled, not confirmed. `doubtful`: recalled with doubt. `guess`: an estimate or a draft's figure, never shown as a fact.
 */
export type Confidence = 'seen' | 'secondary' | 'inferred' | 'general' | 'memory' | 'doubtful' | 'guess';

/**
 * Where a fact comes from. One level for the whole entry, or one for each field, `rest` standing for the others.
 * Every shipped entry has one; a team's own entry without it counts as `seen`, being the team's word.
 */
export interface Provenance {
  readonly confidence?: Confidence | Readonly<Record<string, Confidence>>;
  /** Case numbers, names of letters, addresses, or keys of the pack's `sources`. Absent: nothing but recall. */
  readonly source?: readonly string[];
  /** What about the entry is doubtful, in words. */
  readonly uncertain?: string;
  readonly note?: string;
  /** That of its pack. */
  readonly checkedOn?: IsoDate;
}

/**
 * Names of a thing. `names` are matched anywhere, whatever their case (one word of 2-5 capitals: case counts).
 * `exactNames`: capital letters count. `weakNames`: words with everyday meanings too, so a match is marked unsure.
 * `citationNames`: mean this thing only inside a guideline citation, never in prose.
 */
export interface Named {
  readonly names?: readonly string[];
  readonly exactNames?: readonly string[];
  readonly weakNames?: readonly string[];
  readonly citationNames?: readonly string[];
}

/** ISO date, `2016-07-28`; or a year and month, or a year, where no more is known. */
export type IsoDate = string;

/** First and last page, both inside; `null` where the end is not known. */
export type PageRange = readonly [first: number, last: number | null];

/** A pointer to a guideline, chapter or topic by id, with the place inside it where one is known. */
export type Reference =
  | string
  | ({
      readonly to: string;
      readonly pages?: PageRange;
      readonly table?: string;
      readonly note?: string;
    } & Partial<Provenance>);

// ---- guidelines ---------------------------------------------------------------------------------------------

/** `mtus` and `mtus-supplement` are part of the Medical Treatment Utilization Schedule; `non-mtus` is anything else. */
export type GuidelineKind = 'mtus' | 'mtus-supplement' | 'non-mtus';

/** `search-step`: a step of the medical evidence search sequence. `no-citation`: words that are pasted with a citation and cite nothing. */
export type CitationRole = 'authority' | 'drug-list' | 'search-step' | 'no-citation';

/** One adopted version of a guideline that keeps its id over several versions. */
export interface AdoptedVersion extends Provenance {
  /** The publisher's own date of the text; `null` where it is not known. */
  readonly published: IsoDate | null;
  /** Number of the version, where letters cite it by that (`MTUS Drug List v.8`). */
  readonly number?: string;
  /** Other dates or years by which letters cite it. */
  readonly alsoCitedAs?: readonly IsoDate[];
  readonly effectiveFrom?: IsoDate | null;
  readonly effectiveTo?: IsoDate | null;
}

/** A citation in which this title and these pages were seen together. */
export interface SeenCitation {
  readonly title: string;
  readonly pages: string;
  readonly source: string;
  /** `full`: page and title agree with the entry. `partial`: the page fits, the title is missing or only a sub-heading. */
  readonly agrees: 'full' | 'partial';
  readonly note?: string;
}

/** What stands on a page, where only pages are cited. */
export interface PageNote extends Provenance {
  readonly pages: PageRange;
  readonly about: string;
  readonly table?: string;
}

/** Visits allowed after an operation (Postsurgical Treatment Guidelines). */
export interface VisitRule extends Provenance {
  readonly operation: string;
  readonly visits: string;
  readonly weeks?: string;
  readonly periodMonths?: number;
}

export interface GuidelineEntry extends Provenance, Named {
  readonly id: string;
  readonly title: string;
  /** The title as letters print it before the year: `Low Back Complaints` with `year: 2004`. */
  readonly citedTitle?: string;
  readonly year?: number;
  readonly kind: GuidelineKind;
  /** What a citation of it is, where it is no guideline. */
  readonly role?: CitationRole;
  /** Editions of one guideline share a family. */
  readonly family?: string;
  /** The guideline this one is a part of. */
  readonly parent?: string;
  readonly publisher: string;
  /** Where the regulations adopt it, `8 CCR 9792.24.2`. */
  readonly section?: string | null;
  /** First and last day in force; `null` or absent: still in force, or not known. */
  readonly effectiveFrom?: IsoDate | null;
  readonly effectiveTo?: IsoDate | null;
  readonly versions?: readonly AdoptedVersion[];
  /** How letters cite it, in words. */
  readonly citationStyle?: string;
  readonly address?: string | null;
  readonly adaptedFrom?: string;
  /** Number of the ACOEM chapter. */
  readonly chapter?: number;
  readonly pages?: PageRange;
  readonly bodyParts?: readonly string[];
  readonly pageNotes?: readonly PageNote[];
  readonly seenCitations?: readonly SeenCitation[];
  readonly visitRules?: readonly VisitRule[];
  readonly topics?: readonly TopicEntry[];
}

/** A chapter of a guideline that letters cite as `guideline, chapter, topic` (ODG). */
export interface ChapterEntry extends Provenance {
  readonly id: string;
  readonly guideline: string;
  readonly title: string;
  /** Other titles; all of them count only inside a citation of the guideline. */
  readonly names?: readonly string[];
  readonly bodyParts?: readonly string[];
  readonly topics?: readonly TopicEntry[];
}

export type TopicStatus =
  | 'recommended'
  | 'conditional'
  | 'not-recommended'
  | 'information'
  | 'definition'
  | 'see-reference';

/** A topic, section or numbered heading of a guideline: the thing a page or `Section(s)` names. */
export interface TopicEntry extends Provenance {
  readonly id: string;
  readonly title: string;
  /** Section number as printed, `3.3.9`. */
  readonly number?: string;
  readonly aliases?: readonly string[];
  readonly part?: number;
  readonly pages?: PageRange;
  readonly pagesSeen?: readonly PageRange[];
  readonly status?: TopicStatus;
  /** What the guideline says, in our own words. */
  readonly summary?: string;
  /** The edition whose words the summary was checked against, where it is another one. */
  readonly summaryFrom?: string;
  readonly drugClass?: string;
  readonly seeAlso?: readonly string[];
  /** The same topic in the next edition. */
  readonly successor?: string;
  readonly pageNotes?: readonly PageNote[];
  readonly seenCitations?: readonly SeenCitation[];
}

/** Topics of a guideline whose entry stands in another file. */
export interface TopicGroup {
  readonly guideline: string;
  readonly topics: readonly TopicEntry[];
}

export interface TimelineEvent extends Provenance {
  readonly date: IsoDate;
  readonly event: string;
}

export interface CitationForm extends Provenance {
  readonly letters?: string;
  readonly pattern: string;
}

// ---- drugs --------------------------------------------------------------------------------------------------

export type Schedule = 'CI' | 'CII' | 'CIII' | 'CIV' | 'CV' | 'none';

export interface SchedulePeriod {
  readonly schedule: Schedule;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** Morphine milligram equivalents for one unit of the drug. `null`: the table gives none. */
export interface MmeFactor extends Provenance {
  readonly cdc2022?: number | null;
  /** One factor, or one for each step of the daily dose (`upTo` in mg a day; the last step has none). */
  readonly cdc2016?: number | readonly { readonly upTo?: number; readonly factor: number }[] | null;
  readonly other?: number;
  readonly unit?: string;
}

export type ListStatus = 'exempt' | 'non-exempt' | 'unlisted';

/** A status on the MTUS Drug List: `from` and `to` are its first and last day, `asOf` a day on which it was seen and no more. */
export interface ListedStatus extends Provenance {
  readonly status: ListStatus;
  /** Version of the list on which it was seen first. */
  readonly version?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly asOf?: IsoDate;
}

export interface Formulary extends Provenance {
  /** Under the rule for compounded drugs, whatever the list says of an ingredient. */
  readonly status?: 'compounded';
  /** In order of time; what no version tells is not known. */
  readonly versions?: readonly ListedStatus[];
  readonly specialFill?: string;
}

export interface DrugEntry extends Provenance, Named {
  readonly id: string;
  readonly generic: string;
  /** Trade names; one whose capitals count, or that is a word too, stands in `exactNames` or `weakNames` as well. */
  readonly brands?: readonly string[];
  /** Id of a drug class. */
  readonly class: string;
  /** What narrows the class, in words: `short-acting combination`. */
  readonly classDetail?: string;
  readonly schedule?: Schedule;
  readonly scheduleHistory?: readonly SchedulePeriod[];
  /** As labeled: `10/325 mg`, `50 mcg/hr`, `ER 8 mg`, `5%`. */
  readonly strengths?: readonly string[];
  /** Strengths by brand, for a brand that is not made in all of `strengths`. */
  readonly brandStrengths?: Readonly<Record<string, readonly string[]>>;
  readonly guidance?: readonly Reference[];
  /** Category and sub-category of the DWC's IMR decision search. */
  readonly dwcCategory?: string;
  /** Absent: not known. */
  readonly formulary?: Formulary;
  readonly mme?: MmeFactor;
  /** Stopping it abruptly is hazardous. */
  readonly weaningCaution?: boolean;
  /** It makes dependent although its class does not: a denial says how to stop it (IMR307). */
  readonly dependence?: boolean;
  /** Rationale class, where it is not that of the drug's class. */
  readonly rationaleClass?: string;
}

export interface DrugClassEntry extends Provenance, Named {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly rationaleClass?: string;
  /** Drugs of it make dependent: a denial of one that is to be weaned says how (IMR307). */
  readonly dependence?: boolean;
  /** Of the class as a whole. */
  readonly formulary?: Formulary;
  /** Guidance for every drug of the class, beside that of the drug itself. */
  readonly guidance?: readonly Reference[];
}

// ---- treatments, body parts, abbreviations -------------------------------------------------------------------

export interface TreatmentEntry extends Provenance, Named {
  readonly id: string;
  readonly name: string;
  readonly dwcCategory?: string;
  readonly guidance?: readonly Reference[];
  /** The part treated, where the treatment fixes one (`mri-knee`). */
  readonly bodyParts?: readonly string[];
  readonly rationaleClass?: string;
}

export interface BodyPartEntry extends Provenance, Named {
  readonly id: string;
  readonly name: string;
  /** The region this part lies in. */
  readonly parent?: string;
}

export interface AbbreviationEntry extends Provenance, Named {
  readonly id: string;
  readonly abbreviation: string;
  readonly meaning: string;
  /** What it means to a reader of these letters, one or two sentences. */
  readonly explanation?: string;
}

/** Names that several entries share on purpose. */
export interface SharedName {
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly why: string;
}

// ---- rationales ---------------------------------------------------------------------------------------------

export type ElementLevel = 'required' | 'expected' | 'optional';

/** What a rationale must address. A cue shows that the element is addressed, not that it is right. */
export interface ElementEntry {
  readonly id: string;
  readonly level: ElementLevel;
  readonly mustSay: string;
  /**
   * Each is a phrase of the lexicon whose last word may go on; 2-5 capitals alone are a whole word. The conclusion has none: the
   * lexicon finds it.
   */
  readonly cues?: readonly string[];
  /** Id of the condition that narrows it; absent: it always applies. */
  readonly appliesWhen?: string;
  /** The only outcome for which it is due; absent: either. */
  readonly outcome?: 'Upheld' | 'Overturned';
  /** True where stating what the guideline says is enough; otherwise a sentence about this case must address it. */
  readonly recitalIsEnough?: boolean;
  readonly guidance?: readonly Reference[];
}

/** Every facet given must hold; inside a facet one entry is enough. */
export interface ConditionFacets {
  readonly outcome?: 'Upheld' | 'Overturned';
  readonly citation?: 'non-mtus';
  readonly weaningCaution?: boolean;
  readonly drugs?: readonly string[];
  readonly drugClasses?: readonly string[];
  readonly bodyParts?: readonly string[];
  /** Rationale classes of the item. */
  readonly classes?: readonly string[];
  /** Words in the item's heading. */
  readonly itemCues?: readonly string[];
  /** Words in the heading, in a sentence of the rationale about this case, or in a sentence of the summary that names the item. */
  readonly useCues?: readonly string[];
  /** Words in the clinical summary, the heading or a sentence of the rationale about this case. */
  readonly recordCues?: readonly string[];
}

/** When an element applies: all facets, at least one of `either` where that is given, and none of `unless`. */
export interface ConditionEntry extends ConditionFacets {
  readonly id: string;
  /** In words, to finish the sentence "applies when ...". */
  readonly text: string;
  readonly either?: readonly ConditionFacets[];
  readonly unless?: readonly ConditionFacets[];
}

export interface RationaleClassEntry extends Provenance {
  readonly id: string;
  readonly name: string;
  readonly dwcCategories: readonly string[];
  readonly elements: readonly ElementEntry[];
}

/**
 * A text to insert: `text` for either outcome, `upheld` or `overturned` for one, or an open choice. `[text]` is a place to fill in,
 * `[a | b]` a choice of words; `{item}` is the heading's item as printed, `{name}` its short name, `{Name}` the same at the start of a
 * sentence, `{guideline}` the guideline that the reviewer's field cites, `{verdict}` is `is` or `is not`.
 */
export interface TemplateEntry {
  readonly id: string;
  readonly title: string;
  /** The element it supplies; without one it is the opening of a class, or a standing sentence. */
  readonly element?: string;
  /** Rationale class it opens or belongs to; absent: any. */
  readonly class?: string;
  readonly text?: string;
  /** What the open choice is about: `treatment agreement`. */
  readonly choice?: string;
  /** Finished sentences by the word for each in brackets, as likely for an Overturned block; an Upheld block reverses them. */
  readonly options?: Readonly<Record<string, string>>;
  readonly upheld?: string;
  readonly overturned?: string;
}

/** Words that may stand twice in a row, whatever their case; a fix never takes one out unasked. */
export interface DoubleEntry {
  readonly words: readonly string[];
  /** Whether one that is doubled is reported: never, as a hint, or as any other word. */
  readonly report: 'never' | 'hint' | 'always';
  /** When both are meant. */
  readonly why: string;
}

// ---- phrases ------------------------------------------------------------------------------------------------

export type PhraseUse = 'slip' | 'absolute-negative' | 'unsuitable-source';

/**
 * A wording to find in reading text. The pattern is plain text matched at word boundaries, whatever its case;
 * `{a|b}` one of these, `{?a|b}` one of these or nothing, `{!a|b}` not before one of these, `{word}` one word.
 * The replacement may name the groups: `{1}`, `{2}`.
 */
export interface PhraseEntry {
  readonly id: string;
  readonly use: PhraseUse;
  readonly pattern: string;
  readonly replacement?: string;
  /** `misspelling`: only one word can be meant, and it is written unasked; else a person looks first. */
  readonly fix?: 'misspelling' | 'review';
  /** What is wrong, to finish a finding's message. */
  readonly why: string;
  readonly example: { readonly bad: string; readonly good?: string };
}

// ---- language ------------------------------------------------------------------------------------------------

/** The rules about language that constructions belong to, by name. */
export type ConstructionRule = 'article' | 'missing-word' | 'extra-word' | 'wrong-word';

/**
 * A slip that words side by side give away, by what they are and by what part of speech they are. The pattern is in the language of
 * `construction-pattern.ts`.
 */
export interface ConstructionEntry {
  readonly id: string;
  readonly rule: ConstructionRule;
  readonly pattern: string;
  /** What to write in place of the words in brackets; `{1}` is what the first group of the pattern took. Empty: the words go. */
  readonly write?: string;
  /** What is wrong, as a sentence, where it is not told by what to write; `{1}` as in `write`. */
  readonly message?: string;
  /** Probable, but sound English at times: reported as a hint. */
  readonly certainty?: 'hint';
  readonly examples: { readonly match: readonly string[]; readonly none: readonly string[] };
}

// ---- lexicon ------------------------------------------------------------------------------------------------

/** A phrase in the language of `lexicon/phrase.ts`. With `exact` the capitals of all its words count. */
export type ConceptPhrase = string | { readonly exact: string };

/** Something that letters say in many ways. */
export interface ConceptEntry {
  /** Lower case, with dots and hyphens: `conclusion.negative`. */
  readonly id: string;
  /** What it is for, and what reads it. */
  readonly note?: string;
  readonly phrases: readonly ConceptPhrase[];
  /** Texts in which it is found, and texts in which it is not: its tests. */
  readonly examples?: { readonly match?: readonly string[]; readonly none?: readonly string[] };
}

// ---- packs --------------------------------------------------------------------------------------------------

export type PackKind =
  | 'guidelines'
  | 'drugs'
  | 'treatments'
  | 'rationale'
  | 'templates'
  | 'phrases'
  | 'language'
  | 'vocabulary'
  | 'lexicon';

/** One pack file. Lists that a kind does not use are absent; the schema of the kind says which may stand there. */
export interface Pack {
  readonly version: 1;
  readonly kind: PackKind;
  /** Day on which its facts were last held against their sources; a team's pack may leave it out. */
  readonly checkedOn?: IsoDate;
  /** Confidence of single fields, for all entries of the pack; an entry's own level is that of its other fields. */
  readonly confidence?: Readonly<Record<string, Confidence>>;
  /** Sources that entries name by a short key. */
  readonly sources?: Readonly<Record<string, string>>;
  readonly guidelines?: readonly GuidelineEntry[];
  readonly chapters?: readonly ChapterEntry[];
  readonly topicGroups?: readonly TopicGroup[];
  readonly timeline?: readonly TimelineEvent[];
  readonly citationForms?: readonly CitationForm[];
  readonly drugs?: readonly DrugEntry[];
  readonly treatments?: readonly TreatmentEntry[];
  readonly classes?: readonly RationaleClassEntry[];
  readonly commonElements?: readonly ElementEntry[];
  readonly conditions?: readonly ConditionEntry[];
  readonly templates?: readonly TemplateEntry[];
  readonly phrases?: readonly PhraseEntry[];
  readonly constructions?: readonly ConstructionEntry[];
  /** Words in lower case, for `@name` in the patterns of constructions and for rules about language. A team's list adds to the shipped one. */
  readonly wordLists?: Readonly<Record<string, readonly string[]>>;
  readonly bodyParts?: readonly BodyPartEntry[];
  readonly drugClasses?: readonly DrugClassEntry[];
  readonly abbreviations?: readonly AbbreviationEntry[];
  readonly sharedNames?: readonly SharedName[];
  /** Words that are spelled right and that an English dictionary lacks, one or several to a text. A name needs its capital. */
  readonly spellings?: readonly string[];
  /** What a compound may begin with: `para` in `paralabral`. */
  readonly prefixes?: readonly string[];
  /** English words that look like a drug's name and are none. */
  readonly words?: readonly string[];
  readonly doubles?: readonly DoubleEntry[];
  /** Words whose period ends no sentence, without it. */
  readonly stops?: readonly string[];
  /** Base, past and participle of verbs that take no `-ed`: `[undergo, underwent, undergone]`. */
  readonly irregularVerbs?: readonly (readonly [base: string, past: string, participle: string])[];
  readonly concepts?: readonly ConceptEntry[];
  /** Phrases that a team adds to concepts, and phrases that it takes away. */
  readonly add?: Readonly<Record<string, readonly ConceptPhrase[]>>;
  readonly without?: Readonly<Record<string, readonly ConceptPhrase[]>>;
  /** Forms of irregular words, for `~`. */
  readonly inflections?: Readonly<Record<string, readonly string[]>>;
}
