import { formatLetter, type Span } from '../../core/index';
import { toSpan, toTextEdit } from '../convert';
import type { CheckedLetter } from '../letters';
import { answer, type Session } from '../session';

/** Serves formatting of extracted text, for the whole letter or the selection. */
export function handleFormatting(session: Session): void {
  const { connection } = session;
  const format = ({ ask, source, settings }: CheckedLetter, within?: Span) =>
    formatLetter(ask.letter, settings.workspace.forms, settings.editor.formatWidth, within).map((edit) =>
      toTextEdit(edit, source),
    );

  connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
    answer(session, 'formatting', uri, null, token, (letter) => format(letter)),
  );

  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
    answer(session, 'formatting', uri, null, token, (letter) => format(letter, toSpan(letter.source, range))),
  );
}
