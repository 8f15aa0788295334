import type {
  AbbreviationEntry,
  AdoptedVersion,
  BodyPartEntry,
  ChapterEntry,
  CitationForm,
  ConditionEntry,
  ConstructionEntry,
  DoubleEntry,
  DrugClassEntry,
  DrugEntry,
  ElementEntry,
  GuidelineEntry,
  IsoDate,
  PackKind,
  PhraseEntry,
  PhraseUse,
  RationaleClassEntry,
  SharedName,
  TemplateEntry,
  TimelineEvent,
  TopicEntry,
  TreatmentEntry,
} from './entries';
import type { Lexicon } from './lexicon/lexicon';
import type { Tokens } from './lexicon/tokens';

/** A topic that knows where it stands. */
export interface Topic extends TopicEntry {
  readonly guideline: string;
  readonly chapter?: string;
}

/** A guideline at one time: the entry, and which of its adopted versions. */
export interface Edition {
  readonly guideline: GuidelineEntry;
  readonly version?: AdoptedVersion;
  /** Years by which letters identify it: that of the title, or of the publisher's date and of the order that adopted it. */
  readonly years: readonly number[];
  /** First and last day in force; `null`: not known, or still in force. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export type NameKind =
  | 'drug' // a drug by a spelling that belongs to several products: `Tylenol`, `morphine`
  | 'brand'
  | 'generic'
  | 'drug-class'
  | 'treatment'
  | 'guideline'
  | 'topic'
  | 'body-part'
  | 'abbreviation';

/** What a name stands for. */
export interface NameRef {
  readonly kind: NameKind;
  readonly id: string;
}

/**
 * A name found in a text. Offsets are UTF-16 units of the text given, half-open.
 * `ids` holds every entry of `kind` that bears the name; `refs` also those of other kinds (`Botox`: brand and treatment).
 * `sure` is false where the word has everyday meanings or stands for several unlike things (`PT`, `RFA`, `MRI` without a part):
 * a rule must not report on such a match alone.
 */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly ids: readonly string[];
  readonly refs: readonly NameRef[];
  /** The name as the pack writes it. */
  readonly name: string;
  readonly sure: boolean;
}

/** A phrase of the packs found in a text. Offsets are UTF-16 units of the text given, half-open. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly phrase: PhraseEntry;
  /** What to write instead, its groups filled in. */
  readonly replacement?: string;
}

/** The drug names that a misspelled word may be. */
export interface DrugSpelling {
  /** The nearest, as the packs write them: one, or two or three that are equally near. */
  readonly names: readonly string[];
  /** Letters to insert, delete, replace or swap: 1 or 2. */
  readonly distance: number;
  /** The word is one of the language too, so that only its place tells that a drug was meant. */
  readonly isWord: boolean;
}

/** What an item's heading asks for. */
export interface ItemSubject {
  readonly drugs: readonly DrugEntry[];
  readonly treatments: readonly TreatmentEntry[];
  readonly bodyParts: readonly BodyPartEntry[];
  readonly class?: RationaleClassEntry;
}

/** Something wrong in a pack. `pointer` is a JSON pointer into it (`/drugs/3/class`); empty: the whole file. */
export interface PackProblem {
  readonly pack: string;
  readonly pointer: string;
  readonly message: string;
}

/** A team's own pack as read: a path to name it by, and whatever the file held. */
export interface HousePack {
  readonly path: string;
  readonly content: unknown;
}

export interface LibraryResult {
  readonly library: Library;
  readonly problems: readonly PackProblem[];
}

/** Of which kind a pack is, and the day on which its facts were last held against their sources. */
export interface CheckedPack {
  readonly kind: PackKind;
  readonly on: IsoDate;
}

