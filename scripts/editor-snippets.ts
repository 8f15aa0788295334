import { type Form, type FormSnippet, formSnippets, toSnippet } from '../server/src/core/index';

/** A snippet file of VS Code: by name, each with prefix, body and description. */
export type SnippetFile = Record<string, { prefix: string; body: string[]; description: string }>;

/** The structural parts of the forms that are written today. What two forms share stands once; else the name tells the form. */
export function editorSnippets(forms: readonly Form[]): SnippetFile {
  const written = forms.filter(({ basis, hasBlocks }) => basis === 'observed' && hasBlocks);
  const all = written.flatMap((form) =>
    formSnippets(form).map((snippet) => ({ form, snippet, body: bodyOf(snippet) })),
  );
  const file: SnippetFile = {};
  for (const { form, snippet, body } of all) {
    const { prefix, description } = snippet;
    const alike = all.filter((other) => other.snippet.prefix === prefix);
    const isShared = alike.every((other) => other.body === body);
    const name = isShared ? description : `${description} (${form.id})`;
    file[name] = {
      prefix,
      body: body.split('\n'),
      description: isShared ? description : `${description}: ${form.title}`,
    };
  }
  return file;
}

function bodyOf({ parts }: FormSnippet): string {
  return toSnippet(parts);
}
