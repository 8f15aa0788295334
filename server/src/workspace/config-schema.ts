import { type Nameable, type OptionSpec, type Rule, severities } from '../core/index';

/** A JSON Schema of `.imr.yaml` and `.imr.json`, for editors: every rule by code and by name, with its options, and every form. */
export function configSchema({ rules, forms }: Nameable): Record<string, unknown> {
  const strings = { type: 'array', items: { type: 'string' } };
  const stringOrStrings = { oneOf: [{ type: 'string' }, strings] };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of imr-determinations',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        ...stringOrStrings,
        description:
          'What this builds upon, the last one on top: recommended, strict, off, or the path of another file.',
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        description: 'Severity of single rules, by code or name; an object with "severity" also holds options.',
        properties: Object.fromEntries(
          rules.flatMap((rule) => [
            [rule.name, ruleSchema(rule)],
            [rule.code, ruleSchema(rule)],
            ...(rule.aliases ?? []).map((name) => [name, { ...ruleSchema(rule), deprecated: true }]),
          ]),
        ),
      },
      language: {
        type: 'boolean',
        description: 'Whether to check language: spelling, grammar, doubled words, punctuation. Default: true.',
      },
      words: { ...strings, description: 'Words that are spelled right in these letters.' },
      form: {
        enum: forms.flatMap(({ id }) => (/^\d+$/.test(id) ? [id, Number(id)] : [id])),
        description: `Form that letters are read as unless they bear the marks of another one. ${forms
          .map(({ id, title }) => `${id}: ${title}.`)
          .join(' ')}`,
      },
      packs: {
        ...stringOrStrings,
        description: 'Packs of your own: guidelines, drugs, treatments, phrases. Paths are relative to this file.',
      },
      files: { ...stringOrStrings, description: 'Patterns of the files that are letters; absent: all.' },
      ignore: { ...stringOrStrings, description: 'Patterns of files that are left alone.' },
    },
    $defs: { severity: { enum: ['off', ...severities.toReversed()] } },
  };
}

function ruleSchema(rule: Rule): object {
  const severity = { $ref: '#/$defs/severity' };
  const options = Object.entries(rule.options ?? {}).map(([name, spec]) => [name, optionSchema(spec)]);
  return {
    description: `${rule.code}, ${rule.severity}: ${rule.summary}`,
    oneOf: [
      severity,
      { type: 'object', additionalProperties: false, properties: { severity, ...Object.fromEntries(options) } },
    ],
  };
}

function optionSchema(spec: OptionSpec): object {
  const { description } = spec;
  if (spec.type !== 'strings') return { type: spec.type, default: spec.default, description };
  return {
    type: 'array',
    items: spec.values ? { enum: spec.values } : { type: 'string' },
    default: spec.default,
    description,
  };
}

/** A JSON Schema of `.imr/suppressions.json` and of baselines. */
export function suppressionsSchema(rules: readonly Rule[]): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Suppressed findings of imr-determinations',
    type: 'object',
    additionalProperties: false,
    required: ['version', 'suppressions'],
    properties: {
      $schema: { type: 'string' },
      version: { const: 1 },
      suppressions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['rule', 'item', 'text', 'reason'],
          properties: {
            rule: { enum: rules.flatMap(({ code, name }) => [code, name]), description: 'Code or name of the rule.' },
            item: {
              type: ['string', 'null'],
              description: 'The item of the decision block, as printed; null outside of a block.',
            },
            text: {
              type: 'string',
              pattern: '^[0-9a-f]{16}$',
              description: 'Fingerprint of the text that the finding is about.',
            },
            letter: {
              type: 'string',
              description: 'The letter it was written for, relative to the folder that holds .imr.',
            },
            reason: { type: 'string', minLength: 1, description: 'Why the finding does not count here.' },
          },
        },
      },
    },
  };
}
