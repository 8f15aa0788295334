import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { readProjectFile, sourceFiles } from '../project';
import { type DomainFinding, type DomainKind, domainFindings } from './domain';
import { wordingLeft } from './wording-left';

const { drugs, drugClasses, treatments, bodyParts, topics, guidelines, chapters } = builtinLibrary;
const isName = (name: string | undefined): name is string => name !== undefined && name.length > 2;
const names = {
  drug: drugs.flatMap(({ generic, brands = [], names: more = [] }) => [generic, ...brands, ...more]).filter(isName),
  guideline: [...guidelines, ...chapters]
    .flatMap(({ title, names: more = [], ...entry }) => [
      title,
      ...more,
      'citedTitle' in entry ? entry.citedTitle : undefined,
    ])
    .filter(isName)
    // One ordinary word is the name of a chapter only inside a citation: "Knee".
    .filter((name) => /[ /]/.test(name) || !/[a-z]/.test(name))
    // Letters that stand for a guideline in every sentence about the law are no title.
    .filter((name) => name !== 'MTUS'),
  entry: [drugs, drugClasses, treatments, bodyParts, topics, guidelines, chapters]
    .flatMap((entries) => entries.map(({ id }) => id))
    // Short ones are ordinary words of code: `head`.
    .filter((id) => id.length > 4),
  party: partiesOf(builtinForms.fallback.standing.citesNothing),
};

/** `The Claims Administrator did not …`: the capitals behind "The". */
function partiesOf(sentences: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(sentences).map((sentence) => /^The ((?:[A-Z]\w+ ?)+)/.exec(sentence)?.[1]?.trim() ?? '');
}

/** The code of the rules: what they are made of, without the letter around their examples. */
const files = sourceFiles().filter(
  (file) => file.startsWith('server/src/core/rules/') && !file.endsWith('/example.ts') && !file.includes('/generated/'),
);
/** What the rules and the editor's features stand on. */
const foundations = sourceFiles().filter((file) => /^server\/src\/core\/(?:analysis|features|model)\//.test(file));
const findIn = (paths: readonly string[]) =>
  paths.flatMap((file) => domainFindings(readProjectFile(file), names).map((finding) => ({ file, ...finding })));
const found = findIn(files);
const told = (kinds: readonly DomainKind[], findings = found): string[] =>
  findings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ file, line, kind, what }) => `${file}:${line}: ${kind} "${what}"`);

describe('rules hold', () => {
  it('no name of a drug, of a guideline or of a party', () => {
    expect(told(['drug', 'guideline', 'party'])).toEqual([]);
  });

  it('no id of an entry', () => {
    expect(told(['entry'])).toEqual([]);
  });

  it('no year, and ask no form for its name', () => {
    expect(told(['year', 'form'])).toEqual([]);
  });

  it('no wordings in expressions beyond those that are still listed', () => {
    const words = new Map<string, number>();
    for (const { file, words: more } of found) if (more) words.set(file, (words.get(file) ?? 0) + more);
    const grown = [...words].filter(([file, count]) => count > (wordingLeft[file] ?? 0));
    const places = found.filter(({ file, words: more }) => more && grown.some(([name]) => name === file));
    expect(
      grown.map(([file, count]) => `${file}: ${count} words, ${wordingLeft[file] ?? 0} allowed`),
      places.map(({ file, line, words: more }) => `${file}:${line}: ${more} words in an expression`).join('\n'),
    ).toEqual([]);
  });
});

it('analysis, features and model hold no name of a drug and no id of an entry', () => {
  expect(told(['drug', 'entry'], findIn(foundations))).toEqual([]);
});

describe('the search', () => {
  const find = (code: string): readonly DomainFinding[] => domainFindings(code, names);

  it.each([
    ['drug', "const a = ['Norco'];", 'Norco'],
    ['drug', 'const a = /\\b(?:tramadol|x)s?\\b/i;', 'tramadol'],
    ['guideline', 'const a = /Low Back Complaints?/;', 'Low Back Complaints'],
    ['entry', "const a = new Set(['low-back']);", 'low-back'],
    ['party', "const a = 'by the Claims Administrator';", 'Claims Administrator'],
    ['year', 'const a = year < 2014;', '2014'],
    ['year', "const a = 'of 2016';", '2016'],
    ['form', "const a = form.id === '2015x';", "form.id === '2015x'"],
    ['form', "const a = 'x' !== letter.form.id;", "'x' !== letter.form.id"],
  ])('finds a %s in %s', (kind, code, what) => {
    expect(find(`\n${code}`)).toContainEqual({ kind, line: 2, what });
  });

  it('counts the words of an expression that says more than grammar', () => {
    expect(find('const a = /\\b(?:one|two|three|four|five|six)\\b/;')).toMatchObject([{ kind: 'wording', words: 6 }]);
    expect(find('const a = /\\b(?:one|two|three|four|five)\\b/;')).toEqual([]);
  });

  it('leaves alone what people read, and examples', () => {
    const told = ['message', 'title', 'summary', 'why', 'repair', 'help'].map((key) => `${key}: 'Norco, 2014'`);
    expect(find(`const a = { ${told.join(', ')}, examples: { bad: [{ blocks: 'Norco of 2014' }] } };`)).toEqual([]);
  });
});
