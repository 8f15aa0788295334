import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtinForms } from '../../server/src/builtin/forms';
import { composeExample, createFormSet, type FormEntry, readLetter } from '../../server/src/core/index';
import { root } from '../project';

const folder = join(root, 'server/data');
const readJson = (path: string): object => JSON.parse(readFileSync(join(folder, path), 'utf8')) as object;
const entries = readdirSync(join(folder, 'forms')).map((name) => ({
  name,
  entry: parse(readFileSync(join(folder, 'forms', name), 'utf8')) as FormEntry,
}));
const schema = readJson('schema/forms.schema.json');
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

describe('letter forms that ship', () => {
  it.each(entries.map(({ name, entry }) => [name, entry] as const))('%s fits its schema', (_, entry) => {
    validate(entry);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('have all that the schema describes once they are complete', () => {
    const { properties } = schema as { readonly properties: object };
    const optional = ['extends'];
    for (const form of [...builtinForms.forms, builtinForms.fallback])
      expect(
        [...Object.keys(form), ...optional].sort().filter((key, i, all) => all.indexOf(key) === i),
        form.id,
      ).toEqual(Object.keys(properties).sort());
  });
});

/** The forms, with other set words in the one that the others extend. */
function formsWith(change: (wording: NonNullable<FormEntry['wording']>) => NonNullable<FormEntry['wording']>) {
  return createFormSet(
    entries.map(({ entry }) => (entry.wording ? { ...entry, wording: change(entry.wording) } : entry)),
  );
}

describe('the set words of a form', () => {
  const fields = `

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The knee is stable. The request is not medically necessary.`;
  const text = (heading: string) => composeExample({ blocks: `${heading}${fields}` });

  it('name the portions of a request', () => {
    const forms = formsWith((wording) => ({
      ...wording,
      request: {
        ...wording.request,
        original: 'had been asked for',
        authorized: 'was granted',
        remaining: 'There is left',
      },
    }));
    const heading = text('Norco #60 had been asked for. Norco #20 was granted. There is left Norco #40: Upheld');
    const [block] = readLetter(heading, forms).blocks;
    const { original, authorized, remaining } = block?.heading.item.request ?? {};
    expect([original?.text, authorized?.text, remaining?.text]).toEqual(['Norco #60', 'Norco #20', 'Norco #40']);
    expect(readLetter(heading, builtinForms).blocks[0]?.heading.item.request.original).toBeNull();
  });

  it('tell what was meant as an outcome', () => {
    const forms = formsWith((wording) => ({
      ...wording,
      otherOutcomes: { ...wording.otherOutcomes, Upheld: ['{turned|voted} down'] },
    }));
    const meant = (word: string, set = builtinForms) =>
      readLetter(text(`Knee brace: ${word}`), set).blocks[0]?.heading.outcome.meant;
    expect(meant('voted down', forms)).toBe('Upheld');
    expect(
      ['Denied', 'not approved', 'Approved', 'not upheld', 'partly denied', 'Pending', 'Uphelp'].map((word) =>
        meant(word),
      ),
    ).toEqual(['Upheld', 'Upheld', 'Overturned', 'Overturned', 'partial', 'unclear', 'Upheld']);
  });

  it('say which standard sentences are whole', () => {
    const words = 'The Claims Administrator cited no evidence at all.';
    const forms = formsWith((wording) => ({
      ...wording,
      statements: {
        ...wording.statements,
        intact: [...wording.statements.intact, 'The Claims Administrator cited no evidence at all'],
        citesNothing: ['no evidence at all'],
      },
    }));
    const statements = (set: typeof forms) =>
      readLetter(
        text('Knee brace: Upheld').replace('Decision based on MTUS Knee Complaints 2004.', words),
        set,
      ).blocks[0]?.fields.claimsAdministratorGuideline.statements.map(({ kind, damaged }) => [kind, damaged]);
    expect(statements(forms)).toEqual([['cites-nothing', false]]);
    expect(statements(builtinForms)).toEqual([['free', false]]);
  });

  it('are refused where they are no phrases', () => {
    const forms = formsWith((wording) => ({ ...wording, closing: ['{medically necessary'] }));
    expect(() => readLetter(text('Knee brace: Upheld'), forms)).toThrow('a brace is not closed');
  });
});
