// The form of 2018 is chosen, and never found.
import { expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { composeNewLetter, readLetter, toPlainText } from '../../server/src/core/index';
import { readCorpus } from '../corpus/corpus';

const form = builtinForms.forms.find(({ id }) => id === '2018');

it('says that no letter confirms its layout', () => {
  expect(form?.title).toContain('layout not confirmed by a letter');
});

it('is offered for a new letter, which then reads as one of 2015', () => {
  if (!form) throw new Error('the form is missing');
  const text = toPlainText(composeNewLetter({ form, specialty: '', items: [] }, builtinForms, builtinLibrary));
  expect(readLetter(text, builtinForms).form.id).toBe('2015');
});

it('is that of no letter, whatever its date', () => {
  const forms = readCorpus('test/corpus/today').map(({ text }) => readLetter(text, builtinForms).form.id);
  expect(new Set(forms)).toEqual(new Set(['2015']));
});
