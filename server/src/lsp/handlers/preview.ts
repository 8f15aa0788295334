import { firstFrom, nameOf, type Problem, positionAt, printedLetter, problemsByBlock, stateOf } from '../../core/index';
import { onRequest } from '../../protocol/messages';
import { type Preview, type PreviewProblem, preview } from '../../protocol/preview';
import { toRange } from '../convert';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';

/** Serves an open letter as printed, with its problems, while a preview is visible. */
export function handlePreview(session: Session): void {
  const { connection, checks } = session;
  onRequest(connection, preview, ({ uri }, token) =>
    answerChecked<Preview | null>(session, 'preview', uri, null, token, (letter) =>
      toPreview(letter, checks.shown(letter)),
    ),
  );
}

function toPreview({ version, ask, source }: CheckedLetter, problems: readonly Problem[]): Preview {
  const paragraphs = printedLetter(ask.letter);
  const spans = paragraphs.map(({ span }) => span);
  // The last paragraph that begins at or before the problem, or the first paragraph.
  const paragraphAt = (offset: number): number => Math.max(0, firstFrom(spans, offset + 1) - 1);
  const problemsOf = problemsByBlock(problems);
  return {
    version,
    paragraphs: paragraphs.map(({ span, ...paragraph }) => ({
      ...paragraph,
      line: positionAt(source, span.start).line,
    })),
    blocks: ask.letter.blocks.map((block) => ({
      item: nameOf(block),
      outcome: block.heading.outcome.value,
      state: stateOf(problemsOf(block)),
    })),
    problems: problems.flatMap(({ code, severity, message, span }): PreviewProblem[] =>
      severity === 'hint'
        ? []
        : [{ code, severity, message, range: toRange(source, span), paragraph: paragraphAt(span.start) }],
    ),
  };
}
