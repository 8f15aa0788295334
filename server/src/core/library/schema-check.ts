import { nearest } from '../text/edit-distance';

/** The part of JSON Schema that pack schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  /** Of a list of fixed length: the schema of each entry. */
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly description?: string;
}

export interface SchemaProblem {
  /** JSON pointer to the value, `/drugs/3/class`. */
  readonly pointer: string;
  readonly message: string;
  /** The value is of another type altogether. */
  readonly isType?: boolean;
}

/** Resolves a `$ref` (`#/$defs/x` of the schema at hand, or `common.schema.json#/$defs/x`). */
export type RefResolver = (ref: string) => JsonSchema | undefined;

/** Resolves the references of a schema: to itself, and to `others`, schemas by file name. */
export function resolverOf(schema: JsonSchema, others: Readonly<Record<string, JsonSchema>> = {}): RefResolver {
  return (ref) => {
    const [file = '', pointer = ''] = ref.split('#');
    const home = file === '' ? schema : others[file];
    const name = pointer.replace('/$defs/', '');
    // Every definition that refers to its own file lies in the common schema, which refers to nothing else.
    return home?.$defs?.[name] ?? others['common.schema.json']?.$defs?.[name];
  };
}

/** What is wrong with a value, each problem at its own place. A reference that leads nowhere allows anything. */
export function checkSchema(value: unknown, schema: JsonSchema, resolve: RefResolver, pointer = ''): SchemaProblem[] {
  if (schema.$ref !== undefined) {
    const target = resolve(schema.$ref);
    return target ? checkSchema(value, target, resolve, pointer) : [];
  }
  if (schema.anyOf) return checkAnyOf(value, schema.anyOf, resolve, pointer);
  const wrong = checkType(value, schema, pointer) ?? checkChoice(value, schema, pointer);
  if (wrong) return [wrong];
  if (Array.isArray(value)) return checkList(value, schema, resolve, pointer);
  if (isRecord(value)) return checkRecord(value, schema, resolve, pointer);
  return checkText(value, schema, pointer);
}

/** Where no branch is kept, the one whose type fits tells what is wrong. */
function checkAnyOf(
  value: unknown,
  branches: readonly JsonSchema[],
  resolve: RefResolver,
  pointer: string,
): SchemaProblem[] {
  const results = branches.map((branch) => checkSchema(value, branch, resolve, pointer));
  if (results.some((problems) => problems.length === 0)) return [];
  const fitting = results.find(([first]) => !(first?.isType && first.pointer === pointer));
  return fitting ?? [{ pointer, message: results.map(([first]) => first?.message ?? '').join('; or '), isType: true }];
}

function checkType(value: unknown, { type }: JsonSchema, pointer: string): SchemaProblem | undefined {
  if (type === undefined) return undefined;
  const types = typeof type === 'string' ? [type] : type;
  const is = typeName(value);
  if (types.includes(is) || (is === 'integer' && types.includes('number'))) return undefined;
  return {
    pointer,
    message: `must be ${types.map(withArticle).join(' or ')}, but is ${withArticle(is)}`,
    isType: true,
  };
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function withArticle(type: string): string {
  const words: Readonly<Record<string, string>> = { array: 'a list', object: 'a map', string: 'a text', null: 'null' };
  return words[type] ?? (type === 'integer' ? 'a whole number' : `a ${type}`);
}

function checkList(
  value: readonly unknown[],
  schema: JsonSchema,
  resolve: RefResolver,
  pointer: string,
): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const { items, prefixItems = [], minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minItems) problems.push({ pointer, message: `needs at least ${minItems} entries` });
  if (value.length > maxItems) problems.push({ pointer, message: `takes at most ${maxItems} entries` });
  for (const [i, item] of value.entries()) {
    const itemSchema = prefixItems[i] ?? items;
    if (itemSchema) problems.push(...checkSchema(item, itemSchema, resolve, `${pointer}/${i}`));
  }
  return problems;
}

function checkRecord(
  value: Record<string, unknown>,
  schema: JsonSchema,
  resolve: RefResolver,
  pointer: string,
): SchemaProblem[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const problems: SchemaProblem[] = [];
  for (const key of required) {
    if (value[key] === undefined) problems.push({ pointer, message: `the key "${key}" is missing` });
  }
  for (const [key, item] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known) problems.push(...checkSchema(item, known, resolve, at));
    else if (additionalProperties === false)
      problems.push({ pointer: at, message: unknownKey(key, Object.keys(properties)) });
    else if (additionalProperties !== true) problems.push(...checkSchema(item, additionalProperties, resolve, at));
  }
  return problems;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known, 2);
  return near ? `unknown key "${key}"; "${near}" is meant?` : `unknown key "${key}"; known are ${known.join(', ')}`;
}

function checkChoice(value: unknown, schema: JsonSchema, pointer: string): SchemaProblem | undefined {
  if (schema.const !== undefined && value !== schema.const)
    return { pointer, message: `must be ${String(schema.const)}` };
  if (schema.enum && !schema.enum.includes(value)) return { pointer, message: notOneOf(value, schema.enum) };
  return undefined;
}

function checkText(value: unknown, schema: JsonSchema, pointer: string): SchemaProblem[] {
  if (typeof value !== 'string') return [];
  if (value.length < (schema.minLength ?? 0)) return [{ pointer, message: 'must not be empty' }];
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
    return [{ pointer, message: `"${value}" is not written as ${schema.description ?? schema.pattern}` }];
  }
  return [];
}

function notOneOf(value: unknown, allowed: readonly unknown[]): string {
  const near = typeof value === 'string' ? nearest(value, allowed.map(String), 2) : undefined;
  return near ? `"${String(value)}" is not known; "${near}" is meant?` : `must be one of ${allowed.join(', ')}`;
}

/** A key as a step of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
