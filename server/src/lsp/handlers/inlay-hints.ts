import { inlayHintsOf } from '../../core/index';
import { toSpan } from '../convert';
import { toInlayHint } from '../convert-lookups';
import { answer, type Session } from '../session';

/** Serves generic names and topics as inlay hints if `imr.inlayHints` is on. */
export function handleInlayHints(session: Session): void {
  const { connection, client, checks } = session;
  const { inlayHint } = connection.languages;

  inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer(session, 'inlay hints', uri, null, token, ({ ask, source, settings }) => {
      if (!settings.editor.inlayHints) return [];
      return inlayHintsOf(ask, toSpan(source, range)).map((hint) => toInlayHint(hint, source));
    }),
  );

  checks.onStale(() => {
    if (client.refreshesHints) checks.safely(() => inlayHint.refresh());
  });
}
