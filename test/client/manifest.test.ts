import { describe, expect, it } from 'vitest';
import { markColors } from '../../client/src/mark-icons';
import { settingKeys } from '../../client/src/settings';
import { letterHeadings } from '../../server/src/builtin/sniff';
import { rules, tokenModifiers, tokenTypes } from '../../server/src/core/index';
import { defaultSettings } from '../../server/src/protocol/settings';
import { projectFiles, readProjectFile } from '../project';
import { settingsOf } from './settings-of';

const { contributes, activationEvents } = JSON.parse(readProjectFile('package.json'));
const ids = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

it('nothing runs before a letter or a text file is opened', () => {
  expect(activationEvents).toEqual(['onLanguage:plaintext']);
});

describe('settings', () => {
  const declared: Record<string, Record<string, unknown>> = settingsOf(contributes);

  it('are declared for all that client and server read, and no more', () => {
    expect(Object.keys(declared).sort()).toEqual(settingKeys.map((key) => `imr.${key}`).sort());
  });

  it.each(Object.entries(defaultSettings))('have the default of the server: %s', (key, value) => {
    expect(declared[`imr.${key}`]?.default).toEqual(value);
  });

  it.each(Object.entries(declared))('say what they do, in an order of their own: %s', (_, setting) => {
    expect(setting).toMatchObject({
      order: expect.any(Number),
      scope: expect.stringMatching(/^(resource|window)$/),
      markdownDescription: expect.stringMatching(/\.$/),
    });
    const { enum: values, markdownEnumDescriptions: says } = setting as {
      enum?: unknown[];
      markdownEnumDescriptions?: unknown[];
    };
    if (says) expect(says).toHaveLength(values?.length ?? 0);
  });

  it('take every rule, by code or name, and no other kind of key', () => {
    const { patternProperties, additionalProperties } = declared['imr.rules'] as Record<string, object>;
    const [pattern] = Object.keys(patternProperties ?? {});
    const keys = rules.flatMap(({ code, name }) => [code, name]);
    expect(keys.filter((key) => !new RegExp(pattern ?? '').test(key))).toEqual([]);
    expect(additionalProperties).toBe(false);
  });

  it('are in titled groups, each in the order of its numbers', () => {
    for (const { title, properties } of contributes.configuration) {
      expect(title).toMatch(/^[A-Z]/);
      const orders = Object.values<{ order: number }>(properties).map(({ order }) => order);
      expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    }
  });
});

describe('semantic colors', () => {
  it('know the types and modifiers that the server sends', () => {
    expect(ids(contributes.semanticTokenTypes)).toEqual(tokenTypes);
    expect(ids(contributes.semanticTokenModifiers)).toEqual(tokenModifiers);
  });

  it('fall back on a scope for each type, so that any theme paints it', () => {
    const [{ language, scopes }] = contributes.semanticTokenScopes;
    expect(language).toBe('imr');
    const painted = new Set(Object.keys(scopes).map((selector) => selector.split('.')[0]));
    expect([...painted].sort()).toEqual([...tokenTypes].sort());
  });

  it('are those of the grammar where both know a thing', () => {
    const grammar = readProjectFile('syntaxes/imr.tmLanguage.json');
    const { scopes } = contributes.semanticTokenScopes[0];
    const shared = ['heading', 'item', 'outcome.upheld', 'outcome.overturned', 'label', 'standing', 'guideline'];
    for (const selector of shared) expect(grammar, selector).toContain(scopes[selector][0]);
  });
});

