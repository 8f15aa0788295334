import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { schemaTypes, unionOf } from '../../scripts/schema-types.mjs';

const types = (schema: object, root?: string) => schemaTypes(schema, root).join('\n');
const strings = { type: 'array', items: { type: 'string' } };

describe('the types of a schema', () => {
  it('have a name for each object, choice and union, by its title or its key', () => {
    const $defs = {
      drug: { title: 'Drug', type: 'object', required: ['id'], properties: { id: { $ref: '#/$defs/id' } } },
      id: { type: 'string', description: 'An id.' },
      level: { enum: ['seen', null], description: 'How sure.' },
    };
    expect(types({ $defs })).toBe(
      "export interface Drug {\n  /** An id. */\n  readonly id: string;\n}\n\n/** How sure. */\nexport type Level = 'seen' | null;\n",
    );
  });

  it('keep lists of fixed length, maps, constants and what may be absent', () => {
    const pages = { type: 'array', prefixItems: [{ type: 'integer' }, { type: ['integer', 'null'] }] };
    const properties = {
      version: { const: 1 },
      pages,
      three: { ...strings, minItems: 3, maxItems: 3 },
      choices: { type: 'array', items: { enum: ['a', 'b'] } },
      byName: { type: 'object', additionalProperties: strings },
      either: { oneOf: [{ type: 'boolean' }, { type: 'null' }] },
    };
    expect(types({ type: 'object', required: ['version'], properties }, 'File')).toBe(`export interface File {
  readonly version: 1;
  readonly pages?: readonly [number, number | null];
  readonly three?: readonly [string, string, string];
  readonly choices?: readonly ('a' | 'b')[];
  readonly byName?: Readonly<Record<string, readonly string[]>>;
  readonly either?: boolean | null;
}
`);
  });

  it('refuse a reference that leads nowhere', () => {
    expect(() => types({ type: 'object', properties: { a: { $ref: '#/$defs/gone' } } }, 'File')).toThrow('gone');
  });
});

it('a union of schemas has the properties of all and requires what all require', () => {
  const one = { required: ['kind', 'a'], properties: { kind: { const: 'one' }, a: strings } };
  const two = { required: ['kind'], properties: { kind: { const: 'two' } } };
  const three = { required: ['kind'], properties: { kind: { const: 'three' } } };
  expect(unionOf([one, two, three])).toEqual({
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['one', 'two', 'three'] }, a: strings },
  });
});
