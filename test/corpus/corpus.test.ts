// What README.md promises about the corpus. No rule runs here: letters are read, not judged.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import formEntries from '../../server/src/builtin/generated/forms.json';
import templateEntries from '../../server/src/builtin/generated/templates.json';
import { builtinLibrary } from '../../server/src/builtin/library';
import { type Letter, type Reading, readLetter, readText } from '../../server/src/core/index';
import { splitSentences } from '../../server/src/core/text/sentences';
import { type CorpusLetter, groupOf, type Mark, readCorpus, strayMarks } from './corpus';

const letters = readCorpus();
const read = new Map(letters.map(({ name, text }) => [name, readLetter(text, builtinForms)]));
/** How the defects of published letters are divided. */
const publishedShares = { language: 0.7, citation: 0.07, consistency: 0.13, rationale: 0.1 };
/** Sentences that forms and templates give to every letter. */
const standing = new Set([...stringsIn(formEntries), ...stringsIn(templateEntries)].flatMap(sentencesOf).map(folded));

describe.each(letters.map((letter) => [letter.name, letter] as const))('%s', (name, letter) => {
  it('has 4 to 12 KB and at least three decisions', () => {
    const size = Buffer.byteLength(letter.text);
    expect(size).toBeGreaterThanOrEqual(4000);
    expect(size).toBeLessThanOrEqual(12_500);
    expect(decisionsIn(letter)).toBeGreaterThanOrEqual(3);
  });

  it('has marks of the right shape', () => {
    expect(letter.marks.flatMap((mark) => faultsOf(mark, name))).toEqual([]);
  });

  it('holds every quote', () => {
    const reads = readText(letter.text, { start: 0, end: letter.text.length }).text;
    expect(letter.marks.map(({ quote }) => quote).filter((quote) => !reads.includes(quote))).toEqual([]);
  });
});

describe('the corpus', () => {
  it('has no marks without a letter', () => {
    expect(strayMarks(letters)).toEqual([]);
  });

  it('repeats no sentence of another letter, standing ones aside', () => {
    const first = new Map<string, string>();
    const shared: string[] = [];
    for (const { name } of letters) {
      const own = new Set(proseSentences(name).map(folded));
      for (const sentence of own) {
        if (standing.has(sentence)) continue;
        const before = first.get(sentence);
        if (before) shared.push(`${before} and ${name}: ${sentence}`);
        else first.set(sentence, name);
      }
    }
    expect(shared).toEqual([]);
  });

  it('has three sentences in four without a defect', () => {
    const all = letters.flatMap(({ name, marks }) =>
      proseSentences(name).map((sentence) => marks.some(({ quote }) => sentence.includes(quote))),
    );
    expect(all.filter((isMarked) => !isMarked).length / all.length).toBeGreaterThanOrEqual(0.75);
  });

  it.each(Object.entries(publishedShares))('has its share of defects of %s', (group, published) => {
    const marks = letters.flatMap((letter) => letter.marks);
    const share = marks.filter(({ kind }) => groupOf(kind) === group).length / marks.length;
    expect(Math.abs(share - published)).toBeLessThanOrEqual(0.05);
  });

  it('has at least 40 letters and 300 marks', () => {
    expect(letters.length).toBeGreaterThanOrEqual(40);
    expect(letters.flatMap((letter) => letter.marks).length).toBeGreaterThanOrEqual(300);
  });

  it('has a letter of every form and a decision of every rationale class', () => {
    const { forms, fallback } = builtinForms;
    const formIds = new Set([...read.values()].map(({ form }) => form.id));
    const shown = forms.filter((form) => form !== fallback && form.marks.length > 0);
    const missingForms = shown.filter(({ id }) => !formIds.has(id)).map(({ id }) => id);
    const classIds = new Set([...read.values()].flatMap(classesOf));
    const missingClasses = builtinLibrary.classes.filter(({ id }) => !classIds.has(id)).map(({ id }) => id);
    expect({ missingForms, missingClasses }).toEqual({ missingForms: [], missingClasses: [] });
  });
});

/** Rationale classes of what the letter decides. */
function classesOf({ blocks }: Letter): string[] {
  return blocks.flatMap(({ heading }) => builtinLibrary.subjectOf(heading.item.disputed.text).class?.id ?? []);
}

/** Decision blocks; in a form without blocks, its numbered issues. */
function decisionsIn({ name, text }: CorpusLetter): number {
  const letter = letterOf(name);
  return letter.form.hasBlocks ? letter.blocks.length : new Set(text.match(/^\d+\)/gm)).size;
}

function faultsOf(mark: Mark, name: string): string[] {
  const words = mark.quote.split(' ').length;
  const faults = [
    mark.file !== name && 'names another file',
    (words < 2 || words > 12) && `quotes ${words} words`,
    groupOf(mark.kind) === undefined && `is of an unknown kind, ${mark.kind}`,
    !['must', 'should'].includes(mark.severity) && `is of an unknown severity, ${mark.severity}`,
    !(mark.fix && mark.why) && 'says neither what to do nor why',
    mark.why.split(' ').length > 12 && 'gives a long reason',
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `"${mark.quote}" ${fault}`);
}

/** Sentences of what a person wrote: not headings, items or guideline fields. */
function proseSentences(name: string): readonly string[] {
  const letter = letterOf(name);
  const { blocks, form, sections } = letter;
  const written = sections.filter(
    ({ kind }) => kind === 'case-summary' || kind === 'documents-reviewed' || !form.hasBlocks,
  );
  const readings: Reading[] = [
    ...written.map(({ prose }) => prose),
    ...blocks.map(({ fields }) => fields.rationale.body),
  ];
  return readings.flatMap(({ text }) => sentencesOf(text));
}

function sentencesOf(text: string): string[] {
  return splitSentences(text, builtinLibrary.stops).map(({ start, end }) => text.slice(start, end));
}

function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : [];
}

function letterOf(name: string): Letter {
  const letter = read.get(name);
  if (!letter) throw new Error(`${name} was not read`);
  return letter;
}

function folded(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
