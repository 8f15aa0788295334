import { foldsOf, outlineOf, selectionsAt } from '../../core/index';
import { toDocumentSymbol, toFoldingRange, toOffset, toSelectionRange, toSymbolRow } from '../convert';
import { answer, answerChecked, type Session } from '../session';

/** Serves outline, folding, and selection ranges. */
export function handleStructure(session: Session): void {
  const { connection, client, checks } = session;

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answerChecked(session, 'document symbols', uri, null, token, (letter) => {
      const outline = outlineOf(letter.ask, checks.shown(letter));
      return client.nestedSymbols ? [toDocumentSymbol(outline, letter.source)] : toSymbolRow(outline, letter);
    }),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer(session, 'folding ranges', uri, null, token, ({ ask, source }) =>
      foldsOf(ask)
        .slice(0, client.foldLimit)
        .map((span) => toFoldingRange(source, span, client)),
    ),
  );

  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer(session, 'selection ranges', uri, null, token, ({ ask, source }) =>
      positions.map((position) => toSelectionRange(source, selectionsAt(ask, toOffset(source, position)))),
    ),
  );
}
