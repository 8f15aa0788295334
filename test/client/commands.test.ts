import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkLetter } from '../../server/src/protocol/checking';
import { clientCommands } from '../../server/src/protocol/commands';
import { redactedLetter } from '../../server/src/protocol/redaction';
import { address, blockOf, documentOf, editorOf, letterOf, linkTo, outputOf, rangeOf } from './fakes';
import { callsOf, done, editor, registered, reset, run, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { registerCommands } = await import('../../client/src/commands/register');
const { createLetterStates } = await import('../../client/src/letter-states');

function register(answers: Readonly<Record<string, unknown>> = {}) {
  const server = linkTo(answers);
  const output = outputOf();
  const letters = createLetterStates();
  const read: unknown[] = [];
  const detection = { readAsLetter: async (document: unknown) => void read.push(document) };
  const context = { extension: { id: 'team.imr', packageJSON: { version: '0.1.0' } } };
  const parts = { context, runtime: { host: 'node' }, output: output.channel, letters, link: server.link, detection };
  registerCommands(parts as never);
  return { ...server, ...output, letters, read };
}

beforeEach(reset);

describe('commands', () => {
  it('are all that the server names', () => {
    register();
    const pages: string = clientCommands.openPage;
    for (const name of Object.values(clientCommands)) if (name !== pages) expect(registered()).toContain(name);
  });

  it('check the letter of the active editor', async () => {
    const { sent } = register();
    editor.activeTextEditor = editorOf(documentOf());
    await run('imr.checkLetter');
    expect(sent).toEqual([[checkLetter.method, { uri: address }]]);
  });

  it('read the text of the active editor as a letter', async () => {
    const { read } = register();
    const document = documentOf({ languageId: 'plaintext' });
    editor.activeTextEditor = editorOf(document);
    await run('imr.readAsLetter');
    expect(read).toEqual([document]);
  });

  it('say what to do where no text is open', async () => {
    register();
    await expect(run('imr.checkLetter')).rejects.toThrow('Open a letter first.');
    expect(() => run('imr.readAsLetter')).toThrow('Open a text file first.');
    await expect(run('imr.addBlock')).rejects.toThrow('Open a letter first.');
    await expect(run(clientCommands.insertRationale)).rejects.toThrow('Open a letter first.');
  });

  it('restart the server and show the output', async () => {
    const { sent, lines } = register();
    await run('imr.restartServer');
    await run('imr.showOutput');
    expect(sent).toEqual([['restart', undefined]]);
    expect(lines).toEqual(['shown']);
  });
});

describe('the redacted letter', () => {
  it.each([
    [['2 telephone numbers', '1 birth date'], 'Replaced: 2 telephone numbers; 1 birth date.'],
    [[], 'Nothing that identifies a person was found.'],
  ])('is copied, and what was replaced is told: %j', async (replaced, words) => {
    const { sent } = register({ [redactedLetter.method]: { text: 'Redacted.', replaced } });
    editor.activeTextEditor = editorOf(documentOf());
    await run('imr.copyRedacted');
    expect(sent).toEqual([[redactedLetter.method, { uri: address }]]);
    expect(callsOf('writeText')).toEqual([['Redacted.']]);
    expect(callsOf('showInformationMessage')[0]?.[0]).toContain(words);
  });

  it('is none without a letter', async () => {
    register({ [redactedLetter.method]: null });
    await expect(run('imr.copyRedacted')).rejects.toThrow('Open a letter first.');
    editor.activeTextEditor = editorOf(documentOf({ languageId: 'plaintext' }));
    await expect(run('imr.copyRedacted')).rejects.toThrow('Open a letter first.');
    editor.activeTextEditor = editorOf(documentOf());
    await expect(run('imr.copyRedacted')).rejects.toThrow('The letter is not open: open it first.');
    expect(callsOf('writeText')).toEqual([]);
  });
});

describe('the ledger of a block', () => {
  it('is shown at its outcome', async () => {
    const { letters } = register();
    letters.accept(letterOf({ blocks: [blockOf(), blockOf({ outcomeRange: rangeOf(9, 14, 20) })] }));
    await run(clientCommands.showLedger, address, 1);
    const place = new vscode.Position(9, 14);
    expect(callsOf('showTextDocument')[0]?.[1]).toMatchObject({ selection: { start: place, end: place } });
    expect(done.calls.at(-1)).toEqual(['editor.action.showHover']);
  });

  it('is not shown of a block that is gone', async () => {
    register();
    await run(clientCommands.showLedger, address, 1);
    expect(done.calls).toEqual([]);
  });
});

describe('the report', () => {
  it('tells of the letter what gives no text away', async () => {
    const { letters } = register();
    letters.accept(letterOf({ blocks: [blockOf({ state: 'errors' }), blockOf({ outcome: null })] }));
    editor.activeTextEditor = editorOf(documentOf({ eol: vscode.EndOfLine.CRLF as never }, 'He fell.'));
    editor.settings['imr.marks'] = false;
    await run('imr.copyReport');
    const [[report]] = callsOf('writeText') as [[string]];
    for (const line of [
      '| Extension | team.imr 0.1.0 |',
      '| Editor | Editor 1.100.0, desktop |',
      '| Extension host | node |',
      '| Language server | running server 1.0.0 |',
      '| Settings | `{"imr.marks":false}` |',
      '| Letter | file, imr, form 2014 |',
      '| Size | 8 characters, 1 lines, CRLF |',
      '| Blocks | Upheld errors, undecided complete |',
    ]) {
      expect(report).toContain(line);
    }
    expect(report).not.toContain('He fell');
  });
});
