// The grammar of verdicts over a small vocabulary, so that each step of it is tried by itself.
import { describe, expect, it } from 'vitest';
import { createVerdictFinder } from '../../server/src/core/model/verdict';
import type { VerdictConcept, VerdictWords } from '../../server/src/core/model/verdict-words';
import type { Span } from '../../server/src/core/text/span';

const vocabulary: Partial<Record<VerdictConcept, RegExp>> = {
  'conclusion.predicate': /medically necessary|denied as needless/g,
  'conclusion.bare-predicate': /needed(?: now)?/g,
  'conclusion.denied-predicate': /denied as needless/g,
  'conclusion.link': /\b(?:is|was|does|not|be|to|considered|appear|may|would|as|being|therefore,)(?![a-z])/g,
  'conclusion.request-word': /\brequest\b/g,
  'conclusion.positive': /we certify it/g,
  'conclusion.negative': /it lacks medical necessity|we decline it/g,
  'conclusion.necessity': /medical necessity/g,
  'conclusion.established': /(?:is|has|was)(?: not)?(?: been)? (?:shown|missing)/g,
  'conclusion.lacking': /missing/g,
  'conclusion.advisory': /this is no advice/g,
  'conclusion.opening': /\b(?:to be|as being)\b/g,
  'conclusion.judging': /(?:is not|is) supported/g,
  'conclusion.reviewer-judges': /\b(?:I|we) (?:do not )?(?:find|deem)\b/g,
  'conclusion.denies-that': /I do not find that/g,
  'clause.condition': /\bif\b/g,
  'clause.connective': /\b(?:because|therefore)\b/g,
  'clause.general': /\bpatients\b/g,
  'clause.goes-on': /\b(?:is|therefore)\b/g,
  'clause.interrupted': /not, therefore, /g,
  'clause.question': /\bwhether\b/g,
  'clause.that': /\bthat\b/g,
  negation: /\bnot\b/g,
  'negation.wide': /\bnever\b/g,
  'source.voice': /\bMTUS\b/g,
  'source.saying': /\bsays\b/g,
  'speaker.other': /\binsurer\b/g,
  'speaker.saying': /\bfound\b/g,
  'verb.auxiliary': /\b(?:does|not)\b/g,
  'verb.be': /\bis\b/g,
  'verb.conditional': /\bwould\b/g,
  'verb.finite': /\b(?:is|was|does|appear|may|would)\b/g,
  'verb.tentative': /\bmay\b/g,
};

function wordsIn(text: string): VerdictWords {
  const spans = new Map(
    Object.entries(vocabulary).map(([concept, pattern]) => [
      concept,
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    ]),
  );
  return { of: (concept) => spans.get(concept) ?? [] };
}

/** `+ is medically necessary` for each verdict of the sentence, which is the whole text unless said otherwise. */
function verdictsIn(text: string, sentence: Span = { start: 0, end: text.length }): readonly string[] {
  const found = createVerdictFinder(text, wordsIn(text))(sentence);
  return found.map(({ start, end, necessary }) => `${necessary ? '+' : '-'} ${text.slice(start, end)}`);
}

/** So many letters of filling between words. */
const far = (length: number) => 'x'.repeat(length);

