import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import { builtinPacks } from '../../server/src/builtin/packs';
import { builtinSchemas } from '../../server/src/builtin/schemas';
import { createLibrary } from '../../server/src/core/library/create-library';

function load(...contents: unknown[]) {
  const house = contents.map((content, i) => ({ path: `house-${i}.yaml`, content }));
  return createLibrary(builtinPacks, house, builtinSchemas);
}

/** Problems as `pointer: message`. */
function problems(...contents: unknown[]): string[] {
  return load(...contents).problems.map(({ pointer, message }) => `${pointer}: ${message}`);
}

const drugs = (...list: unknown[]) => ({ version: 1, kind: 'drugs', drugs: list });
const salve = { id: 'house-salve', generic: 'house salve', brands: ['Salvimax'], class: 'topical-compound' };

const templates = (entry: object) => ({
  version: 1,
  kind: 'templates',
  templates: [{ id: 't', title: 'T', ...entry }],
});

describe("a team's pack", () => {
  it('adds drugs that are found like any other', () => {
    const { library, problems } = load(drugs(salve));
    expect(problems).toEqual([]);
    expect(library.matchNames('SALVIMAX 5%')[0]?.ids).toEqual(['house-salve']);
    expect(library.subjectOf('Salvimax #1').class?.id).toBe('topicals');
    expect(library.drug('house-salve')?.confidence).toEqual({ rest: 'seen' });
  });

  it('changes a shipped entry by its id, field by field, for itself alone', () => {
    const { library } = load(
      drugs({ id: 'carisoprodol', generic: 'carisoprodol', class: 'muscle-relaxant', brands: ['Soma', 'Housoma'] }),
    );
    expect(library.findDrugs('Housoma').map(({ id }) => id)).toEqual(['carisoprodol']);
    expect(library.drug('carisoprodol')?.weaningCaution).toBe(true);
    expect(createLibrary(builtinPacks).library.findDrugs('Housoma')).toEqual([]);
  });

  it('adds topics to a shipped guideline', () => {
    const topic = { id: 'cp09-house', title: 'House rules' };
    const { library, problems } = load({
      version: 1,
      kind: 'guidelines',
      topicGroups: [{ guideline: 'chronic-pain-2009', topics: [topic] }],
    });
    expect(problems).toEqual([]);
    expect(library.findTopics('chronic-pain-2009', 'house rules')[0]?.id).toBe('cp09-house');
  });

  it('writes a shipped template in its own way, whichever that is', () => {
    const load1 = (entry: object) => load(templates({ id: 'op-agreement', ...entry })).library.template('op-agreement');
    const [byText, byOutcome] = [load1({ text: 'Our text.' }), load1({ upheld: 'Ours.' })];
    expect([byText?.text, byText?.choice, byText?.options]).toEqual(['Our text.', undefined, undefined]);
    expect([byOutcome?.upheld, byOutcome?.choice]).toEqual(['Ours.', undefined]);
    expect(load1({ title: 'Contract' })).toMatchObject({ title: 'Contract', choice: 'treatment agreement' });
  });

  it('adds phrases', () => {
    const phrase = {
      id: 'house',
      use: 'slip',
      pattern: 'irregardless',
      why: 'no word',
      example: { bad: 'Irregardless.' },
    };
    const { library } = load({ version: 1, kind: 'phrases', phrases: [phrase] });
    expect(library.phrases('slip').map(({ id }) => id)).toContain('house');
  });

  it('adds constructions, and words to the lists that patterns name', () => {
    const construction = {
      id: 'house',
      rule: 'wrong-word',
      pattern: '@side [flack]',
      write: 'flank',
      examples: { match: ['The left flack is sore.'], none: ['The left flank is sore.'] },
    };
    const { library } = load({
      version: 1,
      kind: 'language',
      constructions: [construction],
      wordLists: { side: ['Sinister'] },
    });
    expect(library.constructions.map(({ id }) => id)).toContain('house');
    expect([...library.wordList('side')]).toEqual(expect.arrayContaining(['left', 'sinister']));
    expect(library.wordList('no such list').size).toBe(0);
  });
});

