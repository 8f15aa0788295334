import { type DecisionBlock, isEmpty, type Letter, type Span, sectionOf } from '../../server/src/core/index';
import { type Defect, findPlace, pickBlock, type Random, replaced } from './defect';

/** A rationale or the summary: running text. */
function pickProse(letter: Letter, random: Random): { span: Span; block?: DecisionBlock } | undefined {
  const summary = sectionOf(letter, 'case-summary');
  const places: { span: Span; block?: DecisionBlock }[] = letter.blocks.map((block) => ({
    span: block.fields.rationale.body.span,
    block,
  }));
  if (summary) places.push({ span: summary.prose.span });
  return random.pick(places.filter(({ span }) => !isEmpty(span)));
}

function change(
  letter: Letter,
  random: Random,
  pattern: RegExp,
  to: (match: RegExpMatchArray) => string,
): ReturnType<Defect['plant']> {
  const prose = pickProse(letter, random);
  const place = prose && findPlace(letter, prose.span, pattern, random);
  return place && replaced(letter, place, to(place.match), prose.block);
}

function addSentence(letter: Letter, random: Random, sentences: readonly string[]): ReturnType<Defect['plant']> {
  const summary = sectionOf(letter, 'case-summary');
  const end = summary?.prose.span.end;
  return end === undefined || summary?.prose.text === ''
    ? undefined
    : replaced(letter, { start: end, end }, ` ${random.pick(sentences)}`);
}

