import { builtinLibrary } from '../../server/src/builtin/library';
import {
  askAbout,
  type Conclusion,
  type DecisionBlock,
  isAncillary,
  isEmpty,
  type Letter,
  nameOf,
  readText,
  type Span,
  sectionOf,
  subjectOf,
  toSourceSpan,
} from '../../server/src/core/index';
import { conclusionIn, type Defect, edited, type Planted, pickBlock, type Random, replaced, sourceOf } from './defect';

const opioid =
  /\b(?:norco|percocet|tramadol|ultram|hydrocodone|oxycodone|oxycontin|morphine|fentanyl|nucynta|vicodin|opana|dilaudid|butrans|trezix|codeine|methadone|soma|carisoprodol|diazepam|valium|xanax|ativan|klonopin)\b/i;
const weaning = /\b(?:wean|taper|abrupt|withdrawal|discontinu|stop long-term)/i;
const soleConclusion = /medically\s+(?:necessary|appropriate)|medical\s+necessity|is\s+not\s+necessary/i;

/** The rationale says it once, so that taking that sentence out leaves it unsaid. */
function hasSoleConclusion(letter: Letter, block: DecisionBlock): boolean {
  const conclusion = conclusionIn(letter, block);
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

function conclusionText(letter: Letter, block: DecisionBlock): string {
  const conclusion = conclusionIn(letter, block);
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
      const conclusion = conclusionIn(letter, block);
      return conclusion && replaced(letter, conclusion.span, '', block);
    },
  },
  {
    kind: 'conclusion flipped',
    codes: ['IMR302'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => {
        const own = conclusionIn(letter, b);
        return own !== undefined && !/unnecessary|lacks/i.test(sourceOf(letter, own.phrase));
      });
      const conclusion = conclusionIn(letter, block);
      if (!conclusion) return undefined;
      const { newText, ...span } = flipped(letter, conclusion);
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
        const conclusion = conclusionIn(letter, block);
        if (!conclusion) return undefined;
        const { newText, ...span } = flipped(letter, conclusion);
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
        (b) => conclusionIn(letter, b)?.necessary === false && b.heading.outcome.value === 'Upheld',
      );
      const start = conclusionIn(letter, block)?.span.start;
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
      const block = pickBlock(letter, random, (b) => conclusionIn(letter, b) !== undefined);
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
  {
    kind: 'rationale that never names the item',
    codes: ['IMR304'],
    plant: (letter, random) =>
      rewritten(
        letter,
        random,
        'drug',
        () => 'The injured worker was seen in May and had no relief. The guideline asks for relief.',
      ),
  },
  {
    kind: 'rationale without a fact about the patient',
    codes: ['IMR305'],
    plant: (letter, random) =>
      rewritten(letter, random, 'any', (item) => `The guideline recommends ${item} for a short time and not beyond.`),
  },
  {
    kind: 'rationale without a guideline or criterion',
    codes: ['IMR306'],
    plant: (letter, random) =>
      rewritten(letter, random, 'any', (item) => `The injured worker walks without help and asked for ${item} in May.`),
  },
  {
    kind: 'denial of a record that the summary has',
    codes: ['IMR310'],
    plant: deniedRecord,
  },
  {
    kind: 'outside source without a word on the MTUS',
    codes: ['IMR211'],
    plant: outsideSource,
  },
  {
    kind: 'rationale that leaves required elements out',
    codes: ['IMR308'],
    plant: (letter, random) =>
      rewritten(letter, random, 'drug', (item) => `The injured worker takes ${item}. The guideline asks for more.`),
  },
  {
    kind: 'denial because the MTUS says nothing',
    codes: ['IMR312'],
    plant: (letter, random) =>
      rewritten(
        letter,
        random,
        'any',
        (item) => `The injured worker asks for ${item}. The MTUS does not address it.`,
        'Therefore, the',
      ),
  },
  {
    kind: 'pointer to a figure of the source',
    codes: ['IMR313'],
    plant(letter, random) {
      const block = pickBlock(letter, random, ({ fields }) => fields.rationale.state === 'present');
      const start = block?.fields.rationale.body.span.start ?? 0;
      const words = random.pick([
        'Recommended as outlined below. ',
        'It heals slowly (see the table below). ',
        'It heals slowly. [4, 12-14] ',
      ]);
      return block && replaced(letter, { start, end: start }, words ?? '', block);
    },
  },
  {
    kind: 'limit exceeded by no number',
    codes: ['IMR314'],
    plant(letter, random) {
      const ask = askAbout(letter, builtinLibrary);
      const block = pickBlock(
        letter,
        random,
        (candidate) =>
          candidate.heading.outcome.value === 'Upheld' &&
          candidate.fields.rationale.state === 'present' &&
          /\b(?:times|visits|sessions)\b/i.test(candidate.heading.item.disputed.text) &&
          ask(subjectOf, candidate).class?.id === 'pt',
      );
      const text =
        'The MTUS allows 9-10 visits over 8 weeks. The therapy requested by the injured worker is in excess of the guideline. The request is not medically necessary.';
      return block && replaced(letter, block.fields.rationale.body.span, text, block);
    },
  },
  {
    kind: 'advice on stopping a drug under a test',
    codes: ['IMR315'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        ({ fields, heading }) =>
          fields.rationale.state === 'present' && /^(?:X-rays?|MRI|EMG)\b/.test(heading.item.disputed.text),
      );
      const end = block?.fields.rationale.body.span.end ?? 0;
      return block && replaced(letter, { start: end, end }, ' The opioids should not be stopped abruptly.', block);
    },
  },
];

