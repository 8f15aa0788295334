import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import * as protocol from '../../server/src/protocol/ignoring';
import { address, documentOf, linkTo, rangeOf } from './fakes';
import { callsOf, editor, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { ignoreHere, ignoreInFolder } = await import('../../client/src/commands/ignoring');

const place = { uri: address, version: 3, code: 'IMR301', range: rangeOf(1) };
const written = { uri: 'file:///team/.imr.yaml', before: '', text: 'rules: {}' };
const answers = { [protocol.ignoreHere.method]: written, [protocol.ignoreInFolder.method]: written };

/** A document with unsaved changes that tells when it is saved. */
function unsaved(uri: string, own: { isDirty?: boolean; isSaved?: boolean } = {}) {
  const saved = vi.fn(async () => own.isSaved ?? true);
  return { saved, document: documentOf({ uri: URI.parse(uri) as never, isDirty: own.isDirty ?? true, save: saved }) };
}

beforeEach(reset);

describe('a finding', () => {
  it('is ignored with a reason', async () => {
    const { link, sent } = linkTo(answers);
    editor.answers = [' It is quoted. '];
    await ignoreHere(link, place);
    expect(sent).toEqual([[protocol.ignoreHere.method, { ...place, reason: 'It is quoted.' }]]);
    const [[box]] = callsOf('showInputBox') as [[{ title: string; validateInput(text: string): string | undefined }]];
    expect(box.title).toBe('Suppress IMR301 here');
    expect(box.validateInput('  ')).toBe('A reason is required.');
    expect(box.validateInput('x')).toBeUndefined();
  });

  it.each([[undefined], ['']])('is not ignored where the answer is %j', async (answer) => {
    const { link, sent } = linkTo(answers);
    editor.answers = [answer];
    await ignoreHere(link, place);
    expect(sent).toEqual([]);
  });

  it('has its rule switched off for the folder once the person has said yes', async () => {
    const { link, sent } = linkTo(answers);
    editor.answers = ['Suppress'];
    await ignoreInFolder(link, place);
    expect(callsOf('showWarningMessage')).toMatchObject([
      ['Suppress IMR301 in the folder of this letter?', { modal: true }, 'Suppress'],
    ]);
    expect(sent).toEqual([[protocol.ignoreInFolder.method, place]]);
    expect(callsOf('showInformationMessage')).toEqual([['IMR301 is suppressed in team/.imr.yaml.', 'Undo']]);
  });

  it('has its rule left on where the person does not', async () => {
    const { link, sent } = linkTo(answers);
    editor.answers = [undefined];
    await ignoreInFolder(link, place);
    expect(sent).toEqual([]);
  });

  it('has its rule switched on again by Undo', async () => {
    const { link, sent } = linkTo({ ...answers, [protocol.undoIgnoring.method]: true });
    editor.answers = ['Suppress', 'Undo'];
    await ignoreInFolder(link, place);
    expect(sent.at(-1)).toEqual([protocol.undoIgnoring.method, written]);
  });

  it('is told where the file has changed since, and Undo cannot put it back', async () => {
    const { link } = linkTo({ ...answers, [protocol.undoIgnoring.method]: false });
    editor.answers = ['Suppress', 'Undo'];
    await expect(ignoreInFolder(link, place)).rejects.toThrow('team/.imr.yaml has changed since. Edit it by hand.');
  });

  it('is not ignored in a file that is broken', async () => {
    const { link } = linkTo();
    editor.answers = ['Suppress'];
    await expect(ignoreInFolder(link, place)).rejects.toThrow('The file of the configuration is broken');
    editor.answers = ['x'];
    await expect(ignoreHere(link, place)).rejects.toThrow('The file of the suppressions is broken');
  });
});

describe('before the server changes a file', () => {
  it.each([
    ['file:///team/.imr.yaml', true],
    ['file:///team/.imr.json', true],
    ['file:///.imr.yaml', true],
    ['file:///other/.imr.yaml', false],
    ['file:///team/b.yaml', false],
    ['file:///team/.imr/suppressions.json', false],
  ])('an unsaved %s is saved: %s', async (uri, expected) => {
    const { saved, document } = unsaved(uri);
    editor.textDocuments = [document];
    editor.answers = ['Suppress'];
    await ignoreInFolder(linkTo(answers).link, place);
    expect(saved).toHaveBeenCalledTimes(expected ? 1 : 0);
  });

  it('an unsaved list of suppressions is saved, and one without changes is not', async () => {
    const changed = unsaved('file:///team/.imr/suppressions.json');
    const same = unsaved('file:///team/.imr/suppressions.json', { isDirty: false });
    editor.textDocuments = [changed.document, same.document];
    editor.answers = ['x'];
    await ignoreHere(linkTo(answers).link, place);
    expect(changed.saved).toHaveBeenCalledTimes(1);
    expect(same.saved).not.toHaveBeenCalled();
  });

  it('one that cannot be saved ends it', async () => {
    const { link, sent } = linkTo(answers);
    editor.textDocuments = [unsaved('file:///team/.imr.yaml', { isSaved: false }).document];
    editor.answers = ['Suppress'];
    await expect(ignoreInFolder(link, place)).rejects.toThrow('team/.imr.yaml cannot be saved.');
    expect(sent).toEqual([]);
  });
});