describe('a broken pack', () => {
  it.each<[string, unknown, string[]]>([
    ['no map', 'drugs', [': a pack is a map with "version", "kind" and lists of entries']],
    ['nothing', null, [': a pack is a map with "version", "kind" and lists of entries']],
    ['another version', { version: 2, kind: 'drugs' }, ['/version: "version" must be 1']],
    [
      'an unknown kind',
      { version: 1, kind: 'drug' },
      [
        '/kind: "kind" must be one of drugs, guidelines, language, lexicon, phrases, rationale, templates, treatments, vocabulary',
      ],
    ],
    [
      'a key misspelled',
      drugs({ ...salve, strenghts: ['5%'] }),
      ['/drugs/0/strenghts: unknown key "strenghts"; "strengths" is meant?'],
    ],
    ['a key missing', drugs({ id: 'x', class: 'opioid' }), ['/drugs/0: the key "generic" is missing']],
    ['a wrong type', drugs({ ...salve, brands: 'Salvimax' }), ['/drugs/0/brands: must be a list, but is a text']],
    [
      'a wrong value',
      drugs({ ...salve, schedule: 'CVI' }),
      ['/drugs/0/schedule: must be one of CI, CII, CIII, CIV, CV, none'],
    ],
    [
      'a bad id',
      drugs({ ...salve, id: 'House Salve' }),
      ['/drugs/0/id: "House Salve" is not written as an id: lowercase letters, digits, dots, hyphens, and slashes'],
    ],
    [
      'an id that leads nowhere',
      drugs({ ...salve, class: 'ointment' }),
      ['/drugs/0/class: there is no drug class "ointment"'],
    ],
    [
      'a broken pattern',
      {
        version: 1,
        kind: 'phrases',
        phrases: [{ id: 'p', use: 'slip', pattern: 'a {b', why: 'w', example: { bad: 'a' } }],
      },
      ['/phrases/0/pattern: a brace is not closed, or stands inside another'],
    ],
    [
      'a broken construction',
      {
        version: 1,
        kind: 'language',
        constructions: [
          { id: 'p', rule: 'article', pattern: '<NOUN>', write: '', examples: { match: [], none: [] } },
          { id: 'q', rule: 'article', pattern: 'lack', examples: { match: [], none: [] } },
        ],
      },
      [
        '/constructions/0/pattern: a pattern needs a word or a list that must be there',
        '/constructions/1: a construction has "write", "message" or both',
      ],
    ],
    [
      'a choice of one option',
      templates({ choice: 'agreement', options: { documented: 'It is documented.' } }),
      ['/templates/0/options: a choice needs at least two options'],
    ],
    [
      'options without a choice',
      templates({ options: { yes: 'Yes.', no: 'No.' } }),
      ['/templates/0/options: "options" need a "choice"'],
    ],
    [
      'a choice beside a text',
      templates({ text: 'A text.', choice: 'agreement', options: { yes: 'Yes.', no: 'No.' } }),
      ['/templates/0: takes "text", or "upheld" and "overturned", or "choice" with "options"'],
    ],
    [
      'a choice inside an option, and a word that would break its brackets',
      templates({ choice: 'agreement', options: { 'a | b': 'Yes.', no: 'No [one | two].' } }),
      [
        '/templates/0/options/a | b: "a | b" must not contain brackets, braces or "|"',
        '/templates/0/options/no: an option is a whole sentence and holds no choice: [one | two]',
      ],
    ],
    [
      'the old way to write a choice',
      templates({ text: 'The MTUS [is silent|does not address it].' }),
      ['/templates/0/text: write the choice with spaces: [is silent | does not address it]'],
    ],
    [
      'a bracket that is not closed, and a name that nothing fills',
      templates({ upheld: 'On [date it was', overturned: 'The {drug} helps.' }),
      [
        '/templates/0/upheld: a bracket is not closed, or is empty',
        '/templates/0/overturned: {drug} is not known; known are {item}, {name}, {Name}, {guideline}, {Guideline}, {verdict}',
      ],
    ],
  ])('%s', (_, content, expected) => {
    expect(problems(content)).toEqual(expected);
  });

  it('loses only what is broken', () => {
    const { library, problems } = load(
      drugs(salve, { id: 'bad' }, { ...salve, id: 'third', generic: 'third salve' }),
      'no pack at all',
      drugs({ ...salve, id: 'fourth', generic: 'fourth salve' }),
    );
    expect(problems.map(({ pack, pointer }) => `${pack}${pointer}`)).toEqual([
      'house-0.yaml/drugs/1',
      'house-0.yaml/drugs/1',
      'house-1.yaml',
    ]);
    expect(['house-salve', 'third', 'fourth'].map((id) => library.drug(id)?.id)).toEqual([
      'house-salve',
      'third',
      'fourth',
    ]);
    expect(library.drug('bad')).toBeUndefined();
    expect(library.drugs).toHaveLength(builtinLibrary.drugs.length + 3);
  });

  it('loses a topic, not its guideline', () => {
    const guideline = {
      id: 'house-guide',
      title: 'House Guide',
      kind: 'non-mtus',
      publisher: 'us',
      topics: [{ id: 'a', title: 'A' }, { id: 'b' }],
    };
    const { library } = load({ version: 1, kind: 'guidelines', guidelines: [guideline] });
    expect(library.topicsOf('house-guide').map(({ id }) => id)).toEqual(['a']);
  });

  it('never throws, whatever it holds', () => {
    const kind = fc.constantFrom(
      'drugs',
      'guidelines',
      'phrases',
      'rationale',
      'templates',
      'treatments',
      'vocabulary',
    );
    const list = fc.constantFrom(
      'drugs',
      'guidelines',
      'chapters',
      'topicGroups',
      'phrases',
      'classes',
      'conditions',
      'templates',
      'treatments',
      'bodyParts',
      'drugClasses',
      'sharedNames',
      'confidence',
      'sources',
    );
    const pack = fc.tuple(kind, list, fc.jsonValue()).map(([k, key, value]) => ({ version: 1, kind: k, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(pack, fc.jsonValue()), (content) => {
        const { library } = createLibrary([], [{ path: 'house.yaml', content }], builtinSchemas);
        library.matchNames('Soma 350 mg');
        library.subjectOf('Soma 350 mg');
        library.findGuideline('Low Back Complaints', 2004);
      }),
      { numRuns: 500 },
    );
  });
});