/** Puts other sentences before the conclusion of an upheld block; `about` says whether its item must be a drug. */
function rewritten(
  letter: Letter,
  random: Random,
  about: 'drug' | 'any',
  sentences: (item: string) => string,
  conclusion = 'The',
): Planted | undefined {
  const ask = askAbout(letter, builtinLibrary);
  const block = pickBlock(letter, random, (candidate) => {
    const { drugs, treatments } = ask(subjectOf, candidate);
    const isNamed = about === 'drug' ? drugs.length > 0 : drugs.length + treatments.length > 0;
    return (
      candidate.heading.outcome.value === 'Upheld' &&
      candidate.fields.rationale.state === 'present' &&
      isNamed &&
      !ask(isAncillary, candidate)
    );
  });
  if (!block) return undefined;
  const text = `${sentences(nameOf(block))} ${conclusion} request is not medically necessary.`;
  return replaced(letter, block.fields.rationale.body.span, text, block);
}

/** The summary records a drug screen, and a rationale says that none is on record. */
function deniedRecord(letter: Letter, random: Random): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary');
  const block = pickBlock(letter, random, ({ fields }) => fields.rationale.state === 'present');
  if (!summary || summary.prose.text === '' || !block) return undefined;
  const [end, start] = [summary.prose.span.end, block.fields.rationale.body.span.start];
  return edited(
    letter,
    [
      { span: { start: end, end }, newText: ' A urine drug screen in May was consistent.' },
      { span: { start, end: start }, newText: 'There is no documentation of urine drug screens. ' },
    ],
    block,
  );
}

/** A block rests on the ODG alone, and its rationale does not say why. */
function outsideSource(letter: Letter, random: Random): Planted | undefined {
  const block = pickBlock(
    letter,
    random,
    ({ fields, heading }) => fields.reviewerGuideline.state === 'present' && heading.outcome.value === 'Upheld',
  );
  if (!block) return undefined;
  const { reviewerGuideline, rationale } = block.fields;
  const citation = 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain Chapter.';
  const sentence = 'The guideline asks for relief, which the injured worker did not report in May.';
  return edited(
    letter,
    [
      { span: block.heading.item.span, newText: 'Ambien 10mg #30' },
      { span: reviewerGuideline.body.span, newText: citation },
      { span: rationale.body.span, newText: `${sentence} The request for Ambien 10mg #30 is not medically necessary.` },
    ],
    block,
  );
}
