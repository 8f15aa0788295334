import type { LetterAnalysis } from '../../analysis/analysis';
import { mentionsOf } from '../../analysis/mentions';
import type { NameMatch } from '../../library/types';
import type { DecisionBlock } from '../../model/letter';
import { toSourceSpan } from '../../text/reading';
import { insertParagraphsAt } from '../edits';
import { blockTemplate } from '../field-template';
import { defineLetterRule } from '../rule';

export const undecidedItem = defineLetterRule({
  code: 'IMR404',
  name: 'undecided-item',
  severity: 'warning',
  fix: 'review',
  summary: 'Utilization review denied a treatment on which the letter does not decide.',
  why: 'The determination must answer each disputed treatment of the application (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)); what it passes over stays open, and the worker without an answer.',
  repair: 'Add a decision block for it, or say in the summary why it is not in dispute.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the requests for Norco 10/325mg #60 and Zanaflex 4mg #30.
                                                             ^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 who takes Zanaflex.
Utilization review on 12/07/2016 certified an MRI of the lumbar spine and denied the request for
hydrocodone/APAP due to a lack of results from physical therapy. Acupuncture was requested.`,
      },
    ],
  },
  *check({ letter, analysis }) {
    const reading = analysis.summary?.prose;
    if (!reading || letter.blocks.length === 0) return;
    const decided = analysis.reviewDecisions.filter(
      ({ kind, sentence }) =>
        kind === 'denied' || (kind === 'modified' && !granting.test(reading.text.slice(sentence.start, sentence.end))),
    );
    const parts = decided.flatMap(({ object }) => object);
    const seen = new Set<string>();
    const names = analysis.namesIn(reading);
    for (const [i, name] of names.entries()) {
      const part = parts.find(({ start, end }) => start <= name.start && name.end <= end);
      if (!part || !isItem(name) || aside.test(reading.text.slice(part.start, name.start))) continue;
      const words = reading.text.slice(name.start, name.end);
      const bodyParts = bodyPartsOf(analysis, names, i, part.end);
      if (!name.sure && bodyParts.length === 0) continue;
      if (letter.blocks.some((block) => covers(analysis, block, name, words, bodyParts))) continue;
      if (seen.has(name.name)) continue;
      seen.add(name.name);
      const after = letter.blocks.at(-1)?.span.end ?? reading.span.end;
      yield {
        span: toSourceSpan(reading, name),
        message: `The summary says that utilization review denied ${words}, and the letter has no decision on it; each disputed treatment must be answered (Labor Code 4610.6). Add a block, or say why it is not in dispute.`,
        fixes: [
          {
            title: `Add a decision block for ${words}`,
            kind: 'review',
            edits: [insertParagraphsAt(letter, after, withItem(blockTemplate(letter.form), words))],
          },
        ],
      };
    }
  },
});

/** A sentence that lists what was granted beside what was not. */
const granting = /\b(?:accommodat|allowing|original request)/i;

type Paragraphs = ReturnType<typeof blockTemplate>;

function withItem([heading = [], ...fields]: Paragraphs, item: string): Paragraphs {
  return [[item, ...heading.slice(1)], ...fields];
}

/** A drug or treatment that can stand for itself in a request; `MRI`, which may be of several parts, counts once a part is named. */
function isItem({ refs, sure, name }: NameMatch): boolean {
  if (/compound|medication|surg|consult/i.test(name)) return false;
  const kinds = refs.map(({ kind }) => kind);
  if (sure)
    return kinds.some((kind) => kind === 'brand' || kind === 'generic' || kind === 'drug' || kind === 'treatment');
  return kinds.length > 1 && kinds.every((kind) => kind === 'treatment');
}

/** What follows is the circumstance of a request, not the request. */
const aside =
  /\b(?:after|following|status post|despite|until|prior|previous|history of|failure of|trial of|response to|instead of|provided on|due to|as the)\b(?:(?! and )[^,;]){0,80}$/i;

/** The block is about the same drug or treatment; of one that may be for any part of the body, about one of the parts named. */
function covers(
  analysis: LetterAnalysis,
  block: DecisionBlock,
  name: NameMatch,
  words: string,
  parts: readonly string[],
): boolean {
  const subject = analysis.subjectOf(block);
  if (block.heading.item.text.toLowerCase().includes(words.toLowerCase())) return true;
  if (mentionsOf(analysis.library, subject, [name]).length === 0) return false;
  if (subject.drugs.length > 0 || parts.length === 0 || subject.bodyParts.length === 0) return true;
  return subject.bodyParts.some(({ id }) => parts.includes(id));
}

/** The parts of the body that stand between a name and the next item's, and those that the treatment itself is for. */
function bodyPartsOf(analysis: LetterAnalysis, names: readonly NameMatch[], at: number, end: number): string[] {
  const name = names[at];
  const next = names.slice(at + 1).find(isItem);
  const until = Math.min(end, next?.start ?? end);
  const near = names.slice(at + 1).filter((other) => other.end <= until);
  const own = (name?.sure ? name.refs : []).flatMap(({ kind, id }) =>
    kind === 'treatment' ? (analysis.library.treatment(id)?.bodyParts ?? []) : [],
  );
  return [
    ...(own ?? []),
    ...near.flatMap(({ refs }) => refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id)),
  ];
}
