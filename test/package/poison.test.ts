// A letter in which a check is caught costs itself, and nothing else.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CodeAction, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { withoutConclusion } from '../lsp/letters';
import { patience, pulling, WatchedServer } from '../lsp/watched-server';

vi.setConfig({ testTimeout: 2 * patience, hookTimeout: patience });

const healthy = 'file:///letters/healthy.imr';
const bad = 'file:///letters/bad.imr';
const start = { line: 0, character: 0 };
const poisoned = (act: string) =>
  withoutConclusion.replace('Soma 350 mg #90: Upheld', `Soma 350 mg #90: Upheld\n\npoison: ${act}`);

let server: WatchedServer;
let folder: string;
const bringUp = async (quiet = 3000, capabilities = pulling) => {
  server = new WatchedServer(quiet);
  await server.initialize(capabilities);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-poison-'));
});
afterEach(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

/** Settles when the file is there. */
const isThere = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const watcher = watch(folder, () => look());
    const look = () => {
      if (!existsSync(file)) return;
      watcher.close();
      resolve();
    };
    look();
  });

describe.each([
  ['loop', 'Not checked: the check took too long'],
  ['backtrack', 'Not checked: the check took too long'],
  ['memory', 'Not checked: the check needed too much memory'],
  ['exit', 'Not checked: the check failed'],
  ['later', 'Not checked: the check failed'],
])('a letter whose check does this: %s', (act, message) => {
  it('is not checked and says so; others are served, and so is its next version', async () => {
    const quiet = act === 'memory' ? patience : 3000;
    const begun = performance.now();
    await bringUp(quiet);
    await server.open(healthy, withoutConclusion);
    expect(await server.codes(healthy)).toContain('IMR301');
    const toComeUp = performance.now() - begun;
    const asked = performance.now();
    await server.open(bad, poisoned(act));
    // The one that throws later has its findings first; that it is ended is told then.
    const state = server.states.find(({ uri, summary }) => uri === bad && summary === 'Not checked', patience);
    const [first, others] = await Promise.all([server.messages(bad), server.codes(healthy), state]);
    if (act !== 'later') expect(first).toEqual([message]);
    expect(others).toContain('IMR301');
    // Others wait until the worker is given up, and for the next one to come up; so much more on a machine that is busy.
    expect(performance.now() - asked).toBeLessThan(quiet + 20 * toComeUp);
    expect(await server.messages(bad)).toEqual([message]);
    expect((await state).form.title).toBe(message);
    const hover = await server.ask('textDocument/hover', { textDocument: { uri: bad }, position: start });
    expect(hover).toBeNull();
    await server.change(bad, 2, { text: withoutConclusion });
    expect(await server.codes(bad)).toContain('IMR301');
    expect(await server.codes(healthy)).toContain('IMR301');
  });
});

describe('a version that rests', () => {
  it('is checked again when somebody asks for it', async () => {
    await bringUp();
    await server.open(bad, poisoned(`loop ${join(folder, 'begun')}`));
    expect(await server.codes(bad)).toEqual(['not-checked']);
    // The rule does nothing the second time.
    const params = { textDocument: { uri: bad }, range: { start, end: start }, context: { diagnostics: [] } };
    const [again, ...others] = await server.ask<CodeAction[]>('textDocument/codeAction', params);
    expect(others).toEqual([]);
    expect(again?.title).toBe('Try again');
    const { command, arguments: values } = again?.command ?? {};
    await server.ask('workspace/executeCommand', { command, arguments: values });
    expect(await server.codes(bad)).toContain('IMR301');
  });

  it('rests on when its file changes on the disk, as after each save', async () => {
    await bringUp();
    await server.open(bad, poisoned('exit'));
    expect(await server.codes(bad)).toEqual(['not-checked']);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: bad, type: 2 }] });
    expect(await server.codes(bad)).toEqual(['not-checked']);
  });

  it('has the text that was typed when it is left by an edit', async () => {
    await bringUp();
    await server.open(healthy, withoutConclusion);
    const at = { line: 0, character: 0 };
    await server.change(
      healthy,
      2,
      { range: { start: at, end: at }, text: 'x' },
      { range: { start: at, end: { line: 0, character: 1 } }, text: '' },
    );
    await server.open(bad, poisoned('exit'));
    expect(await server.codes(bad)).toEqual(['not-checked']);
    const line = poisoned('exit')
      .split('\n')
      .findIndex((each) => each.startsWith('poison'));
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    await server.change(bad, 2, { range, text: '' });
    expect(await server.codes(bad)).toContain('IMR301');
  });

  it('is told of to a client that does not ask, and not any more once it is closed', async () => {
    await bringUp(3000, {});
    await server.open(bad, poisoned('exit'));
    const { diagnostics } = await server.published.next(patience);
    expect(diagnostics.map(({ code }) => code)).toEqual(['not-checked']);
    await server.close(bad);
    expect(await server.published.next(patience)).toMatchObject({ uri: bad, diagnostics: [] });
  });

  it('rests through its next versions too, after the second that ended a worker', async () => {
    await bringUp();
    await server.open(bad, poisoned('exit'));
    expect(await server.codes(bad)).toEqual(['not-checked']);
    await server.change(bad, 2, { text: poisoned('exit') });
    expect(await server.codes(bad)).toEqual(['not-checked']);
    await server.change(bad, 3, { text: withoutConclusion });
    expect(await server.codes(bad)).toEqual(['not-checked']);
    await server.ask('workspace/executeCommand', { command: 'imr.tryAgain', arguments: [bad] });
    expect(await server.codes(bad)).toContain('IMR301');
  });
});