/** Every look-up is by id or by a name as people write it; none throws; an unknown name gives `undefined` or an empty list. */
export interface Library {
  /** The packs that tell when they were checked, in the order of loading. */
  readonly checked: readonly CheckedPack[];
  // guidelines
  readonly guidelines: readonly GuidelineEntry[];
  readonly chapters: readonly ChapterEntry[];
  readonly topics: readonly Topic[];
  readonly timeline: readonly TimelineEvent[];
  readonly citationForms: readonly CitationForm[];
  guideline(id: string): GuidelineEntry | undefined;
  chapter(id: string): ChapterEntry | undefined;
  topic(id: string): Topic | undefined;
  /** By title or any name, case and punctuation aside; the year, where given, chooses among editions, then the day among namesakes. */
  findGuideline(title: string, year?: number | null, date?: IsoDate): GuidelineEntry | undefined;
  /** By title or name of the chapter, with or without the word "chapter". */
  findChapter(guideline: string, title: string): ChapterEntry | undefined;
  /** Topics of a guideline or chapter whose title, alias or section number is this text. */
  findTopics(guidelineOrChapter: string, title: string): readonly Topic[];
  topicsOf(guidelineOrChapter: string): readonly Topic[];
  /** Topics whose page range holds the page: those seen on it first, then the narrowest. Guessed pages do not count. */
  topicsOnPage(guideline: string, page: number): readonly Topic[];
  /** All editions of a family, oldest first. */
  editionsOf(family: string): readonly Edition[];
  /** The edition in force on a day, where the library knows one. */
  editionInForce(family: string, date: IsoDate): Edition | undefined;
  /** Body parts a guideline or chapter is about; empty: no particular one. */
  bodyPartsOf(guidelineOrChapter: string): readonly BodyPartEntry[];

  // drugs, treatments, vocabulary
  readonly drugs: readonly DrugEntry[];
  readonly treatments: readonly TreatmentEntry[];
  readonly drugClasses: readonly DrugClassEntry[];
  readonly bodyParts: readonly BodyPartEntry[];
  readonly abbreviations: readonly AbbreviationEntry[];
  drug(id: string): DrugEntry | undefined;
  treatment(id: string): TreatmentEntry | undefined;
  drugClass(id: string): DrugClassEntry | undefined;
  bodyPart(id: string): BodyPartEntry | undefined;
  /** By generic name, brand or any other spelling. */
  findDrugs(name: string): readonly DrugEntry[];
  /** The drug names nearest to a word that is none, within two letters; undefined where there is none or more than three. */
  drugMeant(word: string): DrugSpelling | undefined;
  /** The tokens of a text for which `drugMeant` has an answer, by their numbers. */
  drugsMeant(tokens: Tokens): readonly { readonly token: number; readonly meant: DrugSpelling }[];
  findTreatments(name: string): readonly TreatmentEntry[];
  findAbbreviations(text: string): readonly AbbreviationEntry[];
  /** The drug's class and the classes above it, nearest first. */
  classesOf(drug: DrugEntry): readonly DrugClassEntry[];
  /** Topics, chapters and guidelines that the pack names for a drug or treatment, as ids, most specific first. */
  guidanceFor(drugOrTreatment: DrugEntry | TreatmentEntry): readonly string[];
  /** Ids of drugs and treatments for which the pack names this topic. */
  coveredBy(topic: string): { readonly drugs: readonly string[]; readonly treatments: readonly string[] };

  // rationales
  readonly classes: readonly RationaleClassEntry[];
  readonly commonElements: readonly ElementEntry[];
  rationaleClass(id: string): RationaleClassEntry | undefined;
  condition(id: string): ConditionEntry | undefined;
  /** What a heading asks for, body parts choosing among treatments that share a name (`MRI` of the knee). */
  subjectOf(itemText: string): ItemSubject;
  readonly templates: readonly TemplateEntry[];
  /** The opening of a class and the sentence of an element bear the id of that class or element. */
  template(id: string): TemplateEntry | undefined;
  phrases(use: PhraseUse): readonly PhraseEntry[];
  readonly constructions: readonly ConstructionEntry[];
  /** The words of a list of the language packs, in lower case; none where there is no such list. */
  wordList(name: string): ReadonlySet<string>;
  /** Words whose period ends no sentence, without it and in lower case. */
  readonly stops: ReadonlySet<string>;
  /** Words of the packs that are spelled right, beside those of names. */
  readonly spellings: ReadonlySet<string>;
  /** What a compound may begin with. */
  readonly prefixes: ReadonlySet<string>;
  /** Base, past and participle of verbs that take no `-ed`. */
  readonly irregularVerbs: readonly (readonly [base: string, past: string, participle: string])[];
  /** What the packs say of a word, or of two, that may stand twice in a row; undefined where both cannot be meant. */
  double(words: string): DoubleEntry | undefined;

  // concepts
  readonly lexicon: Lexicon;

  // names
  readonly sharedNames: readonly SharedName[];
  /** A source in full, where an entry names it by a key of its pack. */
  sourceText(source: string): string;
  /** Every name in a reading text (single spaces): one pass, longest match, sorted, not overlapping. */
  matchNames(text: string | Tokens): readonly NameMatch[];
  /** Every phrase in a reading text, of all uses: one pass, sorted; those of one use do not overlap. */
  matchPhrases(text: string | Tokens): readonly PhraseMatch[];
}
