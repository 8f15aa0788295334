import { setParagraphs } from '../../model/layout';
import { formSnippets } from '../form-snippets';
import type { Completion, CompletionProvider } from './completion';

/** As much of a prefix as nobody types for anything else. */
const typedPrefix = /(?:^|\s)(imr[a-z-]{0,40})$/;

/** Behind the beginning of their prefix, the structural parts of the letter as its own form writes them. */
export const snippetCompletions: CompletionProvider = ({ ask, offset, before }) => {
  const { form, layout } = ask.letter;
  const typed = typedPrefix.exec(before)?.[1];
  if (typed === undefined) return [];
  const span = { start: offset - typed.length, end: offset };
  return formSnippets(form)
    .filter(({ prefix }) => prefix.startsWith(typed))
    .map(({ prefix, description, paragraphs }): Completion => {
      const parts = setParagraphs(paragraphs, layout, before.length - typed.length);
      return { kind: 'snippet', label: prefix, detail: description, span, parts, filter: prefix };
    });
};
