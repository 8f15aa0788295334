// Every template and snippet there is: inserted and not answered it states nothing about the case; answered it is a finished text.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  composeNewLetter,
  findOpenSentences,
  findOpenTexts,
  formSnippets,
  ledgerOf,
  type SnippetChoice,
  type SnippetPart,
  templateSentence,
  toPlainText,
  toSnippet,
} from '../../server/src/core/index';
import type { Library } from '../../server/src/core/library/types';
import { splitSentences } from '../../server/src/core/text/sentences';
import { readProjectFile } from '../project';
import { analyze, items, letterOf } from './items';

const outcomes = ['Upheld', 'Overturned', null] as const;
const cases = builtinLibrary.templates.flatMap((template) =>
  outcomes.map((outcome) => [template.id, outcome] as const),
);
const choicesIn = (parts: readonly SnippetPart[]): SnippetChoice[] =>
  parts.flatMap((part) => (typeof part !== 'string' && 'choice' in part ? [part] : []));

/** What is said of no case: the guideline, the request, its decision, and advice. */
const settledTemplates = new Set(['item-named', 'conclusion', 'opioid-advisory']);
/** The alternatives of a choice in snippet syntax. */
const alternativesIn = (snippet: string): string[][] =>
  [...snippet.matchAll(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g)].map(([, all = '']) =>
    all.split(/(?<!\\),/).map((each) => each.replace(/\\(.)/g, '$1')),
  );
/** The text without what is open. */
const statedIn = (text: string): string => {
  const open = findOpenTexts(text);
  return [...open, undefined].map((each, i) => text.slice(open[i - 1]?.end ?? 0, each?.start)).join(' ');
};
const outcomeSexOrDate =
  /\b(?:Upheld|Overturned|male|female|man|woman|denied|modified|Standard|Expedited)\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\bis(?: not)? medically necessary/;

/** All elements apply in it, so that each can be asked about. */
const library: Library = { ...builtinLibrary, condition: (id) => ({ id, text: '' }) };

function writtenFor(id: string, outcome: (typeof outcomes)[number]) {
  const template = builtinLibrary.template(id);
  const owner = builtinLibrary.classes.find(
    (each) => each.id === template?.class || each.elements.some((element) => element.id === template?.element),
  );
  const item = items[owner?.id ?? 'nsaids'] ?? '';
  const ask = analyze(letterOf(item, outcome ?? '', ''), library);
  const [block] = ask.letter.blocks;
  if (!block) throw new Error('no block');
  const stateOf = (text: string): string | undefined => {
    const written = analyze(letterOf(item, outcome ?? '', text), library);
    const whole = written.letter.blocks[0];
    const { elements } = whole ? written(ledgerOf, whole) : { elements: [] };
    return elements.find((element) => element.id === template?.element)?.state;
  };
  const isDue = stateOf('') !== 'not-applicable';
  return { parts: templateSentence(ask, block, id, outcome), element: template?.element, isDue, stateOf };
}

describe.each(cases)('the template %s (%s)', (id, outcome) => {
  const { parts, element, isDue, stateOf } = writtenFor(id, outcome);
  if (!parts) {
    it('has nothing for this outcome', () => expect(builtinLibrary.template(id)?.upheld).toBeDefined());
    return;
  }
  const text = toPlainText(parts);

  it('states nothing about the case before somebody answers', () => {
    const open = findOpenSentences(text, splitSentences(text, new Set())).map(({ start, end }) =>
      text.slice(start, end),
    );
    const rest = open.reduce((left, sentence) => left.replace(sentence, ''), text).trim();
    if (settledTemplates.has(id)) expect(rest === '' || outcome !== null || id !== 'conclusion').toBe(true);
    else expect(rest === '' || /^(?:The|Under the) MTUS\b/.test(rest), rest).toBe(true);
    if (outcome === null) expect(statedIn(text)).not.toMatch(/\b(?:is|is not) medically necessary/);
  });

  it('is open in the ledger before somebody answers', () => {
    if (element === undefined || !isDue) return;
    const isStated = id === 'item-named' || (id === 'conclusion' && outcome !== null);
    expect(stateOf(text)).toBe(isStated ? 'stated' : 'open');
  });

  it('offers the open form first', () => {
    const choices = choicesIn(parts);
    expect(alternativesIn(toSnippet(parts)).map(([first]) => first)).toEqual(choices.map(({ open }) => `[${open}]`));
    for (const { open } of choices) expect(findOpenTexts(`[${open}]`)).toMatchObject([{ start: 0, kind: 'choice' }]);
    for (const choice of choices) expect(new Set(choice.choice).size).toBe(choice.choice.length);
  });

  it('reads as finished sentences once it is answered, whichever way', () => {
    const most = Math.max(1, ...choicesIn(parts).map(({ choice }) => choice.length));
    for (let turn = 0; turn < most; turn++) {
      const answer = parts.map((part) =>
        typeof part === 'string' || !('choice' in part) ? part : (part.choice[turn] ?? part.choice[0] ?? ''),
      );
      const chosen = toPlainText(answer);
      const places = [...chosen.matchAll(/\[[^[\]]+\]/g)].map(({ index }) => index);
      expect(
        findOpenTexts(chosen).map(({ start }) => start),
        chosen,
      ).toEqual(places);
      const finished = chosen.replace(/\[([^[\]|]+)\]/g, '$1');
      expect(finished).toMatch(/^[A-Za-z][^[\]|{}]+\.$/);
      expect(finished).not.toMatch(/\s\s|\s[.,]|\.\./);
      if (element !== undefined && isDue) expect(stateOf(finished), finished).toBe('stated');
    }
  });
});

const forms = builtinForms.forms.filter(({ basis, hasBlocks }) => basis === 'observed' && hasBlocks);
const snippets = forms.flatMap((form) =>
  formSnippets(form).map((snippet) => [form.id, snippet.prefix, snippet] as const),
);

describe.each(snippets)('the snippet of form %s, %s', (_, __, { paragraphs }) => {
  const parts = paragraphs.flatMap((paragraph) => [...paragraph, '\n\n']);

  it('sets no outcome, sex or date', () => {
    expect(statedIn(toPlainText(parts))).not.toMatch(outcomeSexOrDate);
  });

  it('offers the open form of each choice first', () => {
    for (const [first] of alternativesIn(toSnippet(parts))) expect(first).toMatch(/^\[.+ \| .+\]$/);
  });
});

it.each(Object.entries<{ body: string[] }>(JSON.parse(readProjectFile('snippets/imr.json'))))(
  'the snippet file: %s',
  (_, { body }) => {
    const snippet = body.join('\n');
    for (const [first] of alternativesIn(snippet)) expect(first).toMatch(/^\[.+ \| .+\]$/);
    const text = snippet.replace(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g, '').replace(/\$\{\d+:[^}]*\}/g, '');
    expect(text).not.toMatch(/\bis(?: not)? medically necessary|Upheld|Overturned/);
  },
);

it.each(forms.map((form) => [form.id, form] as const))(
  'a new letter of form %s states nothing that was not given',
  (_, form) => {
    const undecided = Object.values(items).map((item) => ({ item, outcome: null }));
    const text = toPlainText(
      composeNewLetter({ form, specialty: '', reviewDate: '', items: undecided }, builtinForms, builtinLibrary),
    );
    expect(statedIn(text)).not.toMatch(outcomeSexOrDate);
  },
);
