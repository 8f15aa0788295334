/** The settings that package.json declares, of all groups. */
export function settingsOf(contributes: {
  readonly configuration: readonly { readonly properties: object }[];
}): Record<string, Record<string, unknown>> {
  return Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));
}
