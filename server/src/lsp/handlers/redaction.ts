import { redactLetter } from '../../core/index';
import { onRequest } from '../../protocol/messages';
import { type RedactedText, redactedLetter } from '../../protocol/redaction';
import { checkInWorkspace } from '../../workspace/check-letter';
import { answer, type Session } from '../session';

/** Serves the letter without identifiers. The letter itself is not changed. */
export function handleRedaction(session: Session): void {
  onRequest(session.connection, redactedLetter, ({ uri }, token) =>
    answer<RedactedText | null>(session, 'redacted letter', uri, null, token, ({ source, settings }) => {
      const { text, replaced } = redactLetter(source.text, (each) => checkInWorkspace(each, settings.workspace).ask);
      return { text, replaced };
    }),
  );
}
