// A letter says the same in whatever layout it reaches us: the parse and every finding but those about the layout itself.
// Seen over all 98 published letters: headings behind a rationale of one line were lost where no empty line stood between.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, lintLetter, readLetter, rules } from '../../server/src/core/index';
import { keptByText } from '../../server/src/core/text/kept-by-text';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { fictionalLetters, sampleLetters } from './fictional';
import { inLayout, layouts } from './layouts';

const own = [...sampleLetters(), ...fictionalLetters().filter(({ name }) => /^201[45]-/.test(name))];
const published = readSharedLetters(root);
const names = Object.keys(layouts);

/** What the layout itself may change. */
const aboutLayout = 'extraction-leftovers';
const contentRules = rules.filter(({ name }) => name !== aboutLayout);

describe.each(names)('a letter set with %s', (name) => {
  const layout = layouts[name] as (typeof layouts)[string];
  // The published ones by turns: each letter in three layouts, each layout for every fifth letter.
  const turn = names.indexOf(name);
  const letters = [...own, ...published.filter((_, i) => [0, 5, 9].some((step) => (i + step) % names.length === turn))];

  it.each(letters.map((letter) => [letter.name, letter.text] as const))('says the same: %s', (_, text) => {
    expect(whatItSays(inLayout(text, layout))).toEqual(whatPlainSays(text));
  });
});

/** Each letter is compared with many that are set otherwise. */
const whatPlainSays = keptByText(whatItSays, () => 4_000_000);

function whatItSays(text: string): object {
  const letter = readLetter(text, builtinForms);
  const { problems, failures } = lintLetter(askAbout(letter, builtinLibrary), contentRules);
  return {
    form: letter.form.id,
    failures,
    header: Object.values(letter.header?.fields ?? {}).map(({ key, text: value }) => [key, value]),
    sections: letter.sections.map(({ kind, absent, body }) => [kind, absent, kind === 'issues' ? '' : body.text]),
    blocks: letter.blocks.map(({ heading, fieldsInOrder }) => [
      heading.item.text,
      heading.outcome.text,
      ...fieldsInOrder.map(({ kind, body }) => [kind, body.text]),
    ]),
    findings: problems.map(({ code, severity, message }) => `${code} ${severity} ${message}`),
  };
}