export const wordingDefects: readonly Defect[] = [
  {
    kind: 'mojibake',
    codes: ['IMR501'],
    plant: (letter, random) =>
      change(
        letter,
        random,
        /(?<=[a-z]) (?=[a-z])/g,
        () => random.pick([' ï¿½', ' \uFFFD', ' â€œ', ' Â§ ', 'â€™s ']) ?? '',
      ),
  },
  {
    kind: 'doubled word',
    codes: ['IMR502'],
    plant: (letter, random) =>
      change(letter, random, /(?<=\s)(?!had|that|very|pain)([a-z]{3,12})(?= [a-z])/g, (m) => `${m[0]} ${m[0]}`),
  },
  {
    kind: 'run-on after a stop',
    codes: ['IMR503'],
    plant: (letter, random) => change(letter, random, /(?<=[a-z]{3})\.\s+(?=[A-Z][a-z]+)/g, () => '.'),
  },
  {
    kind: 'run-on after a comma',
    codes: ['IMR503'],
    plant: (letter, random) => change(letter, random, /(?<=[a-z]{3}), (?=[a-z]{3})/g, () => ','),
  },
  {
    kind: 'double stop',
    codes: ['IMR507'],
    plant: (letter, random) =>
      change(letter, random, /(?<=[a-z]{3})\.(?=\s+[A-Z])/g, () => random.pick(['..', ' .', ',.']) ?? ''),
  },
  {
    kind: 'stop and comma',
    codes: ['IMR507'],
    plant: (letter, random) => change(letter, random, /(?<=\s[a-z]{6,}),(?=\s+[a-z])/g, () => '.,'),
  },
  {
    kind: 'word doubled in two cases',
    codes: ['IMR502'],
    plant: (letter, random) =>
      change(letter, random, /(?<=\.\s+)(?:The|This|There|As|In)(?=\s[a-z])/g, (m) => `${m[0]} ${m[0].toLowerCase()}`),
  },
  {
    kind: 'misspelled drug',
    codes: ['IMR504'],
    plant(letter, random) {
      const names =
        /\b(?:ibuprofen|naproxen|tramadol|cyclobenzaprine|hydrocodone|gabapentin|carisoprodol|tizanidine|omeprazole|etodolac|lidocaine|acetaminophen|diclofenac|meloxicam|baclofen|Flexeril|Percocet|Zanaflex|Voltaren|Naprosyn|Pantoprazole|Nortriptyline|orphenadrine|Celecoxib|Venlafaxine|Bupropion|diazepam)\b/gi;
      const misspell = (word: string): string => {
        const at = 2 + random.below(word.length - 4);
        return random.below(2) === 0
          ? word.slice(0, at) + word.slice(at + 1)
          : word.slice(0, at) + (word[at] === 'o' ? 'a' : 'o') + word.slice(at + 1);
      };
      return change(letter, random, names, (m) => misspell(m[0]));
    },
  },
  {
    kind: 'mojibake in a word',
    codes: ['IMR501'],
    plant: (letter, random) =>
      change(letter, random, /(?<=[a-z]{3})'(?=s\b)/g, () => random.pick(['â€™', 'Ã¢â‚¬â„¢', '\uFFFD', 'ï¿½']) ?? ''),
  },
  {
    kind: 'misspelled drug in the heading',
    codes: ['IMR504'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) =>
          /^(?:Norco|Norflex|Percocet|Cyclobenzaprine|Diclofenac|Ibuprofen|Tramadol|Omeprazole|Pantoprazole|Celecoxib|Etodolac|Nortriptyline|Baclofen|Ultram|Flexeril|Voltaren|Orphenadrine|Lorzone|Bupropion|Venlafaxine)\b/.test(
            b.heading.item.text,
          ) && b.heading.item.request.original === null,
      );
      if (!block) return undefined;
      const { start } = block.heading.item.span;
      const at = start + 2 + random.below(2);
      return replaced(letter, { start: at, end: at + 1 }, letter.source.text.charAt(at) === 'e' ? 'a' : 'e', block);
    },
  },
  {
    kind: 'known slip',
    codes: ['IMR506'],
    plant: (letter, random) =>
      addSentence(letter, random, [
        'The injured workers back pain is worse.',
        'Spasm was also note.',
        'There is documentation of the spasms are persistent.',
        'In as much as that no records came, nothing changed.',
      ]),
  },
  {
    kind: 'identifier',
    codes: ['IMR601'],
    plant: (letter, random) =>
      addSentence(letter, random, [
        'The social security number is 523-45-6789.',
        'The patient can be reached at (415) 555-0134.',
        'Records were sent by jane.roe@example.com last week.',
        'The patient was born on 04/12/1971 in Fresno.',
        'The patient lives at 1432 Oak Street, Fresno, CA 93701.',
        'Her DOB is 4/12/71.',
        'Call 415-555-0134 with questions.',
        'The claim number is WC-2016-448812.',
        'SSN: 523 45 6789.',
        'Tel. +1 415 555 0134.',
        'Patient name: Jane Roe.',
        'Mr. Roe reported relief.',
      ]),
  },
  {
    kind: 'reviewer named',
    codes: ['IMR602'],
    plant(letter, random) {
      const how = sectionOf(letter, 'how-made');
      const last = pickBlock(letter, random)?.span.end;
      const signed = random.pick([
        'The expert reviewer is John Q. Smith, M.D.',
        'Reviewer: Jane Roe, MD',
        'This review was performed by Dr. Alan Grant.',
      ]);
      if (how && random.below(2) === 0)
        return replaced(letter, { start: how.prose.span.end, end: how.prose.span.end }, `\n\n${signed}`);
      const end = letter.blocks.at(-1)?.span.end;
      return last === undefined || end === undefined
        ? undefined
        : replaced(
            letter,
            { start: end, end },
            `\n\nSincerely,\n${random.pick(['Jane Roe, MD', 'John Q. Smith, M.D.\nExpert Reviewer', 'Alan Grant, D.O.', 'Dr. Mary Jones'])}`,
          );
    },
  },
  {
    kind: 'page break inside a sentence',
    codes: ['IMR508'],
    plant: (letter, random) => change(letter, random, /(?<=[a-z]) (?=[a-z])/g, () => '\n\f\n'),
  },
  {
    kind: 'place left open',
    codes: ['IMR509'],
    plant: (letter, random) =>
      change(
        letter,
        random,
        /(?<=[a-z]) (?=[a-z])/g,
        () => random.pick([' [date] ', ' [pain score: 4 | 7] ', ' ____ ']) ?? '',
      ),
  },
];
