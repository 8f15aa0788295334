// Configurations and packs as a person may leave them: the examples of the documentation, damaged, in a folder with a letter.
import { builtinPacks } from '../../server/src/builtin/packs';
import { askAbout, composeExample, lintLetter, readLetter, rules } from '../../server/src/core/index';
import { loadWorkspaceSettings } from '../../server/src/workspace/settings';
import { memoryFiles } from '../workspace/memory-files';
import type { Random } from './random';
import type { Input, Subject } from './subjects';

const configs: readonly string[] = [
  'extends: ["recommended", "./base.yaml"]\nrules:\n  IMR301: error\n  doubled-word: [hint, {allow: ["that that"]}]\npacks: ["./pack.yaml"]\n',
  'packs: [pack.yaml]\nignore: ["old/**"]\nfiles: ["*.txt", "!draft.txt"]\nwords: [Norcoe]\nlanguage: false\n',
  'form: "2014"\noverrides:\n  - files: ["a.txt"]\n    rules: {IMR5: off}\n',
];

const packs: readonly string[] = [
  'version: 1\nkind: phrases\nphrases:\n  - find: "thank you"\n    message: "Leave it out."\n',
  'version: 1\nkind: guidelines\nguidelines:\n  - id: house\n    title: House guideline\n    aliases: ["house {rules|guide}"]\n',
  'version: 1\nkind: lexicon\nconcepts:\n  weaning:\n    add: ["taper~ {off}", "{@patient} [to] wean~"]\n    without: ["weaned"]\n',
  'version: 1\nkind: templates\ntemplates:\n  - id: t\n    text: "The request for {item} is {not} medically necessary."\n',
];

const odd: readonly string[] = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '@',
    '|',
    '~',
    ':',
    '- ',
    '\t',
    '"',
    "'",
    '&a ',
    '*a',
    '!!js/function ',
    '<<: ',
    '---\n',
    '#',
    '%',
  ],
  ...[
    'null',
    'true',
    '1e999',
    '-1',
    '[[[[[[[[',
    '\u0000',
    '\ufeff',
    '\ud800',
    '{a|b|{c|d}}',
    '{@weaning}',
    '../../x.yaml',
  ],
  'a'.repeat(2000),
  '{a|'.repeat(30),
];

/** Parts the two files of an input. */
const between = '\n=====\n';

const place = (text: string, random: Random): number => random.below(text.length + 1);

function damaged(text: string, random: Random): string {
  let result = text;
  for (let round = random.below(5); round >= 0; round--) {
    const at = place(result, random);
    const end = at + random.below(20);
    const lines = result.split('\n');
    const change = random.below(4);
    if (change === 0) result = result.slice(0, at) + random.of(odd) + result.slice(at);
    else if (change === 1) result = result.slice(0, at) + result.slice(end);
    else if (change === 2) result = result.slice(0, at) + result.slice(at, end).repeat(3) + result.slice(end);
    else result = [...lines, random.of(lines)].join('\n');
  }
  return result;
}

export const settings: Subject = {
  name: 'settings',
  make(random) {
    const shipped = JSON.stringify(random.of(builtinPacks)).slice(0, 4000);
    const pack = random.below(4) === 0 ? shipped : random.of(packs);
    return damaged(random.of(configs), random) + between + damaged(pack, random);
  },
  hold,
};

const letter = composeExample({});

/** Every problem lies in its file, and the letter is checked with what is left. */
async function hold(input: Input): Promise<void> {
  const [config = '', pack = ''] = String(input).split(between);
  const files = memoryFiles({
    '/ws/.imr.yaml': config,
    '/ws/pack.yaml': pack,
    '/ws/base.yaml': 'rules: {IMR502: hint}\n',
  });
  const loaded = await loadWorkspaceSettings(files, '/ws/a.txt', { root: '/ws' });
  for (const { problem, source } of loaded.problems) {
    const { start, end } = problem.span;
    if (!(0 <= start && start <= end && end <= source.text.length))
      throw new Error(`${problem.code} is outside its file`);
    if (problem.message.length > 400)
      throw new Error(`${problem.code} has a message of ${problem.message.length} characters`);
  }
  for (const path of files.reads)
    if (path !== '/ws' && !path.startsWith('/ws/')) throw new Error('a file outside of the folder is read');
  const ask = askAbout(readLetter(letter, loaded.forms), loaded.library);
  const { failures } = lintLetter(ask, rules, loaded.rules);
  if (failures[0])
    throw new Error(`${failures[0].rule.code} fails: ${failures[0].error}`, { cause: failures[0].error });
}
