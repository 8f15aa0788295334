import { isOpenPoint, nameOf, type Problem, problemsByBlock, stateOf, summaryOf } from '../../core/index';
import { type BlockState, type LetterState, letterChanged } from '../../protocol/letter-state';
import { sendNotification } from '../../protocol/messages';
import { toRange } from '../convert';
import type { CheckedLetter } from '../letters';
import type { Session } from '../session';

/** Sends the state of each block to clients that mark blocks. */
export function handleLetterState({ connection, client, checks }: Session): void {
  if (!client.letterState) return;
  checks.onDue((letter, problems) => {
    checks.safely(() => sendNotification(connection, letterChanged, toLetterState(letter, problems)));
  });
}

function toLetterState({ uri, version, ask, source }: CheckedLetter, problems: readonly Problem[]): LetterState {
  const { form, blocks } = ask.letter;
  const problemsOf = problemsByBlock(problems);
  const states = blocks.map((block): BlockState => {
    const own = problemsOf(block);
    const { span, outcome } = block.heading;
    return {
      item: nameOf(block),
      outcome: outcome.value,
      state: stateOf(own),
      openPoints: own.filter(isOpenPoint).length,
      range: toRange(source, block.span),
      heading: toRange(source, span),
      outcomeRange: toRange(source, outcome.span),
    };
  });
  const openPoints = problems.filter(isOpenPoint).length;
  const summary = summaryOf(ask.letter, problems);
  return { uri, version, form: { id: form.id, title: form.title }, blocks: states, openPoints, summary };
}
