import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPlaces } from '../../server/src/protocol/open-places';
import * as protocol from '../../server/src/protocol/templates';
import { address, documentOf, editorOf, linkTo, rangeOf } from './fakes';
import { callsOf, editor, reset, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { saveSelectionAsTemplate } = await import('../../client/src/commands/templates');
const { goToOpenPlace } = await import('../../client/src/commands/open-places');

const draft = {
  text: '{Name} is not supported on [date].',
  class: 'opioids',
  outcome: 'Overturned',
  classes: [
    { id: 'nsaids', name: 'NSAIDs' },
    { id: 'opioids', name: 'Opioids' },
  ],
};
const written = { uri: 'file:///team/.imr/templates.yaml', before: '', text: 'x' };
const answers = { [protocol.templateDraft.method]: draft, [protocol.saveTemplate.method]: written };
const selecting = (own: object = {}, isEmpty = false) => {
  const shown = editorOf(documentOf(own));
  const start = new vscode.Position(2, 0);
  const end = new vscode.Position(4, 9);
  editor.activeTextEditor = { ...shown, selection: { start, end, active: end, isEmpty } };
  return { start, end };
};

beforeEach(reset);

describe('a selection', () => {
  it('is saved with title, class and outcome, those of its block offered first', async () => {
    const { link, sent } = linkTo(answers);
    const range = selecting();
    editor.answers = [' No benefit ', 'Opioids', 'Upheld', undefined];
    await saveSelectionAsTemplate(link);
    const [[classes], [outcomes]] = callsOf('showQuickPick') as [[{ label: string }[]], [{ label: string }[]]];
    expect(classes.map(({ label }) => label)).toEqual(['Opioids', 'Any class', 'NSAIDs']);
    expect(outcomes.map(({ label }) => label)).toEqual(['Overturned', 'Upheld', 'Either outcome']);
    expect(sent).toEqual([
      [protocol.templateDraft.method, { uri: address, range }],
      [
        protocol.saveTemplate.method,
        { uri: address, title: 'No benefit', text: draft.text, class: 'opioids', outcome: 'Upheld' },
      ],
    ]);
    expect(callsOf('showInformationMessage')).toEqual([
      ['The template "No benefit" is in team/.imr/templates.yaml.', 'Open'],
    ]);
  });

  it('may be for any class and either outcome', async () => {
    const { link, sent } = linkTo(answers);
    selecting();
    editor.answers = ['No benefit', 'Any class', 'Either outcome'];
    await saveSelectionAsTemplate(link);
    expect(sent.at(-1)?.[1]).toMatchObject({ class: null, outcome: null });
  });

  it.each([[[]], [['']], [['Title']], [['Title', 'Opioids']]])('is not saved after the answers %j', async (given) => {
    const { link, sent } = linkTo(answers);
    selecting();
    editor.answers = [...given];
    await saveSelectionAsTemplate(link);
    expect(sent.map(([method]) => method)).toEqual([protocol.templateDraft.method]);
  });

  it('that is empty, of no letter, or of a letter without a folder is refused with what to do', async () => {
    const { link, sent } = linkTo(answers);
    selecting({}, true);
    await expect(saveSelectionAsTemplate(link)).rejects.toThrow('Select the sentences of a rationale first.');
    selecting({ isUntitled: true });
    await expect(saveSelectionAsTemplate(link)).rejects.toThrow('Save the letter first');
    selecting({ languageId: 'plaintext' });
    await expect(saveSelectionAsTemplate(link)).rejects.toThrow('Open a letter first.');
    expect(sent).toEqual([]);
  });
});

describe('the open places', () => {
  const places = [rangeOf(1, 5, 11), rangeOf(1, 20, 29), rangeOf(7, 0, 4)];
  const go = async (direction: 'next' | 'previous', start: [number, number], end = start, found = places) => {
    const { link } = linkTo({ [openPlaces.method]: found });
    const at = new vscode.Position(...start);
    editor.activeTextEditor = {
      ...editorOf(documentOf()),
      selection: { start: at, end: new vscode.Position(...end), active: at },
    };
    await goToOpenPlace(link, direction);
    const [, options] = (callsOf('showTextDocument').at(-1) ?? []) as [unknown, { selection?: unknown }?];
    return options?.selection;
  };
  const range = (i: number) => {
    const place = places[i] ?? rangeOf(0);
    return new vscode.Range(place.start.line, place.start.character, place.end.line, place.end.character);
  };

  it.each([
    ['next', [0, 0], [0, 0], 0],
    ['next', [1, 5], [1, 5], 0],
    ['next', [1, 5], [1, 11], 1],
    ['next', [1, 8], [1, 8], 1],
    ['next', [7, 0], [7, 4], 0],
    ['previous', [7, 0], [7, 4], 1],
    ['previous', [1, 7], [1, 7], 0],
    ['previous', [0, 0], [0, 0], 2],
  ] as const)('%s from %j to %j: number %i', async (direction, start, end, expected) => {
    expect(await go(direction, [...start], [...end])).toEqual(range(expected));
  });

  it('that are none are told', async () => {
    expect(await go('next', [0, 0], [0, 0], [])).toBeUndefined();
    expect(callsOf('setStatusBarMessage')).toEqual([['IMR: no place is open in this letter.', 5000]]);
  });
});
