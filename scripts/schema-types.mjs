// Writes TypeScript types from JSON Schemas, so that the shape of a file is stated once. `npm run packs` runs it.
// A definition of `$defs` becomes a type that is named by its `title`, else by its key. A definition that is only a text, a number, or a
// list stays without a name, and its description goes to the property that uses it.

/** The declarations of what a schema describes, as a list of texts: its definitions and, where `root` names it, the whole. */
export function schemaTypes(schema, root) {
  const { $defs = {} } = schema;
  const declarations = Object.entries($defs).flatMap(([key, type]) =>
    isNamed(type) ? [declare(nameOf(key, type), type)] : [],
  );
  return root === undefined ? declarations : [...declarations, declare(root, schema)];

  function declare(name, schema) {
    const isObject = schema.type === 'object' && schema.properties;
    const body = isObject ? `interface ${name} ${typeOf(schema, '')}` : `type ${name} = ${typeOf(schema, '')};`;
    return `${comment(schema.description, '')}export ${body}\n`;
  }

  function typeOf(schema, indent) {
    if (schema.$ref !== undefined) {
      const target = targetOf(schema.$ref);
      return isNamed(target) ? nameOf(keyOf(schema.$ref), target) : typeOf(target, indent);
    }
    const branches = schema.anyOf ?? schema.oneOf;
    if (branches) return branches.map((branch) => typeOf(branch, indent)).join(' | ');
    if ('const' in schema) return literal(schema.const);
    if (schema.enum) return schema.enum.map(literal).join(' | ');
    if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
    if (schema.type === 'array') return listOf(schema, indent);
    if (schema.type === 'object') return objectOf(schema, indent);
    return schema.type === 'integer' ? 'number' : schema.type;
  }

  function listOf({ items, prefixItems, minItems, maxItems }, indent) {
    if (prefixItems) return `readonly [${prefixItems.map((item) => typeOf(item, indent)).join(', ')}]`;
    const item = typeOf(items, indent);
    if (minItems !== undefined && minItems === maxItems)
      return `readonly [${Array.from({ length: minItems }, () => item).join(', ')}]`;
    return `readonly ${/ [|] |^readonly /.test(item) && !item.startsWith('{') ? `(${item})` : item}[]`;
  }

  function objectOf({ properties, required = [], additionalProperties }, indent) {
    if (!properties) return `Readonly<Record<string, ${typeOf(additionalProperties, indent)}>>`;
    const inner = `${indent}  `;
    const lines = Object.entries(properties).map(([key, property]) => {
      const optional = required.includes(key) ? '' : '?';
      return `${comment(descriptionOf(property), inner)}${inner}readonly ${key}${optional}: ${typeOf(property, inner)};\n`;
    });
    return `{\n${lines.join('')}${indent}}`;
  }

  function descriptionOf(property) {
    if (property.description !== undefined || property.$ref === undefined) return property.description;
    const target = targetOf(property.$ref);
    return isNamed(target) ? undefined : target.description;
  }

  function targetOf(ref) {
    const target = $defs[keyOf(ref)];
    if (!target) throw new Error(`no schema defines ${ref}`);
    return target;
  }
}

/** A schema that allows what any of these allow: the properties of all, and as required those that all require. */
export function unionOf(schemas) {
  const properties = {};
  for (const schema of schemas) {
    for (const [key, property] of Object.entries(schema.properties)) {
      const before = properties[key];
      if (before === undefined) properties[key] = property;
      else if ('const' in property && before.const !== property.const)
        properties[key] = { enum: [...(before.enum ?? [before.const]), property.const] };
    }
  }
  const required = schemas[0].required.filter((key) => schemas.every((schema) => schema.required.includes(key)));
  return { type: 'object', required, properties };
}

function isNamed(schema) {
  if (schema.type === 'object') return schema.properties !== undefined;
  if (schema.anyOf) return schema.anyOf.some((branch) => branch.properties || branch.$ref === undefined);
  return schema.enum !== undefined || schema.pattern !== undefined || schema.prefixItems !== undefined;
}

function nameOf(key, { title }) {
  return title ?? key[0].toUpperCase() + key.slice(1);
}

function keyOf(ref) {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function literal(value) {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function comment(text, indent) {
  return text === undefined ? '' : `${indent}/** ${text} */\n`;
}
