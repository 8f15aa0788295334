import { type Form, sharedSnippets, toSnippet } from '../server/src/core/index';

/** A snippet file of VS Code: by name, each with prefix, body and description. */
export type SnippetFile = Record<string, { prefix: string; body: string[]; description: string }>;

/** The structural parts that fit a letter of any form; those of its own form the server offers. */
export function editorSnippets(forms: readonly Form[]): SnippetFile {
  const entries = sharedSnippets(forms).map(({ prefix, description, paragraphs }) => {
    const parts = paragraphs.flatMap((paragraph, i) => (i === 0 ? paragraph : ['\n\n', ...paragraph]));
    return [description, { prefix, body: toSnippet(parts).split('\n'), description }] as const;
  });
  return Object.fromEntries(entries);
}
