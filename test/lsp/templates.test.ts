import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../server/src/node/files';
import { sendRequest } from '../../server/src/protocol/messages';
import { openPlaces } from '../../server/src/protocol/open-places';
import { rationaleChoices } from '../../server/src/protocol/rationales';
import { type SaveTemplateParams, saveTemplate, templateDraft } from '../../server/src/protocol/templates';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions } from './letters';

let client: TestClient;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-templates-'));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const rationale =
  'The MTUS does not recommend Soma for long-term use. The injured worker has taken Soma since 2/14/2015, and the MTUS limits it. The request for Soma 350 mg #90 is not medically necessary.';
const open = async () => {
  client = await connect({ capabilities: fullCapabilities, runtime: { files: openFiles() }, everyRule: true });
  const text = twoDecisions.replace(/(Decision rationale: )[\s\S]*?is not medically necessary\./, `$1${rationale}`);
  return OpenLetter.open(client, text, pathToFileURL(join(folder, 'a.imr')).href);
};
const params = (letter: OpenLetter, own: Partial<SaveTemplateParams> = {}): SaveTemplateParams => ({
  uri: letter.uri,
  title: 'Soma, no benefit',
  text: 'Under {guideline}, {name} is not supported since [date].',
  class: 'muscle-relaxants',
  outcome: 'Upheld',
  ...own,
});
const pack = () => readFileSync(join(folder, '.imr/templates.yaml'), 'utf8');
const config = () => readFileSync(join(folder, '.imr.yaml'), 'utf8');

describe('a draft', () => {
  it('has names for item, drug and guideline, and places for dates', async () => {
    const letter = await open();
    const draft = await sendRequest(client.connection, templateDraft, {
      uri: letter.uri,
      range: letter.rangeOf(rationale),
    });
    expect(draft).toMatchObject({
      text: '{guideline} does not recommend {name} for long-term use. The injured worker has taken {name} since [date], and {guideline} limits it. The request for {item} is not medically necessary.',
      class: 'muscle-relaxants',
      outcome: 'Upheld',
    });
    expect(draft?.classes.map(({ id }) => id)).toContain('opioids');
  });
});

describe('a template saved', () => {
  it('is written into a pack beside the letter, is named in the configuration, and is offered at once', async () => {
    const letter = await open();
    await sendRequest(client.connection, saveTemplate, params(letter));
    expect(pack()).toContain('upheld: Under {guideline}, {name} is not supported since [date].');
    expect(config()).toContain('packs: [ ./.imr/templates.yaml ]');
    const found = await sendRequest(client.connection, rationaleChoices, { uri: letter.uri, block: 0 });
    const own = found?.choices.find(({ title }) => title === 'Soma, no benefit');
    expect(own?.text).toMatch(/^Under the MTUS, Soma is not supported since \[date\]\.$/);
  });

  it('joins those that are there, with comments kept, and an id of its own', async () => {
    writeFileSync(join(folder, '.imr.yaml'), '# ours\nrules:\n  doubled-word: hint\n');
    const letter = await open();
    await sendRequest(client.connection, saveTemplate, params(letter));
    await sendRequest(client.connection, saveTemplate, params(letter, { outcome: null, class: null }));
    expect(pack().match(/id: \S+/g)).toEqual(['id: own-soma-no-benefit', 'id: own-soma-no-benefit-2']);
    expect(config()).toMatch(/^# ours\nrules:\n {2}doubled-word: hint\npacks: /);
    expect(config().match(/templates\.yaml/g)).toHaveLength(1);
  });

  it.each([['See [1] and ]'], ['The {dose} is high.']])('is refused where a pack may not hold it: %s', async (text) => {
    const letter = await open();
    const asked = sendRequest(client.connection, saveTemplate, params(letter, { text }));
    await expect(asked).rejects.toThrow(/^This text cannot be a template: /);
    expect(existsSync(join(folder, '.imr/templates.yaml'))).toBe(false);
  });

  it('is refused where the pack is broken', async () => {
    const letter = await open();
    await sendRequest(client.connection, saveTemplate, params(letter));
    writeFileSync(join(folder, '.imr/templates.yaml'), 'templates: [');
    const asked = sendRequest(client.connection, saveTemplate, params(letter));
    await expect(asked).rejects.toThrow('.imr/templates.yaml is broken: repair it first.');
  });
});

it('the open places of a letter are told in order', async () => {
  client = await connect({ capabilities: fullCapabilities });
  const letter = await OpenLetter.open(
    client,
    `${twoDecisions}\nSeen on [date]. [agreement: documented | not documented]`,
  );
  const found = await sendRequest(client.connection, openPlaces, { uri: letter.uri });
  expect(found.map((range) => letter.textAt(range))).toEqual(['[date]', '[agreement: documented | not documented]']);
});