describe('a file that is not open', () => {
  it('rests until it changes, and the other files of the folder are checked', async () => {
    const [file, other] = ['a.imr', 'b.imr'].map((name) => join(folder, name)) as [string, string];
    const [uri, otherUri] = [pathToFileURL(file).href, pathToFileURL(other).href];
    writeFileSync(file, poisoned('exit'));
    writeFileSync(other, withoutConclusion);
    server = new WatchedServer(3000);
    const watching = {
      ...pulling,
      workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    await server.initialize(watching, process.pid, pathToFileURL(folder).href);
    const found = await server.pullFolder();
    expect(found[uri]).toEqual(['not-checked']);
    expect(found[otherUri]).toContain('IMR301');
    writeFileSync(file, withoutConclusion);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    expect((await server.pullFolder())[uri]).toContain('IMR301');
  });
});

describe('a server whose workers end again and again', () => {
  it('asks once, says of each letter that it is not checked, and starts again when told to', async () => {
    await bringUp();
    await server.open(healthy, withoutConclusion);
    expect(await server.codes(healthy)).toContain('IMR301');
    for (const n of [1, 2, 3, 4, 5]) {
      await server.open(`${bad}${n}`, poisoned('exit'));
      expect(await server.codes(`${bad}${n}`)).toEqual(['not-checked']);
    }
    const { message, actions } = await server.questions.next(patience);
    expect(message).toContain('no longer checked');
    expect(actions).toEqual([{ title: 'Restart' }]);
    expect(await server.messages(healthy)).toEqual(['Not checked: checking has stopped after several faults']);
    server.reply('Restart');
    await server.states.find(({ uri, summary }) => uri === healthy && summary !== 'Not checked', patience);
    expect(await server.codes(healthy)).toContain('IMR301');
    expect(await server.messages(`${bad}5`)).toEqual(['Not checked: the check failed']);
    expect(server.questions.size).toBe(0);
  });
});

describe('while a check is caught in a loop', () => {
  const caught = async (processId: number | null = process.pid) => {
    server = new WatchedServer(10 * patience);
    await server.initialize(pulling, processId);
    await server.open(bad, poisoned(`loop ${join(folder, 'begun')}`));
    return server.ask('textDocument/diagnostic', { textDocument: { uri: bad } });
  };

  it('the server is shut down and ends when told to', async () => {
    const pull = caught();
    const refused = expect(pull).rejects.toMatchObject({ code: LSPErrorCodes.ServerCancelled });
    await isThere(join(folder, 'begun'));
    expect(await server.ask('shutdown', {})).toBeNull();
    await refused;
    await expect(server.ask('textDocument/hover', {})).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    await server.connection.sendNotification('exit');
    expect(await server.ended).toBe(0);
  });

  it('the server ends with the process that it was told to watch', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const pull = caught(editor.pid).catch(() => undefined);
    await isThere(join(folder, 'begun'));
    editor.kill('SIGKILL');
    expect(await server.ended).toBe(1);
    server.kill();
    await pull;
  });
});

describe('a letter above the limit', () => {
  it('says that it is too long, until it is shorter', async () => {
    await bringUp();
    await server.open(bad, `${withoutConclusion}\n${'a'.repeat(100_000)}`);
    expect(await server.messages(bad)).toEqual(['Not checked: the letter is too long']);
    await server.change(bad, 2, { text: withoutConclusion });
    expect(await server.codes(bad)).toContain('IMR301');
    await server.change(bad, 3, { text: `${withoutConclusion}\n${'a'.repeat(100_000)}` });
    expect(await server.codes(bad)).toEqual(['not-checked']);
  });
});

describe('a client that breaks the protocol', () => {
  it('by a second `initialize` is refused, and served on', async () => {
    await bringUp();
    await expect(server.ask('initialize', { processId: null, rootUri: null, capabilities: {} })).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
    await server.open(healthy, withoutConclusion);
    expect(await server.codes(healthy)).toContain('IMR301');
  });

  it('by what is no message ends the server, which says so', async () => {
    await bringUp();
    server.child.stdin?.write('Content-Length: many\r\n\r\n{}');
    expect(await server.ended).toBe(1);
    expect(server.errors).toMatch(/^imr-language-server: what the client sends cannot be read/m);
  });
});
