import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as protocol from '../../server/src/protocol/ignoring';
import { address, linkTo } from './fakes';
import { callsOf, editor, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { addWordForUser, addWordInFolder } = await import('../../client/src/commands/dictionary');

const added = { uri: address, word: 'Bakk' };
const written = { uri: 'file:///team/.imr.yaml', before: '', text: 'words: [Bakk]' };
const answers = { [protocol.addWordInFolder.method]: written };

beforeEach(reset);

describe('a word for the dictionary of the user', () => {
  it.each([
    [undefined, ['Bakk']],
    [['Spinolator'], ['Spinolator', 'Bakk']],
    [['Bakk'], ['Bakk']],
  ])('is added to the setting %j', async (before, after) => {
    if (before) editor.settings['imr.words'] = before;
    await addWordForUser(added);
    expect(editor.settings['imr.words']).toEqual(after);
    expect(callsOf('updateSetting')).toEqual([['imr.words', after, 1]]);
    expect(callsOf('showWarningMessage')).toEqual([]);
  });

  it('is told of where the setting of the workspace hides it', async () => {
    editor.workspaceSettings['imr.words'] = ['Spinolator'];
    await addWordForUser(added);
    expect(editor.settings['imr.words']).toEqual(['Bakk']);
    expect(callsOf('showWarningMessage')).toEqual([
      ['"Bakk" is in your dictionary, but the workspace setting imr.words hides yours. Add the word there too.'],
    ]);
  });
});

describe('a word for the dictionary of the folder', () => {
  it('is added by the server, and named with its file', async () => {
    const { link, sent } = linkTo(answers);
    await addWordInFolder(link, added);
    expect(sent).toEqual([[protocol.addWordInFolder.method, added]]);
    expect(callsOf('showInformationMessage')).toEqual([['"Bakk" is in the dictionary of team/.imr.yaml.', 'Undo']]);
  });

  it('is taken out again by Undo, unless the file has changed since', async () => {
    editor.answers = ['Undo', 'Undo'];
    const { link, sent } = linkTo({ ...answers, [protocol.undoIgnoring.method]: true });
    await addWordInFolder(link, added);
    expect(sent.at(-1)).toEqual([protocol.undoIgnoring.method, written]);
    const changed = linkTo({ ...answers, [protocol.undoIgnoring.method]: false });
    await expect(addWordInFolder(changed.link, added)).rejects.toThrow('team/.imr.yaml has changed since.');
  });

  it('is not added to a file that is broken', async () => {
    await expect(addWordInFolder(linkTo().link, added)).rejects.toThrow('The file of the configuration is broken');
  });
});
