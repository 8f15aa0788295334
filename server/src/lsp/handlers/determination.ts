import { type DeterminationEntry, determinationOf, type SourceText } from '../../core/index';
import { type Determination, type DeterminationRow, determination } from '../../protocol/determination';
import { onRequest } from '../../protocol/messages';
import { toRange } from '../convert';
import { answerChecked, type Session } from '../session';

/** Serves the decisions of an open letter on request, so a closed view costs nothing. */
export function handleDetermination(session: Session): void {
  const { connection, checks } = session;

  onRequest(connection, determination, ({ uri }, token) =>
    answerChecked<Determination | null>(session, 'determination', uri, null, token, (letter) => ({
      version: letter.version,
      rows: determinationOf(letter.ask, checks.shown(letter), checks.settled(letter)).map((entry) =>
        toRow(entry, letter.source),
      ),
    })),
  );
}

function toRow({ span, children, ...words }: DeterminationEntry, source: SourceText): DeterminationRow {
  return { ...words, range: toRange(source, span), children: children.map((child) => toRow(child, source)) };
}
