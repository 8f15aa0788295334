import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../server/src/node/files';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { withoutConclusion } from './letters';

let client: TestClient;
let folder: string;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, content: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const changed = (name: string) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-settings-'));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const open = async (settings: Record<string, unknown> = {}) => {
  client = await connect({
    capabilities: fullCapabilities,
    settings,
    folder: pathToFileURL(folder).href,
    runtime: { files: openFiles() },
    everyRule: true,
  });
  return OpenLetter.open(client, withoutConclusion, uriOf('letters/a.imr'));
};
const severities = async (letter: OpenLetter) =>
  (await letter.diagnostics()).filter(({ code }) => code === 'IMR301').map(({ severity }) => severity);

describe('the form in the configuration', () => {
  it('is that of open letters, from its next version on', async () => {
    write('.imr.yaml', 'form: 2018\n');
    client = await connect({
      capabilities: fullCapabilities,
      initializationOptions: { letterState: true },
      folder: pathToFileURL(folder).href,
      runtime: { files: openFiles() },
      everyRule: true,
    });
    await OpenLetter.open(client, withoutConclusion, uriOf('letters/a.imr'));
    const formOf = async () => (await client.states.next()).form.id;
    expect(await formOf()).toBe('2018');
    write('.imr.yaml', 'form: 2014\n');
    await changed('.imr.yaml');
    expect(await formOf()).toBe('2015');
  });
});

describe('rule settings', () => {
  it('are the editor’s, by code or name', async () => {
    const letter = await open({ rules: { IMR301: 'warning' } });
    expect(await severities(letter)).toEqual([2]);
  });

  it('are overruled by the configuration above the letter', async () => {
    write('.imr.yaml', 'rules:\n  missing-conclusion: hint\n');
    const letter = await open({ rules: { IMR301: 'warning' } });
    expect(await severities(letter)).toEqual([4]);
  });

  it('are read anew when the configuration is written, even where there was none', async () => {
    const letter = await open();
    expect(await severities(letter)).toEqual([1]);
    write('.imr.yaml', 'rules:\n  missing-conclusion: off\n');
    await changed('.imr.yaml');
    await client.refreshes.next();
    expect(await severities(letter)).toEqual([]);
  });

  it('follow a configuration that is open once it is saved, not while it is typed', async () => {
    const letter = await open();
    const text = 'rules:\n  missing-conclusion: information\n';
    const config = await OpenLetter.open(client, text, uriOf('.imr.yaml'), 'yaml');
    expect(await severities(letter)).toEqual([1]);
    write('.imr.yaml', text);
    await config.save();
    await client.refreshes.next();
    expect(await severities(letter)).toEqual([3]);
  });

  it('say nothing in a letter that the configuration leaves out', async () => {
    write('.imr.yaml', 'ignore: ["letters/**"]\n');
    expect(await severities(await open())).toEqual([]);
  });
});

describe('problems in files of settings', () => {
  it('are published at their place in their file, and taken back when they are mended', async () => {
    write('.imr.yaml', 'rules:\n  missing-conclusoin: hint\n');
    await open();
    const { uri, diagnostics } = await client.published.next();
    expect(uri).toBe(uriOf('.imr.yaml'));
    expect(diagnostics).toMatchObject([{ code: 'IMR903', range: { start: { line: 1, character: 2 } } }]);
    write('.imr.yaml', 'rules:\n  missing-conclusion: hint\n');
    await changed('.imr.yaml');
    expect(await client.published.next()).toEqual({ uri: uriOf('.imr.yaml'), diagnostics: [] });
  });

  it('are told once for all letters, and are gone with the last of them', async () => {
    write('.imr.yaml', 'nonsense: true\n');
    const first = await open();
    expect((await client.published.next()).diagnostics).toHaveLength(1);
    const second = await OpenLetter.open(client, withoutConclusion, uriOf('letters/b.imr'));
    expect(await severities(second)).toEqual([1]);
    await first.close();
    await second.close();
    expect(await client.published.next()).toEqual({ uri: uriOf('.imr.yaml'), diagnostics: [] });
    expect(client.published.size).toBe(0);
  });

  it('of the editor’s own settings are told in the log', async () => {
    const letter = await open({ rules: { 'missing-conclusoin': 'hint' } });
    await letter.diagnostics();
    await expect.poll(() => client.log.join('\n')).toContain('missing-conclusoin');
  });
});
