// Everything that is done with a letter, each as one call.
import { builtinForms } from '../../../server/src/builtin/forms';
import { builtinLibrary } from '../../../server/src/builtin/library';
import * as core from '../../../server/src/core/index';
import { readWholeLetter } from '../whole-letter';

/** A letter that is read and checked; `offsets` are some places all over it. */
export interface ReadLetter {
  readonly ask: core.Ask;
  readonly problems: readonly core.Problem[];
  readonly offsets: readonly number[];
}

export type Feature = (letter: ReadLetter) => unknown;

/** From the text on. */
export const steps = {
  parse: readWholeLetter,
  check: (letter: core.Letter) => {
    const ask = core.askAbout(letter, builtinLibrary);
    return { ask, problems: core.lintLetter(ask, core.rules).problems };
  },
};

const at = (feature: (ask: core.Ask, offset: number) => unknown): Feature => {
  return ({ ask, offsets }) => offsets.map((offset) => feature(ask, offset));
};

export const features: Readonly<Record<string, Feature>> = {
  hover: ({ ask, problems, offsets }) => offsets.map((offset) => core.hoverAt({ ask, problems, offset })),
  completion: at(core.completionsAt),
  'next sentence': at(core.nextSentence),
  definition: at(core.definitionAt),
  highlights: at(core.highlightsAt),
  selections: at(core.selectionsAt),
  'linked editing': at(core.linkedItemAt),
  rename: at((ask, offset) => {
    const target = core.renameTargetAt(ask, offset);
    return target && core.renameItem(ask, target, 'Walking aid');
  }),
  'quick fixes': ({ problems, offsets }) =>
    offsets.map((start) =>
      core.quickFixesOf(problems.filter(({ span }) => core.touches(span, start))).map(({ fix }) => fix.edits),
    ),
  'fix all': ({ problems }) => core.fixAllSafe(problems)?.edits,
  'fix all of a kind': ({ problems }) =>
    [...new Set(problems.map(({ code }) => code))].map((code) => core.fixAllOfKind(problems, code)?.edits),
  outline: ({ ask, problems }) => core.outlineOf(ask, problems),
  lenses: ({ ask, problems }) => core.lensesOf(ask, problems),
  determination: ({ ask, problems }) => core.determinationOf(ask, problems),
  folding: ({ ask }) => core.foldsOf(ask),
  tokens: ({ ask }) => core.tokensOf(ask),
  'inlay hints': ({ ask }) => core.inlayHintsOf(ask, { start: 0, end: ask.letter.source.text.length }),
  'public links': ({ ask }) => core.publicLinksOf(ask),
  index: ({ ask }) => core.indexLetter(ask),
  format: ({ ask }) => core.formatLetter(ask.letter, builtinForms, 100),
  'undecided items': ({ ask }) => ask(core.undecidedItems),
  'rationale choices': ({ ask }) => {
    const [block] = ask.letter.blocks;
    return block && core.rationaleChoices(ask, block);
  },
  'citation suggestions': ({ ask }) => {
    const [block] = ask.letter.blocks;
    return block && core.suggestCitations(ask, block);
  },
  signing: ({ ask, problems }) => core.signingPage(core.signingCheckOf(ask, signingContext(problems))),
};

function signingContext(problems: readonly core.Problem[]): core.SigningContext {
  return {
    name: 'a.txt',
    problems,
    ignored: [],
    isLeftOut: false,
    product: 'bench',
    packs: [],
    rules: core.rules,
    isOn: () => true,
    failed: [],
  };
}
