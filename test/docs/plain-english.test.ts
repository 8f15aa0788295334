// The part of our standard for English that can be measured: lengths of messages, US spelling, phrases that read as if translated.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, composeExample, lintLetter, type Problem, readLetter, rules } from '../../server/src/core/index';
import { language } from '../language';
import { readProjectFile, root } from '../project';
import { takeMarkers } from '../rules/markers';

const british =
  /\b(?:\w*(?:colour|behaviour|neighbour|favour|labell(?:ed|ing)|authoris|recognis|organis|summaris|normalis|optimis|initialis|mobilis|stabilis)\w*|licence|judgement|programmes?|encyclopaedia|spelt|misspelt|catalogue|centre|full stop|whilst|fulfil|artefact)\b/gi;

/** Phrases that our first texts used, with what an American writer would say. */
const translated: readonly (readonly [RegExp, string])[] = [
  [/\bstands? (?:in|under|behind|beside|there|here|twice)\b/gi, 'is in, is under'],
  [/\banew\b/gi, 'again'],
  [/\bis no (?:rule|drug|letter|name|date|unit|guideline|option|proper)\b/gi, 'is not a'],
  [/\b(?:is|are) told\b/gi, 'is reported'],
  [
    /(?:^|\. )(?:What|Whoever|Whatever) (?:is|was|has) (?:[a-z]+ )+(?:is|are|counts|goes|says)\b/gm,
    'a noun as the subject',
  ],
  [/\bby any of its names known\b/gi, 'recognized by'],
  [/\bof which\b/gi, 'that, whose'],
  [/\bas everywhere\b/gi, 'works as for'],
  [/\b(?:goes|go) by (?:code|name)\b/gi, 'name a rule by'],
  [/\bcounts? wherever\b/gi, 'applies everywhere'],
];

/** Texts that people read, by where they are. */
function textsForPeople(): readonly (readonly [string, string])[] {
  const ofRules = rules.flatMap(({ code, summary, why, repair, options = {} }) => [
    [`${code} summary`, summary] as const,
    [`${code} why`, why] as const,
    [`${code} repair`, repair] as const,
    ...Object.entries(options).map(([name, { description }]) => [`${code} ${name}`, description] as const),
  ]);
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'SECURITY.md',
    ...markdownIn('docs'),
  ];
  return [
    ...ofRules,
    ...textsBelow(JSON.parse(readProjectFile('package.json')), ofManifest, 'package.json'),
    ...packNames.flatMap((name) => textsBelow(JSON.parse(readProjectFile(`${packFolder}/${name}`)), ofPacks, name)),
    ...documents.map((path) => [path, withoutCode(readProjectFile(path))] as const),
  ];
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

function withoutCode(markdown: string): string {
  return markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
}

/** Keys of titles and descriptions of commands, settings and views. */
const ofManifest = /^(?:title|description|markdownDescription|contents|enumDescriptions|name)$/;

/** Keys of texts in packs that the editor shows or inserts, not of what letters say. */
const ofPacks =
  /^(?:mustSay|message|why|title|text|sentence|description|note|summary|guidance|meaning|explanation|weaningCaution|uncertain|classDetail|event)$/;
const packFolder = 'server/src/builtin/generated';
const packNames = readdirSync(join(root, packFolder));

/** The texts of certain keys in JSON, each with its path. */
function textsBelow(value: unknown, keys: RegExp, path: string): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => textsBelow(each, keys, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    if (keys.test(key) && typeof below === 'string') return [[`${path}.${key}`, below] as const];
    return textsBelow(below, keys, `${path}.${key}`);
  });
}

const examples = rules
  .filter(({ scope }) => scope !== 'tool')
  .flatMap((rule) =>
    rule.examples.bad.flatMap((example): Problem[] => {
      const { text } = takeMarkers(composeExample(example));
      const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
      return lintLetter(ask, [rule], undefined, language).problems.slice();
    }),
  );

describe('messages of findings', () => {
  const lengths = examples.map(({ message }) => message.length).sort((a, b) => a - b);

  it('are short', () => {
    expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(70);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(110);
    expect(examples.filter(({ message }) => message.length > 140).map(({ message }) => message)).toEqual([]);
  });

  it('say nothing twice: no severity, no please, no exclamation mark outside of a quotation', () => {
    const words = (text: string): string => text.replace(/"[^"]*"/g, '');
    const wrong = /\b(?:error|warning|please)\b|!/i;
    expect(examples.filter(({ message }) => wrong.test(words(message))).map(({ message }) => message)).toEqual([]);
  });

  it('have fixes whose titles are imperatives without a period', () => {
    const titles = examples.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
    expect(titles.filter((title) => !/^[A-Z][a-z]+ /.test(title) || /[^.…]\.$/.test(title))).toEqual([]);
  });
});

describe('texts for people', () => {
  const texts = textsForPeople();

  it('are spelled the American way', () => {
    const found = texts.flatMap(([place, text]) => (text.match(british) ?? []).map((word) => `${place}: ${word}`));
    expect(found).toEqual([]);
  });

  it.each(translated.map(([pattern, better]) => [pattern.source, better, pattern] as const))(
    'do not say /%s/ for "%s"',
    (_, _better, pattern) => {
      const found = texts.flatMap(([place, text]) => (text.match(pattern) ?? []).map((words) => `${place}: ${words}`));
      expect(found).toEqual([]);
    },
  );
});
