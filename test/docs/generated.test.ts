import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generatedDocs } from '../../scripts/generated-docs';
import { builtinForms } from '../../server/src/builtin/forms';
import { explainRule, explainRuleAsText, rules } from '../../server/src/core/index';
import { configSchema, suppressionsSchema } from '../../server/src/workspace/config-schema';
import { readProjectFile, root } from '../project';

const files = generatedDocs({ manifest: readProjectFile('package.json'), packsPage: readProjectFile('docs/packs.md') });

describe('generated documentation', () => {
  it.each(files.map(({ path, text }) => [path, text] as const))(
    '%s is checked in as `npm run docs` writes it',
    (path, text) => {
      expect(readProjectFile(path)).toBe(text);
    },
  );

  it('has a page for each rule and no other', () => {
    const expected = [...rules.map(({ code }) => `${code}.md`), 'README.md'].sort();
    expect(readdirSync(join(root, 'docs/rules')).sort()).toEqual(expected);
  });
});

describe('the page of a rule', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))(
    '%s says what, why, how to repair and how to switch off',
    (_, rule) => {
      const page = explainRule(rule);
      for (const part of [rule.code, rule.name, rule.summary, rule.why, rule.repair, `${rule.name}: off`]) {
        expect(page).toContain(part);
      }
      expect(page.match(/\^/g)?.length ?? 0).toBeGreaterThan(0);
      expect(page.split('\n').filter((line) => line.startsWith('```')).length % 2).toBe(0);
    },
  );

  it('fits a terminal, examples aside', () => {
    for (const rule of rules) {
      const text = explainRuleAsText(rule, 80);
      expect(text.split('\n').filter((line) => line.length > 80 && !line.startsWith('    '))).toEqual([]);
      expect(text).toContain(rule.code);
      expect(text).not.toContain('```');
    }
  });
});

describe('the schemas of our own files', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  const config = ajv.compile(configSchema({ rules, forms: builtinForms.forms }));
  const suppressions = ajv.compile(suppressionsSchema(rules));

  it('know the examples of the rules about them', () => {
    for (const { name, examples } of rules.filter(({ scope }) => scope === 'tool')) {
      const validate = name === 'configuration' ? config : suppressions;
      for (const { whole } of examples.good) {
        validate(parse(whole ?? ''));
        expect(validate.errors ?? []).toEqual([]);
      }
    }
  });

  it('know the forms of letters, as texts and as YAML reads them', () => {
    expect(['2018', 2018, '2013-2014'].map((form) => config({ form }))).toEqual([true, true, true]);
  });

  it('refuse an unknown rule, severity, key or form', () => {
    for (const content of [
      { rules: { 'no-such-rule': 'off' } },
      { rules: { IMR301: 'loud' } },
      { rule: {} },
      { form: '2019' },
    ]) {
      expect(config(content)).toBe(false);
    }
  });
});
