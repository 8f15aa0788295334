import { hoverAt } from '../../core/index';
import { toHover, toOffset } from '../convert';
import { answerChecked, type Session } from '../session';

export function handleHover(session: Session): void {
  session.connection.onHover(({ textDocument: { uri }, position }, token) =>
    answerChecked(session, 'hover', uri, null, token, (letter) => {
      const { ask, source } = letter;
      const hover = hoverAt({ ask, problems: session.checks.shown(letter), offset: toOffset(source, position) });
      return hover ? toHover(hover, letter, session.client) : null;
    }),
  );
}
