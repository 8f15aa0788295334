import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, lintLetter, readLetter, rules } from '../../server/src/core/index';
import { normalizedText } from '../../server/src/core/text/normalize/normalized-text';
import { overlaps, type Span } from '../../server/src/core/text/span';

/** What the damage of a text itself may change. */
const aboutDamage = new Set(['extraction-leftovers', 'broken-characters']);
const contentRules = rules.filter(({ name }) => !aboutDamage.has(name));

/** What a letter says: form, header, sections, items, outcomes, fields, citations and findings, but for those about damage and about persons named in page lines and signatures. */
export function whatItSays(text: string): object {
  const letter = readLetter(text, builtinForms);
  const { problems, failures } = lintLetter(askAbout(letter, builtinLibrary), contentRules);
  const { pageLines, marks } = normalizedText(letter.source);
  const leftOut = [...pageLines, ...marks.filter(({ kind }) => kind === 'signature')];
  const isLeftOut = (span: Span): boolean => leftOut.some((each) => overlaps(each, span));
  return {
    form: letter.form.id,
    failures,
    header: Object.fromEntries(Object.values(letter.header?.fields ?? {}).map(({ key, text: value }) => [key, value])),
    sections: letter.sections.map(({ kind, absent }) => [kind, absent]),
    blocks: letter.blocks.map(({ heading, fieldsInOrder, citations }) => [
      heading.item.text,
      heading.outcome.text,
      ...fieldsInOrder.map(({ kind, body }) => [kind, body.text]),
      ...citations.map(({ title, year, pages: cited, topics, sections }) => [title, year, cited, topics, sections]),
    ]),
    findings: problems
      .filter(({ code, span }) => !(code.startsWith('IMR6') && isLeftOut(span)))
      .map(({ code, severity, message }) => `${code} ${severity} ${message}`)
      .sort(),
  };
}
