import type { Grammar } from './grammar';
import { isNoun } from './noun-phrase';
import type { Sentence, Word } from './sentence';
import type { Slip } from './slip';

/** Finds verbs in a form that the word before them rules out: `did not documented`, `has underwent`, `was prescribe`, `advised to continued`. */
export function* verbFormSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 0; at < words.length - 1; at++) {
    const auxiliary = words[at] as Word;
    const verbAt = behindAdverbs(words, at);
    const verb = words[verbAt];
    if (!verb || verb.text !== verb.lower) continue;
    const slip = formBehind(words, at, verbAt, grammar);
    if (slip)
      yield {
        first: auxiliary,
        last: verb,
        message: slip.right
          ? `"${auxiliary.text}" takes "${slip.right}", not "${verb.text}".`
          : `"${auxiliary.text}" does not take "${verb.text}". Use ${slip.form}.`,
        ...(slip.right && { fix: { first: verb, last: verb, text: slip.right } }),
      };
  }
}

/** The first word behind the one at `at` that is neither adverb nor "not". */
function behindAdverbs(words: readonly Word[], at: number): number {
  let next = at + 1;
  while (words[next]?.pos === 'ADV' ? words[next]?.lower !== 'enough' : isNegation(words[next])) next++;
  return next;
}

const negations: ReadonlySet<string> = new Set(['not', "n't", 'never']);

function isNegation(word: Word | undefined): boolean {
  return word !== undefined && negations.has(word.lower);
}

interface Wanted {
  readonly form: string;
  /** The verb in that form; undefined where spelling does not tell its base. */
  readonly right: string | undefined;
}

const formsOfDo: ReadonlySet<string> = new Set(['do', 'does', 'did']);
const formsOfHave: ReadonlySet<string> = new Set(['has', 'have', 'had', 'having']);
const formsOfBe: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

function formBehind(words: readonly Word[], at: number, verbAt: number, grammar: Grammar): Wanted | undefined {
  const { lower } = words[at] as Word;
  const verb = words[verbAt] as Word;
  if (formsOfDo.has(lower))
    return words.slice(at + 1, verbAt).some(isNegation) ? baseInstead(words, verbAt, grammar) : undefined;
  if (grammar.words('modal').has(lower))
    return words[at]?.pos === 'AUX' ? baseInstead(words, verbAt, grammar) : undefined;
  if (lower === 'to') {
    const before = words[at - 1];
    return before && grammar.words('takes-infinitive').has(before.lower)
      ? baseInstead(words, verbAt, grammar)
      : undefined;
  }
  const isHave = formsOfHave.has(lower);
  if (!isHave && !formsOfBe.has(lower)) return undefined;
  if (/^(?:be|been|being)$/.test(verb.lower)) return formOfBe(lower, verb.lower);
  const participle = grammar.participleForPast(verb.lower);
  const form = isHave ? 'a participle' : 'a participle or "-ing"';
  if (participle && verb.pos !== 'NOUN' && !isNoun(words[verbAt + 1])) return { form, right: participle };
  if (participle && isHave && verb.pos === 'VERB') return { form, right: participle };
  if (verb.pos !== 'VERB' && verb.pos !== 'NOUN') return undefined;
  if (words[at - 1]?.lower === 'there' || verbAt + 1 >= words.length) return undefined;
  const verbs = grammar.words(isHave ? 'common-verb' : 'act-verb');
  if (
    !verbs.has(verb.lower) ||
    (isHave && (verb.pos !== 'VERB' || words[at]?.pos !== 'AUX' || isNoun(words[verbAt + 1])))
  )
    return undefined;
  if (verb.pos === 'NOUN' && verbAt === at + 1 && !/^(?:to|that|as|by)$/.test(words[verbAt + 1]?.lower ?? ''))
    return undefined;
  const right = grammar.participleOf(verb.lower);
  if (right === verb.lower) return undefined;
  // `is undergo treatment`: what is being done, not what is done to somebody.
  const isActive = !isHave && /^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(words[verbAt + 1]?.pos ?? '');
  return { form, right: isActive ? undefined : right };
}

/** `has be seen`, `is been seen`, `was be seen`; "is being" and "has been" are right. */
function formOfBe(auxiliary: string, verb: string): Wanted | undefined {
  if (/^ha/.test(auxiliary)) return verb === 'been' ? undefined : { form: '"been"', right: 'been' };
  if (verb === 'being' || /^be/.test(auxiliary)) return undefined;
  return { form: '"being", or "has been"', right: undefined };
}

/** A past or third person where the base form must stand. */
function baseInstead(words: readonly Word[], at: number, grammar: Grammar): Wanted | undefined {
  const verb = words[at] as Word;
  if (verb.pos !== 'VERB') return undefined;
  const form = grammar.formOf(verb.lower);
  if (form !== 'past' && form !== 'third-person') return undefined;
  // `left knee`, `continued pain`: they describe a noun.
  if (form === 'past' && isNoun(words[at + 1]) && grammar.words('side').has(verb.lower)) return undefined;
  return { form: 'the base form', right: grammar.baseOf(verb.lower) };
}

/** Finds a past that "since" and a date ask to reach to now: `took it since 10/14/2016`. */
export function* sincePastSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 2; at < words.length - 1; at++) {
    const since = words[at] as Word;
    const next = words[at + 1] as Word;
    if (since.lower !== 'since' || !/^(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4})$/.test(next.text)) continue;
    let verb = at - 1;
    while (verb > 0 && /^(?:NOUN|PROPN|DET|ADJ|NUM|ADP|PRON)$/.test(words[verb]?.pos ?? '')) verb--;
    const past = words[verb] as Word;
    const before = words[verb - 1];
    if (
      past.pos !== 'VERB' ||
      grammar.formOf(past.lower) !== 'past' ||
      !before ||
      !/^(?:NOUN|PROPN|PRON)$/.test(before.pos)
    )
      continue;
    yield {
      first: past,
      last: next,
      message: `With "since", use "has ${past.text}" or "had ${past.text}".`,
      isDoubtful: true,
    };
  }
}
