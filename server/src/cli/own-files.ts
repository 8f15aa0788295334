import { type Problem, positionAt, type SourceText, type Span } from '../core/index';
import type { FileProblem } from '../workspace/file-problem';
import { shownPath } from './files/paths';
import type { ReportedFile } from './report/report';

/** The tool's own files and the findings in them. */
export interface OwnFiles {
  /** Many letters share a file, so each finding counts once. */
  add(problems: readonly FileProblem[]): void;
  files(): readonly ReportedFile[];
  /** A line per finding in configurations and packs, in order. */
  misconfigured(): readonly string[];
  /** True if one of them could not be read. */
  isFatal(): boolean;
}

/** `.imr.yaml:3:3 IMR903 …`; line and column from 1. */
export function describeOwn({ path, source, problem: { span, code, message } }: FileProblem): string {
  return `${placeIn(source, path, span)} ${code} ${message}`;
}

/** `.imr.yaml:3:3`: where a span begins. */
export function placeIn(source: SourceText, path: string, { start }: Span): string {
  const { line, character } = positionAt(source, start);
  return `${shownPath(path)}:${line + 1}:${character + 1}`;
}

export function createOwnFiles(): OwnFiles {
  const found = new Map<string, { source: SourceText; problems: Map<string, Problem> }>();
  const misconfigured = new Set<string>();
  let isFatal = false;
  return {
    add(problems) {
      for (const each of problems) {
        const { path, source, problem } = each;
        isFatal ||= each.isFatal;
        if (problem.rule === 'configuration') misconfigured.add(describeOwn(each));
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
    misconfigured: () => [...misconfigured],
    isFatal: () => isFatal,
  };
}
