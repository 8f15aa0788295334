import { configKeys, type Nameable, type OptionSpec, type Rule, type Suppression, severities } from '../core/index';

/** A JSON Schema of `.imr.yaml` and `.imr.json`, for editors: every rule by code and by name, with its options, and every form. */
export function configSchema(nameable: Nameable): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of imr-determinations',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(
        Object.entries(configKeys).map(([key, { value, description }]) => [
          key,
          withDescription(valueSchema(value, nameable), description),
        ]),
      ),
    },
    $defs: { severity: { enum: ['off', ...severities.toReversed()] } },
  };
}

/** `schema` may add to the description of the key. */
function withDescription(schema: object, description: string): object {
  const more = 'description' in schema ? ` ${schema.description}` : '';
  return { ...schema, description: `${description}${more}` };
}

const strings = { type: 'array', items: { type: 'string' } };

function valueSchema(value: (typeof configKeys)[keyof typeof configKeys]['value'], { rules, forms }: Nameable): object {
  switch (value) {
    case 'switch':
      return { type: 'boolean' };
    case 'texts':
      return strings;
    case 'text or texts':
      return { oneOf: [{ type: 'string' }, strings] };
    case 'form':
      return {
        enum: forms.flatMap(({ id }) => (/^\d+$/.test(id) ? [id, Number(id)] : [id])),
        description: forms.map(({ id, title }) => `${id}: ${title}.`).join(' '),
      };
    case 'rules':
      return { type: 'object', additionalProperties: false, properties: rulesSchema(rules) };
  }
}

function rulesSchema(rules: readonly Rule[]): object {
  return Object.fromEntries(
    rules.flatMap((rule) => [
      [rule.name, ruleSchema(rule)],
      [rule.code, ruleSchema(rule)],
      ...(rule.aliases ?? []).map((name) => [name, { ...ruleSchema(rule), deprecated: true }]),
    ]),
  );
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
  const entry: Readonly<Record<keyof Suppression, object>> = {
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
  };
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
          properties: entry,
        },
      },
    },
  };
}
