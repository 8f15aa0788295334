import type { MessagePort } from 'node:worker_threads';
import type { Problem, Span } from '../core/index';
import { type Checked, type CheckLetter, createLetterCheck } from './check-letter';
import { readLetterFile, type ThreadSource, toRecordText, whyUnread } from './files/sources';
import type { Options } from './options';

/** Data for a new thread. */
export interface WorkerTask {
  readonly options: Options;
  readonly operands: readonly string[];
  /** Fixes are computed only for reports that show them. */
  readonly withFixes: boolean;
}

/** The result for one letter, as plain data for another thread. */
export type WorkerAnswer = { readonly checked: Checked | undefined } | { readonly unread: string };

/** Checks each letter that arrives at the port, one after another, and answers in order. */
export function serveWorker(port: MessagePort, { options, operands, withFixes }: WorkerTask): void {
  const ready = createLetterCheck(options, operands);
  let work: Promise<unknown> = ready;
  port.on('message', (source: ThreadSource) => {
    work = work.then(async () => port.postMessage(await answer(source, await ready, withFixes)));
  });
}

async function answer(source: ThreadSource, check: CheckLetter, withFixes: boolean): Promise<WorkerAnswer> {
  try {
    const letter = 'text' in source ? toRecordText(source) : await readLetterFile(source);
    return { checked: letter && plainChecked(await check(letter), withFixes) };
  } catch (error) {
    return { unread: whyUnread(error, source.path) };
  }
}

function plainChecked({ letter, ownProblems, failures, settingsPaths }: Checked, withFixes: boolean): Checked {
  const plain = (problems: readonly Problem[]): Problem[] =>
    problems.map((problem) => plainProblem(problem, withFixes));
  return {
    letter: letter && {
      ...letter,
      problems: plain(letter.problems),
      beforeBaseline: plain(letter.beforeBaseline),
      accepted: letter.accepted.map((each) => ({ ...each, problem: plainProblem(each.problem, withFixes) })),
    },
    ownProblems: ownProblems.map((each) => ({ ...each, problem: plainProblem(each.problem, withFixes) })),
    failures,
    settingsPaths,
  };
}

/** Copies plain spans and edits: a span may be part of a larger object, and edits may be a getter that takes time. */
function plainProblem({ fixes, related, span, ...rest }: Problem, withFixes: boolean): Problem {
  return {
    ...rest,
    span: plainSpan(span),
    ...(related && { related: related.map((place) => ({ message: place.message, span: plainSpan(place.span) })) }),
    ...(fixes && withFixes && { fixes: fixes.map(plainFix) }),
  };
}

function plainFix({ title, kind, edits }: NonNullable<Problem['fixes']>[number]) {
  return { title, kind, edits: edits.map(({ span, newText }) => ({ span: plainSpan(span), newText })) };
}

function plainSpan({ start, end }: Span): Span {
  return { start, end };
}
