import {
  type Conclusion,
  type DecisionBlock,
  isEmpty,
  type Letter,
  readText,
  type Span,
  toSourceSpan,
} from '../../server/src/core/index';
import { type Defect, edited, type Planted, pickBlock, replaced, sourceOf } from './defect';

const opioid =
  /\b(?:norco|percocet|tramadol|ultram|hydrocodone|oxycodone|oxycontin|morphine|fentanyl|nucynta|vicodin|opana|dilaudid|butrans|trezix|codeine|methadone|soma|carisoprodol|diazepam|valium|xanax|ativan|klonopin)\b/i;
const weaning = /\b(?:wean|taper|abrupt|withdrawal|discontinu|stop long-term)/i;
const soleConclusion = /medically\s+(?:necessary|appropriate)|medical\s+necessity|is\s+not\s+necessary/i;

/** The rationale says it once, so that taking that sentence out leaves it unsaid. */
function hasSoleConclusion(letter: Letter, block: DecisionBlock): boolean {
  const { conclusion } = block;
  if (!conclusion) return false;
  const { span } = block.fields.rationale.body;
  const rest = [
    sourceOf(letter, { start: span.start, end: conclusion.span.start }),
    sourceOf(letter, { start: conclusion.span.end, end: span.end }),
  ];
  // A rationale of this one sentence would be left empty: another defect.
  if (rest.join('').trim() === '') return false;
  return !rest.some((text) =>
    soleConclusion.test(text.replace(/[^.]*(?:decision addresses|decision\s+should\s+not)[^.]*\./g, '')),
  );
}

function flipped(letter: Letter, conclusion: Conclusion): Span & { newText: string } {
  const words = sourceOf(letter, conclusion.phrase);
  if (!conclusion.necessary)
    return {
      ...conclusion.phrase,
      newText: words
        .replace(/\bcannot\b/i, 'can')
        .replace(/\s*\bnot\b[\s-]*/i, ' ')
        .replace(/^ /, ''),
    };
  return { ...conclusion.phrase, newText: words.replace(/\b(is|are|was|were|be)\b/i, '$1 not') };
}

function conclusionText(letter: Letter, { conclusion }: DecisionBlock): string {
  return conclusion ? sourceOf(letter, conclusion.span) : '';
}

/** Sentences of a field as source spans. */
function sentencesOf(letter: Letter, within: Span): Span[] {
  const reading = readText(letter.source.text, within);
  const spans: Span[] = [];
  let start = 0;
  for (const stop of reading.text.matchAll(/[.!?]["”)]*(?= [A-Z"“]|$)/g)) {
    const end = (stop.index ?? 0) + stop[0].length;
    spans.push(toSourceSpan(reading, { start, end }));
    start = end + 1;
  }
  return spans.filter((span) => !isEmpty(span));
}

function dropSentences(letter: Letter, within: Span, pattern: RegExp, block?: DecisionBlock): Planted | undefined {
  const found = sentencesOf(letter, within).filter((span) => pattern.test(sourceOf(letter, span).replace(/\s+/g, ' ')));
  return found.length === 0
    ? undefined
    : edited(
        letter,
        found.map((span) => ({ span, newText: '' })),
        block,
      );
}

export const rationaleDefects: readonly Defect[] = [
  {
    kind: 'conclusion removed',
    codes: ['IMR301'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => hasSoleConclusion(letter, b));
      return block?.conclusion ? replaced(letter, block.conclusion.span, '', block) : undefined;
    },
  },
  {
    kind: 'conclusion flipped',
    codes: ['IMR302'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) => b.conclusion !== null && !/unnecessary|lacks/i.test(sourceOf(letter, b.conclusion.phrase)),
      );
      if (!block?.conclusion) return undefined;
      const { newText, ...span } = flipped(letter, block.conclusion);
      return newText === sourceOf(letter, span) ? undefined : replaced(letter, span, newText, block);
    },
  },
  ...(['drop', 'double', 'break'] as const).map(
    (slip): Defect => ({
      kind: `conclusion flipped, and damaged: ${slip}`,
      codes: ['IMR302'],
      // The damage itself, and nothing about a conclusion that would be missing.
      alsoAllowed: ['IMR501', 'IMR502'],
      plant(letter, random) {
        const block = pickBlock(letter, random, (b) => /is not medically\s+necessary/.test(conclusionText(letter, b)));
        if (!block?.conclusion) return undefined;
        const { newText, ...span } = flipped(letter, block.conclusion);
        const damaged = {
          drop: newText.replace('medically', 'medicaly'),
          double: newText.replace('medically', 'medically medically'),
          break: newText.replace('necess', 'n\uFFFDcess'),
        }[slip];
        return replaced(letter, span, damaged, block);
      },
    }),
  ),
  {
    kind: 'compliance beside a denial',
    codes: ['IMR303'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) => b.conclusion?.necessary === false && b.heading.outcome.value === 'Upheld',
      );
      const start = block?.conclusion?.span.start;
      return start === undefined
        ? undefined
        : replaced(
            letter,
            { start, end: start },
            'The request is consistent with the guideline recommendations. ',
            block,
          );
    },
  },
  {
    kind: 'outcome flipped',
    codes: ['IMR302'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => b.conclusion !== null);
      return (
        block &&
        replaced(
          letter,
          block.heading.outcome.span,
          block.heading.outcome.value === 'Upheld' ? 'Overturned' : 'Upheld',
          block,
        )
      );
    },
  },
  {
    kind: 'weaning removed',
    codes: ['IMR307'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) =>
          b.heading.outcome.value === 'Upheld' &&
          opioid.test(b.heading.item.disputed.text) &&
          weaning.test(b.fields.rationale.body.text) &&
          /chronic|long[- ]term|since|months|years/i.test(b.fields.rationale.body.text),
      );
      return block && dropSentences(letter, block.fields.rationale.body.span, weaning, block);
    },
  },
  {
    kind: 'half definition',
    codes: ['IMR309'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => b.fields.rationale.body.text !== '');
      if (!block) return undefined;
      const at = block.fields.rationale.body.span.start;
      const sentence =
        'Functional improvement is defined as a clinically significant gain in activities of daily living or a reduction in work restrictions. ';
      return replaced(letter, { start: at, end: at }, sentence, block);
    },
  },
  {
    kind: 'utilization review decision removed',
    codes: ['IMR411'],
    plant(letter) {
      const summary = letter.sections.find((section) => section.kind === 'case-summary');
      const said =
        /utilization\s+review|\bUR\b|non-?\s?certif|denied|denial|modified the|failed to approve|not\s+medically\s+necessary|did not approve|partially|approved|authorized|certified|determined|original\s+request|review|request for/i;
      return summary && dropSentences(letter, summary.prose.span, said);
    },
  },
];
