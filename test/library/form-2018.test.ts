// The form of 2018 is chosen, and never found.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { composeNewLetter, readLetter, toPlainText, withChosenForm } from '../../server/src/core/index';
import { readCorpus } from '../corpus/corpus';
import { readProjectFile } from '../project';

const form = builtinForms.forms.find(({ id }) => id === '2018');
const letters = readCorpus('test/corpus/today').map(({ text }) => text);
const letterOf2014 = readProjectFile('samples/2014-letter.imr.txt');

it('says that no letter confirms its layout', () => {
  expect(form?.title).toContain('layout not confirmed by a letter');
});

it('is offered for a new letter, which then reads as one of 2015', () => {
  if (!form) throw new Error('the form is missing');
  const text = toPlainText(
    composeNewLetter({ form, specialty: '', reviewDate: '', items: [] }, builtinForms, builtinLibrary),
  );
  expect(readLetter(text, builtinForms).form.id).toBe('2015');
});

it('is that of no letter, whatever its date', () => {
  const forms = letters.map((text) => readLetter(text, builtinForms).form.id);
  expect(new Set(forms)).toEqual(new Set(['2015']));
});

describe('a chosen form', () => {
  const formOf = (id: string, text: string) => readLetter(text, withChosenForm(builtinForms, id)).form.id;

  it('is that of letters in its layout and of text without marks', () => {
    expect(new Set(letters.map((text) => formOf('2018', text)))).toEqual(new Set(['2018']));
    expect(formOf('2018', 'Knee brace: Upheld')).toBe('2018');
    expect(formOf('2014', 'Knee brace: Upheld')).toBe('2014');
  });

  it('is not that of a letter with the marks of another form', () => {
    expect(formOf('2018', letterOf2014)).toBe('2014');
    expect(formOf('2015', letterOf2014)).toBe('2014');
    for (const id of ['2013', '2014', 'professional-review'])
      expect(new Set(letters.map((text) => formOf(id, text)))).toEqual(new Set(['2015']));
  });

  it('is none where no form has that id', () => {
    expect(formOf('2017', 'Knee brace: Upheld')).toBe('unknown');
  });

  it('reads the same parts as the form whose layout it has', () => {
    for (const text of letters) {
      const [found, chosen] = [readLetter(text, builtinForms), readLetter(text, withChosenForm(builtinForms, '2018'))];
      expect(chosen.tree).toEqual(found.tree);
    }
  });
});