it.each([
  // Verbs before the predicate.
  ['The brace is medically necessary.', '+ is medically necessary'],
  ['The brace is not medically necessary.', '- is not medically necessary'],
  ['The brace is clearly medically necessary.', '+ is clearly medically necessary'],
  ['The brace is fly medically necessary.', undefined],
  ['The brace is extraordinarilly medically necessary.', undefined],
  ['The brace is lyre medically necessary.', undefined],
  ['The brace is only medically necessary.', undefined],
  ['The brace does not appear medically necessary.', '- does not appear medically necessary'],
  ['The brace not is medically necessary.', '+ is medically necessary'],
  ['The brace may be medically necessary.', undefined],
  ['The brace may not be medically necessary.', undefined],
  ['The brace would be medically necessary.', undefined],
  ['The brace would not be medically necessary.', '- would not be medically necessary'],
  ['The brace is denied as needless.', '- is denied as needless'],
  // A bare predicate counts where the request is named.
  ['The request is needed.', '+ is needed'],
  ['The request is needed now.', '+ is needed'],
  ['The brace is needed.', undefined],
  // Subjects that are none of this case.
  ['In patients the brace is medically necessary.', undefined],
  ['In patients the request is medically necessary.', '+ is medically necessary'],
  ['The MTUS says the brace is medically necessary.', undefined],
  ['The MTUS says the request is medically necessary.', '+ is medically necessary'],
  ['The brace is medically necessary if it helps.', undefined],
  ['The request is medically necessary if it helps.', '+ is medically necessary'],
  ['The insurer found the request is not medically necessary.', undefined],
  ['It is open whether the request is medically necessary.', undefined],
  ['whether it helps, the request is medically necessary.', '+ is medically necessary'],
  // Clauses.
  ['The insurer found pain, the brace is medically necessary.', '+ is medically necessary'],
  ['The insurer found pain; the brace is medically necessary.', '+ is medically necessary'],
  ['The insurer found pain because the brace is medically necessary.', '+ is medically necessary'],
  ['The insurer found the brace, is medically necessary.', undefined],
  ['The brace is not, therefore, medically necessary.', '- is not, therefore, medically necessary'],
  ['The brace is not, medically necessary.', '- is not, medically necessary'],
  // Who speaks, how far away.
  [`The insurer ${far(78)} found the brace is medically necessary.`, undefined],
  [`The insurer ${far(79)} found the brace is medically necessary.`, '+ is medically necessary'],
  ['found by the insurer: the brace is medically necessary.', '+ is medically necessary'],
  ['found the insurer and the brace is medically necessary.', '+ is medically necessary'],
  // A clause that denies what it introduces.
  ['It was never shown that the brace is medically necessary.', '- is medically necessary'],
  [`It was never ${far(78)} that the brace is medically necessary.`, '- is medically necessary'],
  [`It was never ${far(79)} that the brace is medically necessary.`, '+ is medically necessary'],
  ['It shows that never did the brace is medically necessary.', '+ is medically necessary'],
  ['It was never shown that pain is there so the brace is medically necessary.', '+ is medically necessary'],
  ['I do not find that the brace, with straps, is medically necessary.', '- is medically necessary'],
  ['I do not find that it helps; the brace is medically necessary.', '+ is medically necessary'],
  // Without a verb of its own.
  ['We saw that it is not supported as being medically necessary.', '- is not supported as being medically necessary'],
  ['We saw that it is supported as being medically necessary.', '+ is supported as being medically necessary'],
  ['It is supported as being denied as needless.', '- is supported as being denied as needless'],
  ['Here we deem the brace medically necessary.', '+ deem the brace medically necessary'],
  ['Here we deem the brace, with ice, medically necessary.', '+ deem the brace, with ice, medically necessary'],
  ['Here we deem the brace medically necessary', '+ deem the brace medically necessary'],
  ['Here we deem the brace medically necessary , and more.', '+ deem the brace medically necessary'],
  ['Here we deem medically necessary care.', undefined],
  ['Here we deem the brace to be medically necessary now.', '+ deem the brace to be medically necessary'],
  ['Here we do not find the brace medically necessary.', '- do not find the brace medically necessary'],
  ['Here we deem the brace, but not ice, medically necessary.', '+ deem the brace, but not ice, medically necessary'],
  ['Here we deem the brace not medically necessary.', undefined],
  ['Here we deem the brace not to be medically necessary.', undefined],
  ['Here we deem the brace to be not medically necessary.', '- deem the brace to be not medically necessary'],
  ['Here we deem the brace denied as needless.', '- deem the brace denied as needless'],
  ['Here we deem it; the brace medically necessary.', undefined],
  ['Here we deem it whether the brace medically necessary.', undefined],
  ['The brace medically necessary.', undefined],
] as const)('%s', (text, expected) => {
  const cut = expected?.replace(/^(.) (deem|do not find)/, '$1 we $2');
  expect(verdictsIn(text)).toEqual(cut === undefined ? [] : [cut]);
});

