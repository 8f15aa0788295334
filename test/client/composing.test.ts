import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as protocol from '../../server/src/protocol/composing';
import { address, documentOf, editorOf, linkTo } from './fakes';
import { callsOf, editor, reset, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { newLetter } = await import('../../client/src/commands/composing');
const { readDate } = await import('../../client/src/commands/letter-draft');
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
    editor.answers = ['Of 2014', ' Pain ', ' 2/3/2016 ', ' Brace ', 'Upheld', 'Cane', 'Decide later', ''];
    await newLetter(link);
    const [[forms]] = callsOf('showQuickPick') as [[{ label: string }[]]];
    expect(forms.map(({ label }) => label)).toEqual(['Of 2015', 'Of 2014']);
    expect(lastSent(sent)).toEqual([
      protocol.newLetter.method,
      {
        form: '2014',
        specialty: 'Pain',
        reviewDate: '02/03/2016',
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
    editor.answers = ['Of 2015', '', '', ''];
    await newLetter(link);
    expect(lastSent(sent)?.[1]).toEqual({ form: '2015', specialty: '', reviewDate: '', items: [] });
  });

  it.each([
    ['form', []],
    ['specialty', ['Of 2014']],
    ['review date', ['Of 2014', 'Pain']],
    ['item', ['Of 2014', 'Pain', '', 'Brace', 'Upheld']],
    ['outcome', ['Of 2014', 'Pain', '', 'Brace']],
  ])('is not made where the question for its %s is broken off', async (_, given) => {
    const { link, sent } = linkTo(answers());
    editor.answers = [...given];
    await newLetter(link);
    expect(sent.map(([method]) => method)).toEqual([protocol.letterForms.method]);
    expect(callsOf('openTextDocument')).toEqual([]);
  });

  it('offers what was entered before it was broken off, and nothing once a letter is written', async () => {
    const { link } = linkTo(answers());
    editor.activeTextEditor = editorOf(documentOf());
    editor.answers = ['Of 2014', 'Pain', '2/3/2016', 'Brace', 'Upheld', undefined];
    await newLetter(link);
    const offered = () => ({
      form: (callsOf('showQuickPick') as [{ label: string }[], object][])[0]?.[0][0]?.label,
      outcome: (callsOf('showQuickPick') as [unknown, { placeHolder: string }][])[1]?.[1].placeHolder,
      texts: callsOf('showInputBox').map(([options]) => (options as { value?: string }).value),
    });
    const again = async () => {
      reset();
      editor.activeTextEditor = editorOf(documentOf());
      editor.answers = ['Of 2014', 'Pain', '2/3/2016', 'Brace', 'Upheld', ''];
      await newLetter(link);
    };
    await again();
    expect(offered()).toEqual({
      form: 'Of 2014',
      outcome: 'Outcome (you chose Upheld before)',
      texts: ['Pain', '2/3/2016', 'Brace', undefined],
    });
    await again();
    expect(offered()).toEqual({
      form: 'Of 2015',
      outcome: 'Outcome',
      texts: [undefined, undefined, undefined, undefined],
    });
  });

  it('keeps a text that is only typed when Escape is pressed', async () => {
    const { link } = linkTo(answers());
    editor.activeTextEditor = editorOf(documentOf());
    editor.answers = ['Of 2014'];
    await newLetter(link);
    const [[options]] = callsOf('showInputBox') as [[{ validateInput: (text: string) => unknown }]];
    options.validateInput('Orthop');
    reset();
    editor.activeTextEditor = editorOf(documentOf());
    editor.answers = ['Of 2014', '', '', ''];
    await newLetter(link);
    expect(callsOf('showInputBox')[0]).toMatchObject([{ value: 'Orthop' }]);
  });

  it('that the server cannot write is told', async () => {
    const { link } = linkTo({ ...answers(), [protocol.newLetter.method]: null });
    editor.answers = ['Of 2014', '', '', ''];
    await expect(newLetter(link)).rejects.toThrow('No letter of this form can be written.');
  });
});

describe('a date that is typed', () => {
  it.each([
    ['2/3/2016', '02/03/2016'],
    [' 12/31/2023 ', '12/31/2023'],
    ['02/30/2016', undefined],
    ['13/01/2016', undefined],
    ['1/1/16', undefined],
    ['', undefined],
  ])('%j is %s', (text, expected) => expect(readDate(text)).toBe(expected));
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
