// Configurations, packs and suppressions that are open in the editor: told while they are typed, and no letters.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node';
import { openFiles } from '../../server/src/node/files';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { withoutConclusion } from './letters';

const soundPack = `version: 1
kind: drugs
drugs:
  - id: house-salve
    generic: house salve
    class: topical-compound
  - id: house-gel
    generic: house gel
    class: topical-compound
`;
const sound = { '.imr.yaml': 'packs: [packs/house.yaml]\nrules:\n  IMR301: warning\n', 'packs/house.yaml': soundPack };

let client: TestClient;
let folder: string;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, content: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const connectTo = async (files: Record<string, string>, capabilities: ClientCapabilities) => {
  for (const [name, content] of Object.entries(files)) write(name, content);
  const runtime = { files: openFiles() };
  const setup = {
    capabilities,
    initializationOptions: { letterState: true },
    runtime,
    folder: pathToFileURL(folder).href,
  };
  client = await connect({ ...setup, everyRule: true });
};
const openText = (name: string, text: string, languageId = 'yaml') =>
  OpenLetter.open(client, text, uriOf(name), languageId);
/** What is next published for a file, as `line: message` with the lines from 1. */
const told = async (name: string) => {
  const { diagnostics } = await client.published.find(({ uri }) => uri === uriOf(name));
  return diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-setting-files-'));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const push: ClientCapabilities = {};
const clients = [
  ['a client that pulls', fullCapabilities],
  ['a client that is pushed to', push],
] as const;

describe.each(clients)('files of settings that are being typed, in %s', (_, capabilities) => {
  /** The findings of a letter as this client comes by them. */
  const findings = async (letter: OpenLetter): Promise<readonly Diagnostic[]> =>
    capabilities === push
      ? (await client.published.find(({ uri }) => uri === letter.uri)).diagnostics
      : await letter.diagnostics();
  const severity = (all: readonly Diagnostic[]) => all.find(({ code }) => code === 'IMR301')?.severity;

  it('a configuration tells a wrong severity at its line, until it is right again; letters wait for the save', async () => {
    await connectTo(sound, capabilities);
    const letter = await openText('a.imr', withoutConclusion, 'imr');
    expect(severity(await findings(letter))).toBe(2);
    const config = await openText('.imr.yaml', sound['.imr.yaml']);
    await config.type(config.rangeOf('warning'), 'warnin');
    expect(await told('.imr.yaml')).toEqual([expect.stringMatching(/^3: .*Did you mean "warning"/)]);
    await config.type(config.rangeOf('warnin'), 'hint');
    expect(await told('.imr.yaml')).toEqual([]);
    if (capabilities !== push) expect(severity(await letter.diagnostics())).toBe(2);
    expect(client.published.size).toBe(0);
    write('.imr.yaml', config.text);
    await config.save();
    if (capabilities !== push) await client.refreshes.next();
    expect(severity(await findings(letter))).toBe(4);
  });

  it('a pack tells a broken entry at its line, and so does a text that is no YAML', async () => {
    await connectTo(sound, capabilities);
    await openText('a.imr', withoutConclusion, 'imr');
    const pack = await openText('packs/house.yaml', soundPack);
    await pack.type(pack.rangeOf('topical-compound\n  - id'), 'topical-compuond\n  - id');
    expect(await told('packs/house.yaml')).toEqual([expect.stringMatching(/^6: .*topical-compuond/)]);
    await pack.type(pack.rangeOf('topical-compuond'), '[');
    expect(await told('packs/house.yaml')).toContainEqual(expect.stringMatching(/no YAML/));
    await pack.type(pack.rangeOf('[\n'), 'topical-compound\n');
    expect(await told('packs/house.yaml')).toEqual([]);
  });

  it('a pack that is named in a configuration not yet saved is checked with it', async () => {
    await connectTo({ 'packs/other.yaml': 'kind: drugz\nversion: 1\n' }, capabilities);
    const config = await openText('.imr.yaml', 'packs: [packs/none.yaml]\n');
    expect(await told('.imr.yaml')).toEqual([expect.stringMatching(/^1: .*packs\/none\.yaml.*no such file/)]);
    await config.type(config.rangeOf('none'), 'other');
    expect(await told('.imr.yaml')).toEqual([]);
    expect(await told('packs/other.yaml')).toEqual([expect.stringMatching(/^1: "kind" must be one of/)]);
  });

  it('what was typed and not saved is forgotten when the file is closed', async () => {
    await connectTo(sound, capabilities);
    const letter = await openText('a.imr', withoutConclusion, 'imr');
    const config = await openText('.imr.yaml', 'nonsense: true\n');
    expect(await told('.imr.yaml')).toEqual([expect.stringMatching(/^1: .*nonsense/)]);
    await config.close();
    expect(await told('.imr.yaml')).toEqual([]);
    await letter.close();
    expect(client.log).toEqual([]);
  });

  it('what is wrong in the saved file stays told when the file is closed', async () => {
    await connectTo({ '.imr.yaml': 'nonsense: true\n' }, capabilities);
    const letter = await openText('a.imr', withoutConclusion, 'imr');
    await findings(letter);
    const config = await openText('.imr.yaml', 'nonsense: true\n');
    await config.type(config.rangeOf('nonsense: true'), 'packs: []');
    await client.published.find(({ uri, diagnostics }) => uri === config.uri && diagnostics.length === 0);
    await config.close();
    expect(await told('.imr.yaml')).toEqual([expect.stringMatching(/^1: .*nonsense/)]);
    await openText('.imr.yaml', 'nonsense: true\n').then((again) => again.close());
    await letter.ask('textDocument/documentSymbol');
    expect(client.published.size).toBe(0);
  });

  it('a suppression that hides nothing is told of the saved text only', async () => {
    const text = '0123456789abcdef';
    const suppressions = {
      version: 1,
      suppressions: [{ rule: 'IMR502', item: null, text, letter: 'a.imr', reason: 'x' }],
    };
    await connectTo({ '.imr/suppressions.json': JSON.stringify(suppressions) }, capabilities);
    await openText('a.imr', withoutConclusion, 'imr');
    const file = await openText('.imr/suppressions.json', JSON.stringify(suppressions), 'json');
    expect(await told('.imr/suppressions.json')).toEqual([expect.stringMatching(/^1: .*hides nothing/)]);
    await file.type(file.rangeOf('"x"'), '""');
    // A check of the saved text may still be under way.
    const typed = await client.published.find(({ uri, diagnostics }) => uri === file.uri && diagnostics.length > 0);
    expect(typed.diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/no reason/)]);
  });
});

