import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { formSnippets, readLetter, type SnippetPart, sharedSnippets, toPlainText } from '../../server/src/core/index';

const forms = builtinForms.forms.filter(({ id }) => id === '2014' || id === '2015');

describe.each(forms.map((form) => [form.id, form] as const))('the snippets of form %s', (_, form) => {
  const parts = (prefix: string): readonly SnippetPart[] => {
    const paragraphs = formSnippets(form).find((snippet) => snippet.prefix === prefix)?.paragraphs ?? [];
    return paragraphs.flatMap((paragraph) => [...paragraph, '\n\n']);
  };
  const text = (prefix: string): string => toPlainText(parts(prefix));

  it('make a letter when they are put together', () => {
    const headings = ['imr-heading-how-made', 'imr-credentials', 'imr-heading-summary', 'imr-heading-issues'];
    const whole = [...(parts('imr-header').length > 0 ? ['imr-header'] : []), ...headings, 'imr-block'];
    const letter = readLetter(whole.map(text).join('\n\n'), builtinForms);
    expect(letter.form.id).toBe(form.id);
    expect(letter.sections.map(({ kind, absent, lead }) => [kind, absent, lead !== undefined])).toEqual([
      ['how-made', false, true],
      ['case-summary', false, true],
      ['issues', false, true],
    ]);
    const [block, ...others] = letter.blocks;
    expect(others).toEqual([]);
    expect(block?.heading.item.text).toBe('[item]');
    expect(block?.heading.outcome.value, 'nobody has decided').toBeNull();
    expect(Object.values(block?.fields ?? {}).map(({ state }) => state)).toEqual(['present', 'present', 'present']);
  });

  it('ask for the item of a block once', () => {
    const items = parts('imr-block').filter((part) => typeof part !== 'string' && 'place' in part && part.linked);
    expect(items).toEqual([
      { place: 'item', linked: true },
      { place: 'item', linked: true },
    ]);
  });

  it('hold each prefix once, and all that are shared as they are', () => {
    const prefixes = formSnippets(form).map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(formSnippets(form)).toEqual(expect.arrayContaining([...sharedSnippets(builtinForms.forms)]));
  });
});

it('only what two forms write in the same words is shared', () => {
  const shared = sharedSnippets(builtinForms.forms).map(({ prefix }) => prefix);
  expect(shared).toEqual(expect.arrayContaining(['imr-heading-summary', 'imr-lead-issues', 'imr-rationale']));
  for (const own of ['imr-block', 'imr-reviewer', 'imr-administrator', 'imr-credentials', 'imr-header'])
    expect(shared).not.toContain(own);
});

it.each(builtinForms.forms.map((form) => [form.id, form] as const))(
  'fields and a block in form %s where it has blocks',
  (_, form) => {
    expect(formSnippets(form).some(({ prefix }) => prefix === 'imr-block')).toBe(form.hasBlocks);
  },
);
