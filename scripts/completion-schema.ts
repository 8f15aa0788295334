type Schema = { readonly [key: string]: unknown };

/**
 * A schema that completes and explains what the given one does, and objects to nothing: the language server tells of mistakes in
 * these files, and no editor shall tell of them twice. Former names are accepted but not offered.
 */
export function completionSchema(schema: Schema): Schema {
  const { $schema, $defs, title, ...rest } = schema;
  return { $schema, title, ...tolerant(rest), ...($defs !== undefined && { $defs }) };
}

/** What is below stays a schema of its own beside the choice, so that a mistake there does not cost its neighbors' completions. */
function tolerant({ description, properties, items, oneOf, ...leaf }: Schema): Schema {
  const said = description === undefined ? {} : { description };
  const anything = {};
  if (properties) {
    const entries = Object.entries(properties as Record<string, Schema>).filter(([, property]) => !property.deprecated);
    const below = Object.fromEntries(entries.map(([name, property]) => [name, tolerant(property)]));
    return { ...said, properties: below, anyOf: [{ type: 'object' }, anything] };
  }
  if (items) return { ...said, items: tolerant(items as Schema), anyOf: [{ type: 'array' }, anything] };
  if (oneOf) return { ...said, anyOf: [...(oneOf as Schema[]).map(tolerant), anything] };
  return { ...said, anyOf: [leaf, anything] };
}
