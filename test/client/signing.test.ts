import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { checkPages, pageScheme, signingRecord, verifyRecord } from '../../server/src/protocol/pages';
import { address, documentOf, letterOf, linkTo } from './fakes';
import { callsOf, done, editor, reset, run, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { serveSigning } = await import('../../client/src/signing');
const { createLetterStates } = await import('../../client/src/letter-states');

const record = { text: 'The check.' };
const preview = 'markdown.showLockedPreviewToSide';
const at = (uri: string) => URI.parse(uri) as never;

function serve(answer: unknown = record, verified: unknown = null) {
  const letters = createLetterStates();
  const server = linkTo({ [signingRecord.method]: answer, [verifyRecord.method]: verified });
  serveSigning(server.link, letters);
  return { ...server, letters };
}

/** Opens a document and shows it. */
function show(document = documentOf()) {
  editor.textDocuments.push(document);
  editor.activeTextEditor = { document };
  return document;
}

const pages = () => callsOf(preview).map(([page]) => String((page as URI).path));
const saved = () => [...editor.files].map(([uri, text]) => `${uri}: ${text}`);

beforeEach(reset);

describe('the page before signing', () => {
  it('is about the letter of the active editor, and has its name', async () => {
    serve();
    show();
    await run('imr.checkBeforeSigning');
    const [[page]] = callsOf(preview) as [[URI]];
    expect([page.scheme, page.path, page.query]).toEqual([pageScheme, `${checkPages}a.check.md`, address]);
  });

  it.each([
    ['file:///team/Case 7.imr.txt', 'Case 7.check.md'],
    ['file:///team/b.TXT', 'b.check.md'],
    ['file:///team/b.imr', 'b.check.md'],
    ['file:///team/b.text', 'b.text.check.md'],
  ])('of %s is %s', async (uri, name) => {
    serve();
    show(documentOf({ uri: at(uri) }));
    await run('imr.checkBeforeSigning');
    expect(pages()).toEqual([checkPages + name]);
  });

  it('has a name of its own for each letter of one name, and keeps it', async () => {
    serve();
    const letters = ['file:///x/a.imr.txt', 'file:///y/a.imr.txt', 'file:///z/a.imr.txt', 'file:///y/a.imr.txt'];
    for (const uri of letters) {
      show(documentOf({ uri: at(uri) }));
      await run('imr.checkBeforeSigning');
    }
    expect(pages()).toEqual(
      ['a.check.md', 'a.check 2.md', 'a.check 3.md', 'a.check 2.md'].map((name) => checkPages + name),
    );
  });

  it('is shown as text where there is no preview of markdown', async () => {
    serve();
    show();
    editor.unknownCommands = [preview];
    await run('imr.checkBeforeSigning');
    expect(callsOf('showTextDocument')[0]?.[1]).toMatchObject({ viewColumn: vscode.ViewColumn.Beside });
  });

  it('is about the letter that a command is given, or whose page is active', async () => {
    serve();
    show();
    const other = 'file:///team/b.imr.txt';
    const page = URI.from({ scheme: pageScheme, path: `${checkPages}b.check.md`, query: other });
    editor.textDocuments.push(documentOf({ uri: at(other) }));
    await run('imr.checkBeforeSigning', at(other));
    show(documentOf({ uri: page as never, languageId: 'markdown' }));
    await run('imr.checkBeforeSigning');
    expect(pages()).toEqual([`${checkPages}b.check.md`, `${checkPages}b.check.md`]);
  });

  it('is none without a letter', async () => {
    serve();
    await expect(run('imr.checkBeforeSigning')).rejects.toThrow('Open a letter first.');
    show(documentOf({ languageId: 'plaintext' }));
    await expect(run('imr.checkBeforeSigning')).rejects.toThrow('Open a letter first.');
  });

  it('has a button while its preview is active, and is kept open while the letter changes', async () => {
    const { letters } = serve();
    show();
    const tab = {
      input: new vscode.TabInputWebview('mainThreadWebview-markdown.preview'),
      label: '[Preview] a.check.md',
    };
    editor.tabs = [tab];
    editor.activeTab = tab;
    await run('imr.checkBeforeSigning');
    expect(done.calls.at(-1)).toEqual(['setContext', 'imr.check.isShown', true]);
    letters.accept(letterOf({ uri: 'file:///team/b.imr.txt' }));
    expect(callsOf('openTextDocument')).toEqual([]);
    letters.accept(letterOf());
    expect(callsOf('openTextDocument').map(([page]) => (page as URI).path)).toEqual([`${checkPages}a.check.md`]);
    editor.activeTextEditor = undefined;
    await run('imr.checkBeforeSigning');
    editor.activeTab = { ...tab, input: new vscode.TabInputText(URI.parse(address)) };
    await expect(run('imr.checkBeforeSigning')).rejects.toThrow('Open a letter first.');
  });
});

describe('the check', () => {
  it('is saved beside the letter', async () => {
    const { sent } = serve();
    show();
    await run('imr.saveCheck');
    expect(sent).toEqual([[signingRecord.method, { uri: address }]]);
    expect(saved()).toEqual(['file:///team/a.check.md: The check.']);
    expect(callsOf('setStatusBarMessage')[0]?.[0]).toBe('IMR: the check was saved as team/a.check.md.');
  });

  it('takes the place of another one after a question only', async () => {
    serve();
    show();
    editor.files.set('file:///team/a.check.md', 'Old.');
    await run('imr.saveCheck');
    expect(saved()).toEqual(['file:///team/a.check.md: Old.']);
    editor.answers = ['Replace it'];
    await run('imr.saveCheck');
    expect(saved()).toEqual(['file:///team/a.check.md: The check.']);
  });

  it.each([
    ['agreed and saved', 'Save letter and check', true, 1],
    ['agreed and not saved', 'Save letter and check', false, 0],
    ['not agreed', undefined, true, 0],
  ])('of a letter with unsaved changes: %s', async (_, answer, isSaved, count) => {
    serve();
    const save = vi.fn(async () => isSaved);
    show(documentOf({ isDirty: true, save }));
    editor.answers = [answer];
    await run('imr.saveCheck');
    expect(save).toHaveBeenCalledTimes(answer ? 1 : 0);
    expect(saved()).toHaveLength(count);
  });

  it.each([
    ['has no file', 'untitled:Letter-1', []],
    ['is read-only', 'git:/team/a.imr.txt', ['git']],
  ])('of a letter that %s goes where a person says', async (_, uri, readOnly) => {
    serve();
    editor.readOnlySchemes = readOnly;
    editor.workspaceFolders = [{ uri: URI.parse('file:///team') }];
    show(documentOf({ uri: at(uri), isUntitled: uri.startsWith('untitled'), isDirty: uri.startsWith('untitled') }));
    await run('imr.saveCheck');
    expect(saved()).toEqual([]);
    editor.answers = [URI.parse('file:///b.md')];
    await run('imr.saveCheck');
    expect(saved()).toEqual(['file:///b.md: The check.']);
    const [[{ defaultUri }]] = callsOf('showSaveDialog') as [[{ defaultUri: URI }]];
    expect(defaultUri.path).toMatch(/^\/team\/(?:Letter-1|a)\.check\.md$/);
  });

  it('of a letter that the server does not know is not saved', async () => {
    serve(null);
    show();
    await expect(run('imr.saveCheck')).rejects.toThrow('The letter is not open: open it first.');
    expect(saved()).toEqual([]);
  });
});

describe('the check that is saved', () => {
  const verified = (state: string) => ({ state, message: `${state}.` });

  it('is verified for the letter of the active editor', async () => {
    const { sent } = serve(record, verified('unchanged'));
    show();
    await run('imr.verifyCheck');
    expect(sent).toEqual([[verifyRecord.method, { uri: address }]]);
    expect(callsOf('showInformationMessage')).toEqual([['a.imr.txt: unchanged.']]);
  });

  it.each([
    ['Show the Changes', 1],
    [undefined, 0],
  ])('and what has changed is shown where a person asks: %s', async (answer, count) => {
    serve(record, verified('changed'));
    show();
    editor.answers = [answer];
    await run('imr.verifyCheck');
    expect(callsOf('showWarningMessage')[0]?.[0]).toBe('a.imr.txt: changed.');
    expect(pages()).toHaveLength(count);
  });

  it.each(['missing', 'unreadable'])('is an error where it is %s', async (state) => {
    serve(record, verified(state));
    show();
    await expect(run('imr.verifyCheck')).rejects.toThrow(`${state}.`);
  });

  it('is none without a letter', async () => {
    serve();
    await expect(run('imr.verifyCheck')).rejects.toThrow('Open a letter first.');
    show();
    await expect(run('imr.verifyCheck')).rejects.toThrow('The letter is not open: open it first.');
  });
});
