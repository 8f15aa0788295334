import type { Problem, SourceText } from '../core/index';
import type { FileProblem } from '../workspace/file-problem';
import { shownPath } from './files/paths';
import type { ReportedFile } from './report/report';

/** The files of the tool itself, with what was found in them while letters were checked. */
export interface OwnFiles {
  /** Many letters share a file: a finding counts once. */
  add(problems: readonly FileProblem[]): void;
  files(): readonly ReportedFile[];
  /** One of them could not be read at all. */
  isFatal(): boolean;
}

export function createOwnFiles(): OwnFiles {
  const found = new Map<string, { source: SourceText; problems: Map<string, Problem> }>();
  let isFatal = false;
  return {
    add(problems) {
      for (const { path, source, problem, isFatal: isThisFatal } of problems) {
        isFatal ||= isThisFatal;
        const file = found.get(path) ?? { source, problems: new Map<string, Problem>() };
        file.problems.set(`${problem.code} ${problem.span.start} ${problem.span.end} ${problem.message}`, problem);
        found.set(path, file);
      }
    },
    files: () =>
      [...found].map(([path, { source, problems }]) => ({
        path: shownPath(path),
        source,
        letter: undefined,
        problems: [...problems.values()].sort((a, b) => a.span.start - b.span.start),
        accepted: [],
      })),
    isFatal: () => isFatal,
  };
}
