import { type Ask, fact } from '../analysis/fact';
import { voicesIn } from '../analysis/sentence-voices';
import type { Library } from '../library/types';
import type { Passage, TextPlace } from '../model/prose';
import { keptByText } from '../text/kept-by-text';
import { once } from '../text/once';
import { type Reading, readingWithin, toReadingOffset, toSourceSpan } from '../text/reading';
import { type Span, spansOver } from '../text/span';
import type { WordListOf } from './match-pattern';
import { quotationsIn } from './quotations';
import type { Sentence, Word } from './sentence';
import type { Tagger } from './tagger';

/**
 * The sentences of a passage, in order, without the standing one that opens a section. Their words are tagged when they are first asked
 * for, and kept by the sentence's text.
 */
export function readSentences(ask: Ask, passage: Passage, tagger: Tagger): readonly Sentence[] {
  const { place, reading } = passage;
  const quotations = ask(quotationsIn, reading);
  const from = ask(endOfLead, passage);
  const sentences = ask(voicesIn, reading).filter(({ end }) => end > from);
  return sentences.map(({ voice, end, ...sentence }) => {
    const start = Math.max(sentence.start, from);
    const own = readingWithin(reading, { start, end });
    const words = once(() => wordsOf(ask, own.text, tagger));
    return {
      span: toSourceSpan(reading, { start, end }),
      reading: own,
      text: own.text,
      get words() {
        return words();
      },
      place,
      voice,
      quotations: within(quotations, { start, end }),
    };
  });
}

/** Where the passage's own words begin, in its reading. A standard sentence that ends with a colon is one with the first of them. */
export const endOfLead = fact((ask, { place, reading }: Passage): number => {
  const lead = ask(leads).get(keyOf(place, reading));
  if (!lead) return 0;
  const end = toReadingOffset(reading, lead.end);
  return end + (reading.text.charAt(end) === ' ' ? 1 : 0);
});

/** The standard sentences that open sections, by kind and place of the section. */
const leads = fact((ask): ReadonlyMap<string, Span> => {
  const opened = ask.letter.sections.flatMap(({ kind, body, lead }) => (lead ? [{ kind, body, lead }] : []));
  return new Map(opened.map(({ kind, body, lead }) => [keyOf(kind, body), lead]));
});

function keyOf(place: TextPlace, { span }: Reading): string {
  return `${place} ${span.start}`;
}

/** The place in the letter of a word, or of the words from one to another. */
export function spanOfWords({ reading }: Sentence, first: Span, last: Span = first): Span {
  return toSourceSpan(reading, { start: first.start, end: last.end });
}

/** The parts of `spans` that lie in a sentence, in its own offsets. */
function within(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  return spansOver(spans, { start, end }).map((span) => ({
    start: Math.max(span.start, start) - start,
    end: Math.min(span.end, end) - start,
  }));
}

function wordsOf(ask: Ask, text: string, tagger: Tagger): readonly Word[] {
  const notes = ask.notesOn(text);
  const known = notes.get(tagger) as readonly Word[] | undefined;
  if (known) return known;
  const words = recentWords(ask.library, tagger)(text);
  notes.set(tagger, words);
  return words;
}

/** Letters share their standard sentences. Words of so many UTF-16 units are kept, some 10 MB. */
const mostUnits = 200_000;

const recentOf = new WeakMap<Library, WeakMap<Tagger, (text: string) => readonly Word[]>>();

function recentWords(library: Library, tagger: Tagger): (text: string) => readonly Word[] {
  const ofLibrary = recentOf.get(library) ?? new WeakMap<Tagger, (text: string) => readonly Word[]>();
  recentOf.set(library, ofLibrary);
  let recent = ofLibrary.get(tagger);
  if (!recent) {
    recent = keptByText(
      (text) => tagWords(text, tagger, library.wordList),
      () => mostUnits,
    );
    ofLibrary.set(tagger, recent);
  }
  return recent;
}

function tagWords(text: string, tagger: Tagger, listOf: WordListOf): readonly Word[] {
  const parts = listOf('body-part');
  let before: Word | undefined;
  return tagger.tag(text).map(({ start, end, pos: tagged }) => {
    const word = text.slice(start, end);
    const lower = word.toLowerCase().replaceAll('’', "'");
    const isNoun =
      tagged === 'VERB' &&
      !mayTakeVerb(before) &&
      (parts.has(lower) || (/^ of\b/.test(text.slice(end, end + 4)) && !isVerbBeforeOf(lower, listOf)));
    const pos = isNoun ? 'NOUN' : tagged;
    before = { start, end, pos, text: word, lower, isApart: start !== before?.end };
    return before;
  });
}

/** `complain of`; other base forms before "of" are nouns: `evidence of`, `a scan of`. */
function isVerbBeforeOf(lower: string, listOf: WordListOf): boolean {
  return /(?:ed|ing|s)$/.test(lower) || listOf('verb-before-of').has(lower);
}

/** `to shoulder the costs`: a part of the body is a verb only behind such a word. */
function mayTakeVerb(before: Word | undefined): boolean {
  return before !== undefined && (before.pos === 'PART' || before.pos === 'PRON' || before.pos === 'AUX');
}
