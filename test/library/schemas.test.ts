import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSchemas } from '../../server/src/builtin/schemas';
import { checkSchema, type JsonSchema } from '../../server/src/core/library/schema-check';
import { soundPart } from '../../server/src/core/library/validate-pack';
import { packFiles } from './shipped-packs';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
for (const [name, schema] of Object.entries(builtinSchemas)) ajv.addSchema(schema as object, name);

describe('shipped packs', () => {
  it.each(packFiles.map(({ name, folder, pack }) => [name, folder, pack] as const))(
    '%s fits its schema',
    (_, folder, pack) => {
      const validate = ajv.getSchema(`${folder}.schema.json`);
      expect(pack.kind).toBe(folder);
      validate?.(pack);
      const problems = validate?.errors ?? [];
      expect(problems.map(({ instancePath, message, params }) => [instancePath, message, params])).toEqual([]);
    },
  );

  it.each(packFiles.map(({ name, pack }) => [name, pack] as const))(
    '%s is sound for the run-time check too',
    (name, pack) => {
      const { problems } = soundPart(name, pack, builtinSchemas);
      expect(problems.map(({ pointer, message }) => `${name} ${pointer}: ${message}`)).toEqual([]);
    },
  );
});

it('every shipped pack says when its facts were checked', () => {
  expect(packFiles.filter(({ pack }) => !pack.checkedOn).map(({ name }) => name)).toEqual([]);
});

describe('schemas', () => {
  it('describe every property, so that editors can explain it', () => {
    const bare: string[] = [];
    const visit = (schema: JsonSchema, path: string): void => {
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        if (!property.description && !property.$ref) bare.push(`${path}/${key}`);
        visit(property, `${path}/${key}`);
      }
      for (const inner of [schema.items, ...(schema.anyOf ?? [])]) if (inner) visit(inner, path);
      for (const [name, definition] of Object.entries(schema.$defs ?? {})) visit(definition, `${path}#${name}`);
    };
    for (const [name, schema] of Object.entries(builtinSchemas)) visit(schema, name);
    expect(bare).toEqual([]);
  });

  it('name no definition twice over, so that a reference is never ambiguous', () => {
    const common = Object.keys(builtinSchemas['common.schema.json']?.$defs ?? {});
    const own = Object.entries(builtinSchemas).flatMap(([name, { $defs }]) =>
      name === 'common.schema.json' ? [] : Object.keys($defs ?? {}),
    );
    expect(own.filter((name) => common.includes(name))).toEqual([]);
  });
});

/** All places inside a value, as paths of keys. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? replaceAt(item, rest, change) : item));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaceAt(record[key], rest, change) };
}

describe('the run-time check', () => {
  const small = packFiles.map(({ folder, pack }) => ({ folder, pack: shorten(pack) }));
  const wrong = [null, 7, 1.5, true, '', 'Something Else', [], ['x'], {}, { oddKey: 1 }, undefined];

  it('agrees with ajv about packs broken at any one place', () => {
    const place = fc
      .constantFrom(...small)
      .chain(({ folder, pack }) =>
        fc.record({ folder: fc.constant(folder), pack: fc.constant(pack), path: fc.constantFrom(...pathsOf(pack)) }),
      );
    fc.assert(
      fc.property(place, fc.constantFrom(...wrong), ({ folder, pack, path }, value) => {
        const broken: unknown = JSON.parse(JSON.stringify(replaceAt(pack, path, () => value) ?? null));
        const schema = builtinSchemas[`${folder}.schema.json`] as JsonSchema;
        const resolve = (ref: string): JsonSchema | undefined => {
          const name = ref.slice(ref.lastIndexOf('/') + 1);
          return schema.$defs?.[name] ?? builtinSchemas['common.schema.json']?.$defs?.[name];
        };
        const isValid = ajv.getSchema(`${folder}.schema.json`)?.(broken);
        expect(checkSchema(broken, schema, resolve).length === 0).toBe(isValid);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The first two entries of every list: enough of each shape, and quick to break. */
function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shorten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner)]));
}
