import { beforeEach, describe, expect, it, vi } from 'vitest';
import { documentOf, editorOf, letterOf, linkTo } from './fakes';
import { done, editor, events, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { describeLetter, showStatus } = await import('../../client/src/status');
const { createLetterStates } = await import('../../client/src/letter-states');

describe('the status of a letter', () => {
  it.each([
    ['failed', 'Letters are not checked', 'imr.restartServer'],
    ['off', 'Starting', undefined],
    ['starting', 'Starting', undefined],
    ['running', 'Not checked yet', 'imr.checkLetter'],
  ] as const)('before it is checked, with a server that is %s, is "%s"', (state, text, command) => {
    const shown = describeLetter(state, undefined);
    expect(shown.text).toBe(text);
    expect(shown.command?.command).toBe(command);
    expect(shown.busy ?? false).toBe(text === 'Starting');
    expect(shown.severity).toBe(state === 'failed' ? 2 : undefined);
  });

  it('is its summary and form once it is checked, while the server runs', () => {
    expect(describeLetter('running', letterOf())).toMatchObject({
      text: 'one decision',
      detail: 'Determination of 2014',
      command: { command: 'imr.showDetermination' },
    });
    expect(
      describeLetter('running', letterOf({ form: { id: 'not-checked', title: 'Not checked: why' } })),
    ).toMatchObject({
      detail: 'Not checked: why',
      severity: 1,
      command: { command: 'imr.checkLetter', title: 'Try Again' },
    });
    expect(describeLetter('failed', letterOf()).text).toBe('Letters are not checked');
  });
});

describe('the status item', () => {
  let why: 'chosen' | 'off' | undefined;
  const detection = { whyPlain: () => why, readAsLetter: async () => undefined, dispose: () => undefined };
  const show = () => {
    const letters = createLetterStates();
    const { link, changed } = linkTo({}, 'starting');
    return { letters, link, changed, shown: showStatus(letters, link, detection) };
  };
  const texts = () => done.statusItems.map(({ id, text }) => `${id}: ${text}`);

  beforeEach(() => {
    reset();
    why = undefined;
    editor.activeTextEditor = editorOf(documentOf());
  });

  it('follows server, letter and editor', () => {
    const { letters, link, changed } = show();
    expect(texts()).toEqual(['imr.status: Starting']);
    expect(done.statusItems[0]?.busy).toBe(true);
    link.state = 'running';
    changed.fire('running');
    expect(texts()).toEqual(['imr.status: Not checked yet']);
    expect(done.statusItems[0]).toMatchObject({ busy: false, severity: 0 });
    letters.accept(letterOf());
    expect(texts()).toEqual(['imr.status: one decision']);
    expect(done.statusItems[0]?.accessibilityInformation?.label).toBe(
      'IMR letter: one decision. Determination of 2014',
    );
    editor.activeTextEditor = editorOf(documentOf({ languageId: 'plaintext' }));
    events.changeActiveTextEditor.fire(undefined);
    expect(texts()).toEqual(['imr.status: one decision']);
  });

  it.each([
    ['chosen', 'You chose plain text for this file.'],
    ['off', 'The setting imr.detect leaves it so.'],
  ] as const)('of plain text says why it is no letter: %s', (reason, detail) => {
    why = reason;
    const { shown } = show();
    expect(done.statusItems.find(({ id }) => id === 'imr.plain')).toMatchObject({
      detail,
      command: { command: 'imr.readAsLetter' },
    });
    events.openTextDocument.fire(documentOf());
    expect(done.statusItems).toHaveLength(2);
    editor.activeTextEditor = undefined;
    events.changeActiveTextEditor.fire(undefined);
    expect(done.statusItems.map(({ id }) => id)).toEqual(['imr.status']);
    shown.dispose();
    expect(done.statusItems).toEqual([]);
  });
});
