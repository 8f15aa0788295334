import { conceptsIn } from '../analysis/concepts';
import type { Ask } from '../analysis/fact';
import { passages } from '../analysis/running-text';
import { sentencesIn } from '../analysis/sentences';
import type { Dictionary } from '../language/dictionary';
import { itemTexts } from '../language/item-texts';
import type { Language } from '../language/language';
import { properNames } from '../language/proper-names';
import { endOfLead, readSentences } from '../language/read-sentences';
import type { Sentence } from '../language/sentence';
import type { DecisionBlock } from '../model/letter';
import type { Passage, TextPlace } from '../model/prose';
import type { LanguageReads, Reads } from '../rules/rule';
import { once } from '../text/once';
import { printedText } from '../text/reading';
import type { Span } from '../text/span';
import type { RuleSettings } from './settings';
import { type Shelf, shelfFor } from './shelf';

/** One check of one version of a letter. */
export interface Run {
  readonly ask: Ask;
  readonly settings: RuleSettings;
  /** Everything before the first block, or the whole letter if it has no block. */
  readonly before: Shelf;
  /** The same, for rules that also read all headings. */
  readonly beforeItems: Shelf;
  readonly blocks: readonly BlockShelves[];
  /** Passages that contain text. */
  readonly passages: readonly { readonly shelf: Shelf; readonly passage: Passage }[];
  /** Passages with their sentences. Empty without `language`. */
  readonly prose: readonly ProsePassage[];
}

interface ProsePassage {
  readonly place: TextPlace;
  /** By what a rule reads: the rules that find nothing in any sentence of the passage. */
  readonly shelves: LanguageShelves;
  /** Computed when a rule first asks. */
  readonly sentences: () => readonly SentenceAt[];
}

type LanguageShelves = Readonly<Record<LanguageReads, Shelf>>;

/** What a rule about language is given of a sentence, and where its findings are kept. */
export interface SentenceAt {
  readonly shelves: LanguageShelves;
  readonly sentence: Sentence;
  readonly sentences: readonly Sentence[];
  readonly index: number;
  readonly dictionary: Dictionary;
}

export interface BlockShelves {
  readonly block: DecisionBlock;
  /** By what a rule reads. */
  readonly shelves: Readonly<Record<Exclude<Reads, 'letter'>, Shelf>>;
}

/**
 * Starts a check, one passage per step, and reads what most rules need. Returns the run. Rules about language run only if `language`
 * is given.
 */
export function* startRun(ask: Ask, settings: RuleSettings, language?: Language): Generator<undefined, Run, void> {
  const { source, blocks, form } = ask.letter;
  // Represents all text outside the blocks: the same object while that text is the same.
  const outside = ask.notesOn(textOutside(ask));
  const items = ask.notesOn(textOfHeadings(ask));
  /** Creates the shelves of a part. */
  const along = ({ start, end }: Span): MakeShelf => {
    const text = readAs(ask, { start, end });
    const notes = ask.notesOn(text);
    return (kind, ...basis) => shelfFor(notes, kind, { start, end, text }, [settings, form, ...basis]);
  };
  const before = along({ start: 0, end: blocks[0]?.span.start ?? source.text.length });
  const run = {
    ask,
    settings,
    before: before(kinds.before, outside),
    beforeItems: before(kinds.beforeItems, outside, items),
    blocks: [] as BlockShelves[],
    passages: [] as Run['passages'][number][],
    prose: [] as ProsePassage[],
  };
  for (const block of blocks) {
    const { index } = block;
    const shelf = along(block.span);
    const shelves = {
      block: shelf(kinds.block, index),
      case: shelf(kinds.case, index, outside),
      items: shelf(kinds.items, index, outside, items),
    };
    run.blocks.push({ block, shelves });
  }
  const read = ask(passages).map((passage) => ({ passage, shelf: once(() => along(passage.span)) }));
  for (const { passage, shelf } of read) {
    const { reading, place } = passage;
    if (reading.text === '') continue;
    ask(conceptsIn, reading);
    ask(sentencesIn, reading);
    run.passages.push({ shelf: shelf()(kinds.passage, place), passage });
    yield;
  }
  if (!language) return run;
  // Represents the names that the letter uses and for its items, as `outside` does for its text.
  const names = ask.notesOn([...[...ask(properNames)].sort(), ...ask(itemTexts)].join('\n'));
  for (const { passage, shelf } of read) {
    run.prose.push(prosePassage(ask, passage, shelf(), along, names, language));
    yield;
  }
  return run;
}

type MakeShelf = (kind: object, ...basis: readonly unknown[]) => Shelf;

function prosePassage(
  ask: Ask,
  passage: Passage,
  shelf: MakeShelf,
  along: (span: Span) => MakeShelf,
  names: object,
  { tagger, dictionary }: Language,
): ProsePassage {
  const { place } = passage;
  const basis = [place, ask(endOfLead, passage), tagger, dictionary];
  return {
    place,
    shelves: { sentence: shelf(kinds.sentences, ...basis), names: shelf(kinds.namedSentences, ...basis, names) },
    sentences: once(() => {
      const sentences = readSentences(ask, passage, tagger);
      return sentences.map((sentence, index): SentenceAt => {
        const quoted = sentence.quotations.map(({ start, end }) => `${start}-${end}`).join();
        const own = [place, sentence.voice, quoted];
        const shelf = along(sentence.span);
        const shelves = { sentence: shelf(kinds.sentence, ...own), names: shelf(kinds.namedSentence, ...own, names) };
        return { shelves, sentence, sentences, index, dictionary };
      });
    }),
  };
}

const kinds = {
  before: {},
  beforeItems: {},
  block: {},
  case: {},
  items: {},
  passage: {},
  sentences: {},
  namedSentences: {},
  sentence: {},
  namedSentence: {},
};

function textOutside(ask: Ask): string {
  const { source, blocks } = ask.letter;
  const ends = [0, ...blocks.map(({ span }) => span.end)];
  const starts = [...blocks.map(({ span }) => span.start), source.text.length];
  return ends.map((start, i) => readAs(ask, { start, end: starts[i] ?? start })).join('\f');
}

function textOfHeadings(ask: Ask): string {
  const { blocks } = ask.letter;
  return blocks.map(({ heading: { span } }) => readAs(ask, span)).join('\f');
}

/** The text of a part. If it is read differently from how it is written (page lines depend on the whole letter), that reading is added. */
function readAs({ letter: { source } }: Ask, span: Span): string {
  const text = source.text.slice(span.start, span.end);
  const printed = printedText(source, span);
  return printed === text ? text : `${text}\0${printed}`;
}
