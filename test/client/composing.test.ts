import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as protocol from '../../server/src/protocol/composing';
import { address, documentOf, editorOf, linkTo } from './fakes';
import { callsOf, editor, reset, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { newLetter } = await import('../../client/src/commands/composing');
const { askOutcome, insertText } = await import('../../client/src/commands/insert-text');

const text = { position: { line: 2, character: 0 }, text: 'Brace: ', snippet: 'Brace: $1' };
const answers = () => ({
  [protocol.letterForms.method]: [
    { id: '2014', title: 'Of 2014' },
    { id: '2015', title: 'Of 2015' },
  ],
  [protocol.newLetter.method]: text,
});
const lastSent = (sent: readonly (readonly [string, unknown])[]) => sent.at(-1);

beforeEach(reset);

describe('a new letter', () => {
  it('is made of form, specialty and items', async () => {
    const { link, sent } = linkTo(answers());
    const shown = editorOf(documentOf());
    editor.activeTextEditor = shown;
    editor.answers = ['Of 2014', ' Pain ', ' Brace ', 'Upheld', 'Cane', 'Decide later', ''];
    await newLetter(link);
    const [[forms]] = callsOf('showQuickPick') as [[{ label: string }[]]];
    expect(forms.map(({ label }) => label)).toEqual(['Of 2015', 'Of 2014']);
    expect(lastSent(sent)).toEqual([
      protocol.newLetter.method,
      {
        form: '2014',
        specialty: 'Pain',
        items: [
          { item: 'Brace', outcome: 'Upheld' },
          { item: 'Cane', outcome: null },
        ],
      },
    ]);
    expect(callsOf('openTextDocument')).toEqual([[{ language: 'imr' }]]);
    expect(shown.calls[0]).toEqual([
      'insertSnippet',
      new vscode.SnippetString('Brace: $1'),
      new vscode.Range(2, 0, 2, 0),
    ]);
  });

  it('may have no specialty and no item yet', async () => {
    const { link, sent } = linkTo(answers());
    editor.activeTextEditor = editorOf(documentOf());
    editor.answers = ['Of 2015', '', ''];
    await newLetter(link);
    expect(lastSent(sent)?.[1]).toEqual({ form: '2015', specialty: '', items: [] });
  });

  it.each([
    ['form', []],
    ['specialty', ['Of 2014']],
    ['item', ['Of 2014', 'Pain', 'Brace', 'Upheld']],
    ['outcome', ['Of 2014', 'Pain', 'Brace']],
  ])('is not made where the question for its %s is broken off', async (_, given) => {
    const { link, sent } = linkTo(answers());
    editor.answers = [...given];
    await newLetter(link);
    expect(sent.map(([method]) => method)).toEqual([protocol.letterForms.method]);
    expect(callsOf('openTextDocument')).toEqual([]);
  });

  it('that the server cannot write is told', async () => {
    const { link } = linkTo({ ...answers(), [protocol.newLetter.method]: null });
    editor.answers = ['Of 2014', '', ''];
    await expect(newLetter(link)).rejects.toThrow('No letter of this form can be written.');
  });
});

describe('an outcome that is asked for', () => {
  it.each([
    ['Decide later', null],
    ['Upheld', 'Upheld'],
    ['Overturned', 'Overturned'],
    [undefined, undefined],
  ])('%s is %s', async (answer, expected) => {
    editor.answers = [answer];
    expect(await askOutcome('Title')).toBe(expected);
  });
});

describe('text to insert', () => {
  it('takes the place of other text where it says so, and comes into view', async () => {
    const shown = editorOf(documentOf());
    await insertText(shown as never, { ...text, end: { line: 3, character: 4 } });
    expect(shown.calls).toEqual([
      ['insertSnippet', new vscode.SnippetString('Brace: $1'), new vscode.Range(2, 0, 3, 4)],
      ['revealRange', new vscode.Range(2, 0, 2, 0), 2],
    ]);
    expect(shown.document.uri.toString()).toBe(address);
  });
});
