import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentLink, Location, LocationLink, SymbolInformation } from 'vscode-languageserver/node';
import { composeExample } from '../../server/src/core/index';
import { openFiles } from '../../server/src/node/files';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter, twoDecisions } from './letters';

const capabilities = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    ...fullCapabilities.textDocument,
    definition: { linkSupport: true },
    documentLink: { tooltipSupport: true },
  },
};

let client: TestClient;
let folder: string;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-navigation-'));
  write('norco.txt', cleanLetter);
  write('soma.txt', twoDecisions);
  write('notes.txt', 'Norco and Soma.');
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const start = async (changes: Partial<Parameters<typeof connect>[0]> = {}) => {
  client = await connect({
    capabilities,
    folder: pathToFileURL(folder).href,
    runtime: { files: openFiles() },
    ...changes,
  });
};
const openSoma = () => OpenLetter.open(client, twoDecisions, uriOf('soma.txt'), 'plaintext');

describe('definition', () => {
  const definition = async (letter: OpenLetter, words: string, behind = 1) =>
    letter.ask<LocationLink[] | Location[] | null>('textDocument/definition', {
      position: letter.positionOf(words, behind),
    });

  it('leads from a topic, a title, a drug and a treatment to their pages', async () => {
    await start();
    const letter = await openSoma();
    const targets = async (words: string) =>
      ((await definition(letter, words)) as LocationLink[] | null)?.map(({ targetUri, originSelectionRange }) => [
        targetUri,
        originSelectionRange && letter.textAt(originSelectionRange).replace(/\s+/g, ' '),
      ]);
    expect(await targets('Muscle relaxants')).toEqual([
      ['imr-library:/topic/cp16-muscle-relaxants.md', 'Muscle relaxants (for pain)'],
    ]);
    expect(await targets('Knee Complaints 2004.')).toEqual([
      ['imr-library:/guideline/acoem-2004-knee.md', 'Knee Complaints'],
    ]);
    expect(await targets('Soma 350 mg #90: Upheld')).toEqual([['imr-library:/drug/carisoprodol.md', 'Soma']]);
    expect(await targets('Physical therapy of')).toEqual([
      ['imr-library:/treatment/physical-therapy.md', 'Physical therapy'],
    ]);
    expect(await targets('affiliation')).toBeUndefined();
  });

  it('is a plain location for a client without links, and nothing for one without pages', async () => {
    await start({ capabilities: {}, initializationOptions: { pages: true } });
    const letter = await openSoma();
    expect(await definition(letter, 'Muscle relaxants')).toEqual([
      {
        uri: 'imr-library:/topic/cp16-muscle-relaxants.md',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      },
    ]);
    await client.close();
    await start({ capabilities: {} });
    expect(await definition(await openSoma(), 'Muscle relaxants')).toBeNull();
  });
});

describe('references', () => {
  const references = async (letter: OpenLetter, words: string) =>
    (
      await letter.ask<Location[] | null>('textDocument/references', {
        position: letter.positionOf(words, 1),
        context: { includeDeclaration: true },
      })
    )?.map(({ uri, range }) => [uri.slice(uri.lastIndexOf('/') + 1), range.start.line]);

  it('of a drug: every place that names it, in open letters and in the folder', async () => {
    await start();
    const letter = await openSoma();
    write(
      'second.txt',
      composeExample({ summary: 'The injured worker takes carisoprodol. Utilization review denied it on 12/07/2016.' }),
    );
    const found = await references(letter, 'Soma 350 mg #90: Upheld');
    expect(found?.filter(([name]) => name === 'soma.txt').length).toBeGreaterThan(3);
    expect(found?.filter(([name]) => name === 'second.txt')).toHaveLength(1);
    expect(found?.some(([name]) => name === 'norco.txt' || name === 'notes.txt')).toBe(false);
  });

  it('of a guideline: every block that cites it; of a topic: those that cite the topic', async () => {
    await start();
    const letter = await openSoma();
    expect(await references(letter, 'Chronic Pain Medical Treatment 2016,')).toHaveLength(3);
    expect(await references(letter, 'Muscle relaxants')).toHaveLength(1);
  });

  it('of a page: the same', async () => {
    await start();
    const uri = 'imr-library:/guideline/opioids-2016.md';
    const page = await OpenLetter.open(client, '# MTUS Opioids', uri, 'markdown');
    expect((await references(page, '# MTUS'))?.map(([name]) => name)).toEqual(['norco.txt']);
  });

  it('follow a file that changes', async () => {
    await start();
    const letter = await openSoma();
    expect(await references(letter, 'Soma 350 mg #90: Upheld')).not.toContainEqual(['norco.txt', expect.anything()]);
    write('norco.txt', cleanLetter.replaceAll('Norco', 'Soma'));
    const changes = [{ uri: uriOf('norco.txt'), type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect((await references(letter, 'Soma 350 mg #90: Upheld'))?.some(([name]) => name === 'norco.txt')).toBe(true);
  });

  it('are none for a word that is none of ours', async () => {
    await start();
    expect(await references(await openSoma(), 'affiliation')).toBeUndefined();
  });
});

describe('document links', () => {
  it('lead from the source that the standing words name to the official page of what is cited', async () => {
    await start();
    const letter = await openSoma();
    const links = await letter.ask<DocumentLink[]>('textDocument/documentLink');
    expect(links).toHaveLength(4);
    for (const { range, target, tooltip } of links) {
      expect(letter.textAt(range)).toBe('MTUS');
      expect(target).toMatch(/^https?:\/\//);
      expect(tooltip).toMatch(/^Official page: /);
    }
  });
});

describe('workspace symbols', () => {
  const symbols = async (query: string) =>
    (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
      ({ name, containerName }) => `${name} | ${containerName}`,
    );

  it('are the items, guidelines and drugs of all letters', async () => {
    await start();
    expect(await symbols('')).toEqual([
      'Norco 10/325mg #60 | Upheld · norco.txt',
      'Chronic Pain Medical Treatment 2016 | Norco 10/325mg #60 · norco.txt',
      'Opioid Treatment 2016 | Norco 10/325mg #60 · norco.txt',
      'hydrocodone/acetaminophen | Norco 10/325mg #60 · norco.txt',
      'Soma 350 mg #90 | Upheld · soma.txt',
      'Physical therapy of the left knee 2 times a week for 4 weeks | Overturned · soma.txt',
      'Chronic Pain Medical Treatment 2016 | Soma 350 mg #90 · soma.txt',
      'Knee Complaints 2004 | Physical therapy of the left knee 2 times a week … · soma.txt',
      'carisoprodol | Soma 350 mg #90 · soma.txt',
    ]);
  });

  it('fit the query by its letters in order', async () => {
    await start();
    expect(await symbols('som90')).toEqual(['Soma 350 mg #90 | Upheld · soma.txt']);
    expect(await symbols('zzz')).toEqual([]);
  });
});
