import type { Rule } from '../server/src/core/index';

interface Group {
  readonly properties: object;
}

/** The text of package.json with every rule among the keys of `imr.rules`, for completion in settings.json. */
export function manifestWithRules(manifest: string, rules: readonly Rule[]): string {
  const content = JSON.parse(manifest);
  const keys = rules.flatMap(({ code, name, severity, summary }) => [
    { key: name, says: `${code}, ${severity}: ${summary}` },
    { key: code, says: `${name}, ${severity}: ${summary}` },
  ]);
  const settings = content.contributes.configuration.find((group: Group) => 'imr.rules' in group.properties);
  settings.properties['imr.rules'].propertyNames = {
    enum: keys.map(({ key }) => key),
    markdownEnumDescriptions: keys.map(({ says }) => says),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