describe('theme colors', () => {
  it('have a default for each kind of theme, the one of the icons for light and dark', () => {
    for (const [id, { light, dark }] of Object.entries(byOutcome())) {
      const color = contributes.colors.find((each: { id: string }) => each.id === id);
      expect(color?.defaults, id).toMatchObject({ light, dark });
      expect(Object.keys(color.defaults).sort()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
    }
    const backgrounds = Object.keys(byOutcome()).map((id) => `${id}Background`);
    expect([...ids(contributes.colors)].sort()).toEqual([...Object.keys(byOutcome()), ...backgrounds].sort());
  });

  it('can be seen: 4.5 to 1 against the background, 7 to 1 in high contrast', () => {
    const backgrounds = { light: '#ffffff', dark: '#1f1f1f', highContrast: '#000000', highContrastLight: '#ffffff' };
    for (const { id, defaults } of contributes.colors) {
      if (id.endsWith('Background')) continue;
      for (const [theme, background] of Object.entries(backgrounds)) {
        expect(contrast(defaults[theme], background), `${id} ${theme}`).toBeGreaterThan(
          theme.startsWith('high') ? 7 : 4.5,
        );
      }
    }
  });

  function byOutcome(): Record<string, { light: string; dark: string }> {
    const { light, dark } = markColors;
    return Object.fromEntries(
      (['upheld', 'overturned', 'undecided'] as const).map((o) => [`imr.${o}`, { light: light[o], dark: dark[o] }]),
    );
  }
});

/** The ratio of two `#rrggbb` colors as WCAG 2 computes it. */
function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('the language', () => {
  // In VS Code before 1.97 `editor.defaultColorDecorators` is a boolean, for which "never" would be true.
  it('takes no number for a color, whose picker would write into the letter', () => {
    const defaults = contributes.configurationDefaults['[imr]'];
    expect(defaults['editor.colorDecorators']).toBe(false);
    expect(defaults['editor.defaultColorDecorators']).not.toBeTypeOf('string');
  });

  const [language] = contributes.languages;
  const firstLine = new RegExp(language.firstLine);

  it('has the extensions that are promised', () => {
    expect(language).toMatchObject({ id: 'imr', extensions: ['.imr', '.imr.txt'] });
  });

  it('is told by the first line of each sample', () => {
    const samples = projectFiles().filter((path) => path.startsWith('samples/') && path.endsWith('.imr.txt'));
    expect(samples.length).toBeGreaterThan(0);
    for (const path of samples) expect(readProjectFile(path).split('\n')[0]).toMatch(firstLine);
  });

  it('is not told by a line of prose', () => {
    for (const heading of letterHeadings) expect(`See ${heading}`).not.toMatch(firstLine);
  });

  it('names only files that are there', () => {
    const files = new Set(projectFiles());
    const [grammar] = contributes.grammars;
    const named = [language.configuration, language.icon.light, language.icon.dark, grammar.path];
    expect(named.filter((path) => !files.has(path.slice(2)))).toEqual([]);
  });

  it('takes an item or a measure as one word', () => {
    const { wordPattern } = JSON.parse(readProjectFile('syntaxes/language-configuration.json'));
    const words = 'Norco 10/325mg #60, non-certified: 50% of L5-S1 (TENS).'.match(
      new RegExp(wordPattern.pattern, `g${wordPattern.flags}`),
    );
    expect(words).toEqual(['Norco', '10/325mg', '#60', 'non-certified', '50%', 'of', 'L5-S1', 'TENS']);
  });
});

describe('snippets', () => {
  const file: Record<string, { prefix: string; body: readonly string[]; description: string }> = JSON.parse(
    readProjectFile('snippets/imr.json'),
  );

  it('are contributed for letters, each with a prefix of ours', () => {
    expect(contributes.snippets).toEqual([{ language: 'imr', path: './snippets/imr.json' }]);
    for (const { prefix, description } of Object.values(file)) {
      expect(prefix).toMatch(/^imr-[a-z-]+$/);
      expect(description).not.toBe('');
    }
  });

  it('hold headings, lead sentences and the rationale, which every form writes alike, each prefix once', () => {
    const prefixes = Object.values(file).map(({ prefix }) => prefix);
    const sections = ['how-made', 'summary', 'issues'].flatMap((name) => [`imr-heading-${name}`, `imr-lead-${name}`]);
    expect(prefixes.toSorted()).toEqual([...sections, 'imr-rationale'].toSorted());
  });

  it('stand behind what the server offers for the place', () => {
    expect(contributes.configurationDefaults['[imr]']['editor.snippetSuggestions']).toBe('bottom');
  });
});