describe('a file of settings that is open', () => {
  const raw = `version: 1\nnote: |\n${withoutConclusion}\n`;

  it.each([
    ['pack.yaml', 'yaml', raw],
    ['.imr.yaml', 'imr', raw],
    ['.imr/suppressions.json', 'json', withoutConclusion],
    ['house.json', 'plaintext', withoutConclusion],
  ])('is no letter, even where it holds one: %s as %s', async (name, languageId, text) => {
    await connectTo({}, fullCapabilities);
    const file = await openText(name, text, languageId);
    const [position, range] = [
      { line: 3, character: 1 },
      { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    ];
    const asked = [
      'documentSymbol',
      'foldingRange',
      'selectionRange',
      'hover',
      'completion',
      'definition',
      'references',
    ];
    asked.push('documentLink', 'documentHighlight', 'linkedEditingRange', 'prepareRename', 'codeLens', 'formatting');
    asked.push(
      'rangeFormatting',
      'codeAction',
      'inlayHint',
      'semanticTokens/full',
      'semanticTokens/range',
      'diagnostic',
    );
    for (const method of asked) {
      const params = { position, range, positions: [position], options: {}, context: { diagnostics: [] } };
      const reply = await file.ask<Record<string, unknown> | null>(`textDocument/${method}`, params);
      const content = reply?.items ?? reply?.data ?? reply ?? [];
      expect(content, method).toEqual([]);
    }
    expect(client.states.size).toBe(0);
    expect(client.log).toEqual([]);
  });
});

describe('the texts that a client is asked for', () => {
  const capabilities: ClientCapabilities = {
    ...fullCapabilities,
    textDocument: { ...fullCapabilities.textDocument, synchronization: { dynamicRegistration: true } },
  };
  const asked = async () => {
    const methods = new Map<string, unknown>();
    while (methods.size < 4) {
      const { method, registerOptions } = await client.registrations.next();
      if (/^textDocument\/did/.test(method)) methods.set(method, registerOptions);
    }
    return methods;
  };

  it('are those with a name of ours, then each pack that a configuration names, once', async () => {
    await connectTo(sound, capabilities);
    const first = await asked();
    expect([...first.keys()].sort()).toEqual(
      ['didChange', 'didClose', 'didOpen', 'didSave'].map((m) => `textDocument/${m}`),
    );
    const patterns = ['**/.imr.yaml', '**/.imr.json', '**/.imr/suppressions.json'];
    const documentSelector = patterns.map((pattern) => ({ scheme: 'file', pattern }));
    expect(first.get('textDocument/didOpen')).toEqual({ documentSelector });
    expect(first.get('textDocument/didChange')).toEqual({ documentSelector, syncKind: 2 });
    const letter = await openText('a.imr', withoutConclusion, 'imr');
    const pack = [{ scheme: 'file', pattern: join(folder, 'packs/house.yaml') }];
    expect((await asked()).get('textDocument/didClose')).toEqual({ documentSelector: pack });
    const config = await openText('.imr.yaml', 'packs: ["packs/house.yaml", "a [1].yaml"]\n');
    const odd = [{ scheme: 'file', pattern: join(folder, 'a [[]1[]].yaml') }];
    expect((await asked()).get('textDocument/didOpen')).toEqual({ documentSelector: odd });
    await config.save();
    await client.refreshes.next();
    await letter.diagnostics();
    expect(client.registrations.size).toBe(0);
  });

  it('are those of the packs that the folder’s configuration names, before a letter is open', async () => {
    await connectTo(sound, capabilities);
    await asked();
    const pack = [{ scheme: 'file', pattern: join(folder, 'packs/house.yaml') }];
    expect((await asked()).get('textDocument/didOpen')).toEqual({ documentSelector: pack });
    await openText('packs/house.yaml', soundPack.replace('version: 1', 'version: one'));
    expect(await told('packs/house.yaml')).toEqual([expect.stringMatching(/^1: .*version/)]);
  });

  it('are not asked of a client that cannot be asked', async () => {
    await connectTo(sound, fullCapabilities);
    const letter = await openText('a.imr', withoutConclusion, 'imr');
    await letter.diagnostics();
    expect(client.registrations.size).toBe(0);
  });
});
