// What a letter says, without where: for comparing it with itself after a detour through another kind of document.
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, type Letter, lintLetter, readLetter, rules } from '../../server/src/core/index';
import { language } from '../language';

export const read = (text: string): Letter => readLetter(text, builtinForms);
/** As a reader of lines has it: what a line end parts at a hyphen is one word. */
const words = (text: string): string =>
  text
    .replace(/(?<=\w-)\n+(?=\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Items, outcomes, fields, sections, and findings by code and quote. */
export interface Content {
  readonly blocks: readonly { readonly item: string; readonly outcome: unknown; readonly fields: readonly string[] }[];
  readonly sections: readonly (readonly [string, string])[];
  readonly findings: readonly string[];
}

export function contentOf(letter: Letter, { withLanguage = false } = {}): Content {
  const { problems, failures } = lintLetter(
    askAbout(letter, builtinLibrary),
    // Marks of lines are what differs.
    rules.filter(({ code }) => code !== 'IMR508'),
    undefined,
    withLanguage ? language : undefined,
  );
  if (failures.length > 0) throw failures[0]?.error;
  return {
    blocks: letter.blocks.map(({ heading, fields }) => ({
      item: words(heading.item.text),
      outcome: heading.outcome.value,
      fields: Object.values(fields).map(({ body }) => words(body.text)),
    })),
    sections: letter.sections.map(({ kind, prose }) => [kind, words(prose.text)]),
    findings: problems
      .map(({ code, span }) => `${code} ${words(letter.source.text.slice(span.start, span.end))}`)
      .sort(),
  };
}
