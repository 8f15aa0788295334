import {
  rationaleChoices as choicesFor,
  type DecisionBlock,
  insertChoices,
  type SourceText,
  toPlainText,
  toSnippet,
  touches,
} from '../../core/index';
import type { InsertText } from '../../protocol/composing';
import { onRequest } from '../../protocol/messages';
import {
  insertRationale,
  type RationaleChoices,
  type RationaleChoicesParams,
  rationaleChoices,
} from '../../protocol/rationales';
import { toOffset, toRange } from '../convert';
import { answer, type Session } from '../session';

/** Serves rationales from templates: what a block may still get, and the text of the choices. */
export function handleRationales(session: Session): void {
  const { connection } = session;

  onRequest(connection, rationaleChoices, ({ uri, block: place }, token) =>
    answer<RationaleChoices | null>(session, 'rationale', uri, null, token, ({ ask, source }) => {
      const block = blockAt(ask.letter.blocks, source, place);
      if (!block) return null;
      const { item, outcome } = block.heading;
      return { block: block.index, item: item.disputed.text, outcome: outcome.value, choices: choicesFor(ask, block) };
    }),
  );

  onRequest(connection, insertRationale, ({ uri, block: index, choices }, token) =>
    answer<InsertText | null>(session, 'rationale', uri, null, token, ({ ask, source }) => {
      const block = ask.letter.blocks[index];
      const edit = block && insertChoices(ask, block, choices);
      if (!edit) return null;
      const { start: position, end } = toRange(source, edit.span);
      const parts = edit.snippet ?? [edit.newText];
      return { position, end, text: toPlainText(parts), snippet: toSnippet(parts) };
    }),
  );
}

/** Between two blocks, the block above counts. */
function blockAt(
  blocks: readonly DecisionBlock[],
  source: SourceText,
  place: RationaleChoicesParams['block'],
): DecisionBlock | undefined {
  if (typeof place === 'number') return blocks[place];
  const offset = toOffset(source, place);
  return blocks.find(({ span }) => touches(span, offset)) ?? blocks.findLast(({ span }) => span.end <= offset);
}
