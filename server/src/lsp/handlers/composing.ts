import { builtinForms } from '../../builtin/forms';
import { builtinLibrary } from '../../builtin/library';
import {
  composeBlockIn,
  composeNewLetter,
  undecidedItems as findUndecided,
  positionAt,
  type SnippetPart,
  toPlainText,
  toSnippet,
} from '../../core/index';
import {
  type InsertText,
  letterForms,
  newBlock,
  newLetter,
  type UndecidedItemInfo,
  undecidedItems,
} from '../../protocol/composing';
import { onRequest } from '../../protocol/messages';
import { guard } from '../guard';
import { answer, type Session } from '../session';

/** Forms whose whole layout is known, so that a letter can be written. */
const writable = builtinForms.forms.filter(({ basis, hasBlocks }) => basis === 'observed' && hasBlocks);

/** Serves new letters and decision blocks, complete except for the facts of the case. */
export function handleComposing(session: Session): void {
  const { connection } = session;

  onRequest(connection, letterForms, () => writable.map(({ id, title }) => ({ id, title })));

  onRequest(connection, newLetter, ({ form: id, specialty, reviewDate, items }, token) =>
    guard<InsertText | null>(connection.console, 'new letter', null, token, () => {
      const form = writable.find((each) => each.id === id);
      if (!form) return null;
      const parts = composeNewLetter({ form, specialty, reviewDate, items }, builtinForms, builtinLibrary);
      return toInsertText(parts, { line: 0, character: 0 });
    }),
  );

  onRequest(connection, undecidedItems, ({ uri }, token) =>
    answer<UndecidedItemInfo[]>(session, 'undecided items', uri, [], token, ({ ask }) =>
      ask(findUndecided).map(({ item, kind }) => ({ item, kind })),
    ),
  );

  onRequest(connection, newBlock, ({ uri, item, outcome }, token) =>
    answer<InsertText | null>(session, 'new block', uri, null, token, ({ ask, source, settings }) => {
      const { letter } = ask;
      const { forms, library } = settings.workspace;
      const block = composeBlockIn(letter, { item, outcome }, forms, library);
      const end = source.text.trimEnd().length;
      return toInsertText([letter.layout.paragraphGap, ...block], positionAt(source, end));
    }),
  );
}

function toInsertText(parts: readonly SnippetPart[], position: InsertText['position']): InsertText {
  return { position, text: toPlainText(parts), snippet: toSnippet(parts) };
}
