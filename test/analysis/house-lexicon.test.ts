// What a team's lexicon adds counts in the facts that rules ask for.
import { expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinPacks } from '../../server/src/builtin/packs';
import { builtinSchemas } from '../../server/src/builtin/schemas';
import {
  askAbout,
  caseDates,
  composeExample,
  decisionsOfReview,
  type Library,
  measuresIn,
  patient,
  readLetter,
  undecidedItems,
} from '../../server/src/core/index';
import { createLibrary } from '../../server/src/core/library/create-library';
import { readText } from '../../server/src/core/text/reading';

const summary = `The member, aged 44, is a cook with a mishap on 11/18/2016. Utilization review on 12/07/2016 turned down Soma 350mg #30.`;
const house = {
  version: 1,
  kind: 'lexicon',
  add: {
    patient: ['member'],
    'injury.event': ['mishap'],
    'decision.denied': ['turned down'],
    'measure.therapy-word': ['kinesiotaping'],
  },
};

const { library: shipped } = createLibrary(builtinPacks);
const { library: extended, problems } = createLibrary(
  builtinPacks,
  [{ path: 'h.yaml', content: house }],
  builtinSchemas,
);

function told(library: Library) {
  const ask = askAbout(readLetter(composeExample({ summary }), builtinForms), library);
  const text = 'Twelve kinesiotaping sessions';
  return {
    ages: ask(patient).ages.map(({ value }) => value),
    injuries: ask(caseDates).injury.map(({ iso }) => iso),
    decisions: ask(decisionsOfReview).map(({ kind }) => kind),
    undecided: ask(undecidedItems).map(({ name }) => name),
    measures: ask(measuresIn, readText(text, { start: 0, end: text.length })).map(({ kind }) => kind),
  };
}

it("knows a team's words for patient, injury, denial and treatment", () => {
  expect(problems).toEqual([]);
  expect(told(shipped)).toEqual({ ages: [], injuries: [], decisions: [], undecided: [], measures: [] });
  expect(told(extended)).toEqual({
    ages: [44],
    injuries: ['2016-11-18'],
    decisions: ['denied'],
    undecided: ['Soma'],
    measures: ['quantity'],
  });
});