describe('statements as they stand', () => {
  it.each([
    ['For this we certify it.', ['+ we certify it']],
    ['For this we decline it.', ['- we decline it']],
    ['First we certify it, then we decline it.', ['+ we certify it', '- we decline it']],
    ['For this it lacks medical necessity that was shown.', ['- it lacks medical necessity']],
    ['We asked whether we certify it.', []],
    ['The insurer found we certify it.', []],
    ['The medical necessity is shown.', ['+ is shown']],
    ['The medical necessity is not shown.', ['- is not shown']],
    ['The medical necessity is missing.', ['- is missing']],
    ['The medical necessity of it. What is shown', []],
    ['The medical necessity of it; that is shown.', []],
    ['The medical necessity of 2.5 mg is shown.', ['+ is shown']],
    [`The medical necessity ${far(220)} is shown.`, ['+ is shown']],
    [`The medical necessity ${far(240)} is shown.`, []],
    ['The medical necessity, whether asked, is shown.', []],
    ['The insurer found the medical necessity is shown.', []],
    ['We asked whether medical necessity is shown.', []],
    // A predicate counts before them.
    ['For this we certify it, and the brace is not medically necessary.', ['- is not medically necessary']],
  ])('%s', (text, expected) => {
    expect(verdictsIn(text)).toEqual(expected);
  });
});

describe('what is not read', () => {
  const quoted = '“No brace of any kind that is sold is medically necessary here”';

  it('is quoted at length', () => {
    expect(verdictsIn(`It says ${quoted}.`)).toEqual([]);
    expect(verdictsIn(`It says ${quoted.replace('“', '"').replace('”', '"')}.`)).toEqual([]);
    expect(verdictsIn(`Read ${quoted} and the brace is medically necessary.`)).toEqual(['+ is medically necessary']);
    expect(verdictsIn(`The brace is medically necessary, see ${quoted}.`)).toEqual(['+ is medically necessary']);
    expect(verdictsIn('The “brace” is medically necessary.')).toEqual(['+ is medically necessary']);
    expect(verdictsIn('The request “is medically necessary ”.')).toEqual(['+ is medically necessary']);
    expect(verdictsIn('The request "is medically necessary ".')).toEqual(['+ is medically necessary']);
  });

  it('is advice', () => {
    expect(verdictsIn('The request is medically necessary, and this is no advice.')).toEqual([]);
    expect(verdictsIn('Here we certify it, and this is no advice.')).toEqual([]);
  });

  it('stands in another sentence', () => {
    const text = `It says ${quoted}. The request is medically necessary. we certify it.`;
    const start = text.indexOf('The request');
    expect(verdictsIn(text, { start, end: start + 'The request is medically necessary.'.length })).toEqual([
      '+ is medically necessary',
    ]);
    expect(verdictsIn(text, { start: 0, end: start - 1 })).toEqual([]);
    expect(verdictsIn(text, { start: text.indexOf('we certify'), end: text.length })).toEqual(['+ we certify it']);
  });

  it('holds no word of a verdict', () => {
    expect(verdictsIn('The brace is blue.')).toEqual([]);
  });

  it('is more than 400 letters before it', () => {
    expect(verdictsIn(`whether ${far(300)} the request is medically necessary.`)).toEqual([]);
    expect(verdictsIn(`whether ${far(400)} the request is medically necessary.`)).toEqual(['+ is medically necessary']);
    expect(verdictsIn(`The request ${far(400)} is needed.`)).toEqual([]);
  });
});

describe('slips in a predicate', () => {
  it.each([
    ['is medicaly neccesary.', '+ is medicaly neccesary'],
    ['is medically unnecesary.', '+ is medically unnecesary'],
    ['is mdicaly  necesary.', '+ is mdicaly  necesary'],
    ['is medxxxxxly necessary.', undefined],
    ['is medically neccxxxary.', undefined],
    ['is medically necessity.', undefined],
    ['is remedically necesary.', undefined],
    ['is medically, necesary.', undefined],
  ])('%s', (words, expected) => {
    expect(verdictsIn(`The request ${words}`)).toEqual(expected === undefined ? [] : [expected]);
  });
});
