// Draws sentences and blocks of the published letters for labeling, always the same ones; see README.md for how to run it.
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout } from '../../server/src/core/analysis/ask';
import { caseSummary } from '../../server/src/core/analysis/case-summary';
import { ledgerOf } from '../../server/src/core/analysis/ledger';
import { sentencesIn } from '../../server/src/core/analysis/sentences';
import { type Ask, applyEdits, readLetter } from '../../server/src/core/index';
import { type Reading, toSourceSpan } from '../../server/src/core/text/reading';
import { sha256 } from '../../server/src/core/text/sha256';
import { readSharedLetters } from '../shared-letters';
import { hashOfFix, type ReviewFix, reviewFixesIn } from './review-fixes';
import { shuffled } from './shuffled';

/** A place of a letter. Offsets are UTF-16 units of its text. */
interface Place {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const letters = readSharedLetters('.').map(({ name, text }) => {
  const letter = readLetter(text, builtinForms);
  return { name: name.replace(/\.txt$/, ''), text, letter, ask: askAbout(letter, builtinLibrary) };
});

function sentences(name: string, text: string, ask: Ask, reading: Reading | undefined): Place[] {
  if (!reading) return [];
  return ask(sentencesIn, reading).map((sentence) => {
    const { start, end } = toSourceSpan(reading, sentence);
    return { letter: name, start, end, text: text.slice(start, end) };
  });
}

/** No more than `perLetter` of a letter, none whose words were drawn before. */
function draw(places: readonly Place[], count: number, perLetter: number): Place[] {
  const drawn: Place[] = [];
  for (const place of shuffled(places, 11)) {
    const same = drawn.filter(({ letter }) => letter === place.letter).length;
    const isNew = drawn.every(({ text }) => text.replace(/\s+/g, ' ') !== place.text.replace(/\s+/g, ' '));
    if (drawn.length < count && same < perLetter && isNew && place.text.length > 12) drawn.push(place);
  }
  return drawn;
}

function sampleSentences(): Place[] {
  const rationales = letters.flatMap(({ name, text, letter, ask }) =>
    letter.blocks.flatMap(({ fields }) => sentences(name, text, ask, fields.rationale.body)),
  );
  const summaries = letters.flatMap(({ name, text, ask }) => sentences(name, text, ask, ask(caseSummary)?.prose));
  return [...draw(rationales, 280, 6), ...draw(summaries, 120, 2)];
}

/** Blocks by class in turn, so that no class fills the sample. */
function sampleBlocks(): unknown[] {
  const blocks = letters.flatMap(({ name, letter, ask }) =>
    letter.blocks.map((block) => ({ name, block, ask, kind: ask(ledgerOf, block).class?.id ?? 'none' })),
  );
  const byClass = groupByKind(shuffled(blocks, 11));
  const turns = Array.from({ length: 60 }, (_, i) => [...byClass.values()].flatMap((list) => list[i] ?? []));
  return turns
    .flat()
    .slice(0, 60)
    .map(({ name, block, kind }) => ({ letter: name, block: block.index, kind }));
}

function groupByKind<T extends { readonly kind: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.kind, [...(groups.get(item.kind) ?? []), item]);
  return groups;
}

/** First fixes that a person must look at, by rule in turn and no more than three of a letter, with the text around them and what becomes of it. */
function sampleFixes(): unknown[] {
  const fixes = letters.flatMap(({ name, text }) =>
    reviewFixesIn(text).map((fix) => ({ name, text, ...fix, kind: fix.code })),
  );
  const byRule = groupByKind(shuffled(fixes, Number(process.argv[3] ?? 11)));
  const turns = Array.from({ length: 60 }, (_, i) => [...byRule.values()].flatMap((list) => list[i] ?? []));
  const drawn: ReturnType<typeof withContext>[] = [];
  for (const fix of turns.flat()) {
    const ofLetter = drawn.filter(({ letter }) => letter === fix.name).length;
    if (drawn.length < 60 && ofLetter < 3) drawn.push(withContext(fix));
  }
  return drawn;
}

function withContext({ name, text, code, message, title, span, edits }: ReviewFix & { name: string; text: string }) {
  const { start, end } = span;
  const [from, to] = [Math.max(0, start - 700), Math.min(text.length, end + 300)];
  const inside = edits.map((edit) => ({ ...edit, span: { start: edit.span.start - from, end: edit.span.end - from } }));
  const before = text.slice(from, to);
  const after = inside.every((edit) => edit.span.start >= 0 && edit.span.end <= before.length)
    ? applyEdits(before, inside)
    : edits.map(({ newText }) => newText).join(' … ');
  return {
    letter: name,
    code,
    start,
    end,
    hash: sha256(text.slice(start, end)).slice(0, 16),
    fix: hashOfFix(edits),
    message,
    title,
    before,
    after,
  };
}

const samples: Readonly<Record<string, () => readonly unknown[]>> = {
  blocks: sampleBlocks,
  fixes: sampleFixes,
  sentences: sampleSentences,
};
const drawn = samples[process.argv[2] ?? '']?.() ?? [];
console.log(drawn.map((each) => JSON.stringify(each)).join('\n'));
