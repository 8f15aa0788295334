import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { signingPage, signingRecord, verifyRecord } from '../../server/src/protocol/signing';
import { address, documentOf, letterOf, linkTo } from './fakes';
import { callsOf, done, editor, events, reset, run } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { serveSigning } = await import('../../client/src/signing/signing');
const { createLetterStates } = await import('../../client/src/letter-states');

const record = { text: 'The check.' };
const key = 'Error IMR301: Something is missing.';
const page = {
  version: 1,
  title: 'Check before signing: a.imr.txt',
  parts: [
    { paragraph: [{ strong: 'Not ready: 1 error.' }] },
    { title: 'Open points', ticks: [{ line: [key], key, isTicked: false }] },
    { initials: '', date: '' },
  ],
};
const at = (uri: string) => URI.parse(uri) as never;
const extension = at('file:///extension');

function serve(answer: unknown = record, verified: unknown = null) {
  const letters = createLetterStates();
  const server = linkTo({
    [signingPage.method]: page,
    [signingRecord.method]: answer,
    [verifyRecord.method]: verified,
  });
  serveSigning(extension, server.link, letters);
  return { ...server, letters };
}

/** Opens a document and shows it. */
function show(document = documentOf()) {
  editor.textDocuments.push(document);
  editor.activeTextEditor = { document };
  return document;
}

/** Shows the page of the active letter, and waits until it has what it shows. */
async function showPage() {
  await run('imr.checkBeforeSigning');
  const panel = done.panels.at(-1);
  if (!panel) throw new Error('no page');
  await panel.receive({ kind: 'ready' });
  return panel;
}

const titles = () => done.panels.map(({ title }) => title);
const saved = () => [...editor.files].map(([uri, text]) => `${uri}: ${text}`);

beforeEach(reset);

describe('the page before signing', () => {
  it('is about the letter of the active editor, and has its name', async () => {
    const { sent } = serve();
    show();
    const panel = await showPage();
    expect([panel.viewType, panel.title]).toEqual(['imr.signing', 'Check a.imr.txt']);
    expect(sent).toEqual([[signingPage.method, { uri: address }]]);
    expect(panel.posted).toEqual([{ kind: 'check', title: page.title, parts: page.parts }]);
  });

  it('is one for each letter, and is shown again', async () => {
    serve();
    for (const uri of ['file:///x/a.imr.txt', 'file:///y/a.imr.txt', 'file:///x/a.imr.txt']) {
      show(documentOf({ uri: at(uri) }));
      await run('imr.checkBeforeSigning');
    }
    expect(titles()).toEqual(['Check a.imr.txt', 'Check a.imr.txt']);
    expect(callsOf('reveal')).toHaveLength(1);
  });

  it('is about the letter that a command is given, or whose page is active', async () => {
    const { sent } = serve();
    show();
    const other = 'file:///team/b.imr.txt';
    editor.textDocuments.push(documentOf({ uri: at(other) }));
    await run('imr.checkBeforeSigning', at(other));
    expect(titles()).toEqual(['Check b.imr.txt']);
    editor.activeTextEditor = undefined;
    for (const panel of done.panels) panel.active = true;
    await run('imr.saveCheck');
    expect(sent.at(-1)).toEqual([signingRecord.method, { uri: other }]);
  });

  it('is none without a letter', async () => {
    serve();
    await expect(run('imr.checkBeforeSigning')).rejects.toThrow('Open a letter first.');
    show(documentOf({ languageId: 'plaintext' }));
    await expect(run('imr.checkBeforeSigning')).rejects.toThrow('Open a letter first.');
  });

  it('follows its letter, and is closed with it', async () => {
    const { letters } = serve();
    const document = show();
    const panel = await showPage();
    letters.accept(letterOf({ uri: 'file:///team/b.imr.txt' }));
    letters.accept(letterOf());
    await vi.waitFor(() => expect(panel.posted).toHaveLength(2));
    events.closeTextDocument.fire(document);
    await run('imr.checkBeforeSigning');
    expect(done.panels).toHaveLength(2);
  });

  it('leads to the words of the letter and to pages', async () => {
    serve();
    show();
    const panel = await showPage();
    await panel.receive({ kind: 'reveal', line: 12, column: 3 });
    expect(callsOf('showTextDocument')[0]?.[1]).toMatchObject({ selection: { start: { line: 11, character: 2 } } });
    await panel.receive({ kind: 'openPage', page: 'rule/IMR301' });
    expect(callsOf('imr.openPage')).toEqual([['imr-library:/rule/IMR301.md']]);
  });

  it('keeps what is ticked and signed, also when it is closed, and saves it with the check', async () => {
    const { sent } = serve();
    show();
    const panel = await showPage();
    await panel.receive({ kind: 'tick', key, isTicked: true });
    await panel.receive({ kind: 'tick', key: 'other', isTicked: true });
    await panel.receive({ kind: 'tick', key: 'other', isTicked: false });
    await panel.receive({ kind: 'sign', initials: 'AB', date: '2/3/2026' });
    panel.dispose();
    await showPage();
    const marks = { ticked: [key], initials: 'AB', date: '2/3/2026' };
    expect(sent.at(-1)).toEqual([signingPage.method, { uri: address, marks }]);
    await run('imr.saveCheck');
    expect(sent.at(-1)).toEqual([signingRecord.method, { uri: address, marks }]);
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
    expect(titles()).toHaveLength(count);
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
