import type { Ask } from '../../analysis/fact';
import { onsetOf } from '../../language/indefinite-article';
import { spanOfWords } from '../../language/read-sentences';
import type { Sentence, Word } from '../../language/sentence';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { constructionFindings } from '../construction-findings';
import { defineLanguageRule } from '../rule';

export const article = defineLanguageRule({
  code: 'IMR702',
  name: 'article',
  severity: 'information',
  fix: 'review',
  summary: 'An article (a, an, the) is wrong, missing, or not needed.',
  why: 'Without its article a phrase reads like a note that was pasted in, and the reader must guess whether one finding or any is meant. A determination is read by the injured worker, the parties and sometimes a judge, who take each word as meant.',
  repair: 'Write the article that is offered. Notes in telegraphic style and labels of diagnoses need none.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She reports an ache in right knee.
                                                                                                    ^^^^^^^^^^^^^
The plan was a MRI of the knee and an TENS unit. There was lack of a record of exercise. She takes Norco 10/325mg #60.
             ^
                                   ^^
                                                           ^^^^
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She reports right knee pain. The plan was
an MRI of the knee, an x-ray, a one-hour visit and a TENS unit. She takes Norco 10/325mg #60.
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    yield* wrongIndefinite(sentence, ask);
    yield* bareParts(sentence, ask);
    yield* constructionFindings(sentence, ask, 'article');
  },
});

/** `a MRI`, `an TENS unit`. */
function* wrongIndefinite(sentence: Sentence, { library }: Ask): Generator<Finding> {
  for (let i = 0; i < sentence.words.length; i++) {
    const word = sentence.words[i] as Word;
    const next = sentence.words[i + 1];
    if ((word.lower !== 'a' && word.lower !== 'an') || !next?.isApart || !isArticle(word, i)) continue;
    const onset = onsetOf(wholeOf(sentence, next), library);
    const right = onset === 'vowel' ? 'an' : 'a';
    if (onset === undefined || right === word.lower) continue;
    const span = spanOfWords(sentence, word);
    const write = word.text.startsWith('A') ? `A${right.slice(1)}` : right;
    yield {
      span,
      message: `"${word.text} ${next.text}" should be "${write} ${next.text}".`,
      fixes: [{ title: `Change to "${write}"`, kind: 'review', edits: [replace(span, write)] }],
    };
  }
}

/** Not the letter of a list or a grade: `Schedule A`, `a)`. */
function isArticle({ text }: Word, at: number): boolean {
  return at === 0 || text !== text.toUpperCase();
}

/** With what is written to it: `x` and `-ray` are words of their own. */
function wholeOf({ text }: Sentence, { start }: Word): string {
  return /^[^\s,.;:()/]*/.exec(text.slice(start, start + 40))?.[0] ?? '';
}

/** `pain in right knee`: preposition, side or region, and a part of which there is one. */
function* bareParts(sentence: Sentence, { library }: Ask): Generator<Finding> {
  const { words } = sentence;
  const lists = {
    before: library.wordList('before-body-part'),
    side: library.wordList('side'),
    region: library.wordList('region'),
    part: library.wordList('body-part'),
    parts: library.wordList('body-parts'),
    after: library.wordList('after-body-part'),
  };
  if (!words.some(({ pos }) => pos === 'AUX' || pos === 'VERB')) return;
  const isBefore = (word: Word | undefined): boolean =>
    word !== undefined && (lists.side.has(word.lower) || lists.region.has(word.lower));
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (!lists.before.has(word.lower)) continue;
    let at = i + 1;
    while (at < i + 6 && (isBefore(words[at]) || (at > i + 1 && isJoint(words[at]) && isBefore(words[at + 1])))) at++;
    const part = words[at];
    const first = words[i + 1];
    if (at === i + 1 || !part || !first) continue;
    const isOne = lists.part.has(part.lower) && first.lower !== 'bilateral';
    const areLimbs = lists.parts.has(part.lower) && !lists.side.has(first.lower);
    if (!isOne && !areLimbs) continue;
    const next = words[at + 1];
    if (next && isJoint(next)) {
      // "In right knee and leg pain": both describe the pain.
      if (!joinsOther(words, at + 2, lists)) continue;
    } else if (
      next &&
      (lists.after.has(next.lower) || next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN')
    )
      continue;
    const isLabel =
      isName(words, i, library.wordList('names-of-items')) || isName(words, i, library.wordList('names-of-diagnoses'));
    const span = spanOfWords(sentence, word, part);
    const phrase = sentence.text.slice(first.start, part.end);
    yield {
      span,
      message: `Missing "the" before "${phrase}".`,
      fixes: [{ title: 'Insert "the"', kind: 'review', edits: [replace(span, `${word.text} the ${phrase}`)] }],
      ...(isLabel && { atMost: 'hint' as const }),
    };
  }
}

function isJoint(word: Word | undefined): boolean {
  return word?.lower === 'and' || word?.lower === 'or';
}

/** What "and" joins to a part of the body is no other part, so that no noun behind both can be meant. */
function joinsOther(
  words: readonly Word[],
  from: number,
  {
    side,
    region,
    part,
    parts,
    after,
  }: Readonly<Record<'side' | 'region' | 'part' | 'parts' | 'after', ReadonlySet<string>>>,
): boolean {
  for (let at = from; at < from + 4; at++) {
    const lower = words[at]?.lower ?? '';
    // "Strain of right knee and strain of the hip": another noun with a phrase of its own.
    if (after.has(lower) && words[at + 1]?.lower === 'of') return true;
    if (part.has(lower) || parts.has(lower) || after.has(lower)) return false;
    if (!side.has(lower) && !region.has(lower)) return words[at] !== undefined;
  }
  return false;
}

/** A word of the list stands within a few words before `at`. */
function isName(words: readonly Word[], at: number, list: ReadonlySet<string>): boolean {
  return words.slice(Math.max(0, at - 6), at).some(({ lower }) => list.has(lower));
}
