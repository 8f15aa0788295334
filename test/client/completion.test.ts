// The JSON service of VS Code with what our manifest gives it: keys and values of our files and settings, and no second voice.
import { describe, expect, it } from 'vitest';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { rules } from '../../server/src/core/index';
import { configKeys } from '../../server/src/core/lint/config-keys';
import { readProjectFile } from '../project';
import { settingsOf } from './settings-of';

const { contributes } = JSON.parse(readProjectFile('package.json'));
const keys = rules.flatMap(({ code, name }) => [name, code]);
const severities = ['"off"', '"hint"', '"information"', '"warning"', '"error"'];

/** The service in a file whose text is given, `|` the cursor. */
function inFile(schema: JSONSchema, marked: string) {
  const text = TextDocument.create('file:///a.json', 'json', 1, marked.replace('|', ''));
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: 'our:schema', fileMatch: ['*'], schema }] });
  const json = service.parseJSONDocument(text);
  const position = text.positionAt(marked.indexOf('|'));
  return {
    labels: async () => (await service.doComplete(text, position, json))?.items.map(({ label }) => label) ?? [],
    hover: async () => JSON.stringify((await service.doHover(text, position, json))?.contents),
    problems: async () => (await service.doValidation(text, json)).map(({ message }) => message),
  };
}

const schemaFor = (fileMatch: string): JSONSchema => {
  const all: { readonly fileMatch: string; readonly url: string }[] = [
    ...contributes.jsonValidation,
    ...contributes.yamlValidation,
  ];
  const url = all.find((each) => each.fileMatch === fileMatch)?.url ?? '';
  return JSON.parse(readProjectFile(url.slice(2)));
};

describe.each(['.imr.json', '.imr.yaml'])('in %s', (name) => {
  const config = schemaFor(name);

  it('keys are completed', async () => {
    const top = ['$schema', ...Object.keys(configKeys)].sort();
    expect((await inFile(config, '{ "|" }').labels()).sort()).toEqual(top);
    expect(await inFile(config, '{ "rules": { "|" } }').labels()).toEqual(keys);
    expect(await inFile(config, '{ "rules": { "IMR301": { "|" } } }').labels()).toContain('severity');
  });

  it('severities are completed, beside a mistake too', async () => {
    const places = ['{ "rules": { "IMR301": | } }', '{ "rules": { "IMR302": "loud", "missing-conclusion": | } }'];
    for (const place of places) {
      expect(await inFile(config, place).labels()).toEqual(expect.arrayContaining(severities));
    }
    expect(await inFile(config, '{ "rules": { "IMR301": { "severity": | } } }').labels()).toEqual(severities);
  });

  it('a key says what it is about', async () => {
    expect(await inFile(config, '{ "rules": { "IMR|301": "off" } }').hover()).toContain('IMR301, error');
    expect(await inFile(config, '{ "pac|ks": [] }').hover()).toContain('relative to this file');
  });

  it('no mistake is told, since the server tells it', async () => {
    const wrong =
      '{ "rule": 1, "rules": { "IMR301": "loud", "IMR999": {}, "IMR302": { "severity": 3, "x": 1 } }, "packs": 2|}';
    expect(await inFile(config, wrong).problems()).toEqual([]);
  });
});

describe('in .imr/suppressions.json', () => {
  const suppressions = schemaFor('.imr/suppressions.json');

  it('keys and rules are completed, and no mistake is told', async () => {
    const entry = '{ "suppressions": [{ "|" }] }';
    expect(await inFile(suppressions, entry).labels()).toEqual(['rule', 'item', 'text', 'letter', 'reason']);
    const rule = '{ "suppressions": [{ "rule": | }] }';
    expect(await inFile(suppressions, rule).labels()).toEqual(expect.arrayContaining(keys.map((key) => `"${key}"`)));
    expect(await inFile(suppressions, '{ "version": 2, "suppressions": [{ "text": "x" }, 3]|}').problems()).toEqual([]);
  });
});

describe('in settings.json', () => {
  const settings: JSONSchema = { properties: settingsOf(contributes), additionalProperties: false };

  it('imr.rules completes each rule, by name and code with what it is about, then its severities', async () => {
    expect(await inFile(settings, '{ "imr.rules": { "|" } }').labels()).toEqual(keys);
    for (const key of ['IMR301', 'missing-conclusion']) {
      const labels = await inFile(settings, `{ "imr.rules": { "${key}": | } }`).labels();
      expect(labels).toEqual(expect.arrayContaining(severities));
    }
  });

  it('imr.rules refuses what is no rule or no severity', async () => {
    expect(
      await inFile(settings, '{ "imr.rules": { "IMR301": "off", "missing-conclusion": "hint" }|}').problems(),
    ).toEqual([]);
    for (const wrong of ['"no-such-rule": "off"', '"IMR301": "loud"', '"IMR999": "off"']) {
      expect(await inFile(settings, `{ "imr.rules": { ${wrong} }|}`).problems(), wrong).toHaveLength(1);
    }
  });
});
