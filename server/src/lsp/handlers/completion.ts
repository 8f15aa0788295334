import type { CompletionItem } from 'vscode-languageserver';
import { builtinForms } from '../../builtin/forms';
import { type Completion, completionsAt, documentationOf, sharedSnippets } from '../../core/index';
import { toOffset } from '../convert';
import { type CompletionData, toCompletionItem, toDocumentation } from '../convert-lookups';
import { guard } from '../guard';
import { answer, type Session } from '../session';

/** Characters that open completion: after an item or a label, people expect help; elsewhere they ask for it. */
export const triggerCharacters = [':'];

/** Prefixes of the snippets in `snippets/imr.json`, which the extension provides itself. */
const sharedPrefixes: ReadonlySet<string> = new Set(sharedSnippets(builtinForms.forms).map(({ prefix }) => prefix));

/** Serves completion. Documentation is computed for the selected entry only. */
export function handleCompletion(session: Session): void {
  const { connection, client } = session;
  const isNew = ({ kind, label }: Completion): boolean =>
    kind !== 'snippet' || !client.snippets || !sharedPrefixes.has(label);

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer(session, 'completion', uri, null, token, (letter) => {
      const { items, isIncomplete } = completionsAt(letter.ask, toOffset(letter.source, position));
      return {
        isIncomplete,
        items: items.filter(isNew).map((item, order) => toCompletionItem(item, order, letter, client)),
      };
    }),
  );

  connection.onCompletionResolve((item, token) =>
    guard<CompletionItem>(connection.console, 'completion', item, token, async () => {
      const { uri, about } = (item.data ?? {}) as Partial<CompletionData>;
      const letter = uri === undefined ? undefined : await session.letters.open(uri);
      const card = letter && about && documentationOf(letter.ask, about);
      return card ? { ...item, documentation: toDocumentation(card, client) } : item;
    }),
  );
}
