import {
  type ConfigFinding,
  createSourceText,
  type Problem,
  type Rule,
  type RuleSettings,
  type SourceText,
  type TextEdit,
} from '../core/index';

/** A finding in one of the tool's own files: a configuration, a pack, a list of suppressions. */
export interface FileProblem {
  readonly path: string;
  /** The file's text; spans and edits of the problem are offsets in it. */
  readonly source: SourceText;
  readonly problem: Problem;
  /** The file could not be read at all, so that something is missing that was asked for. */
  readonly isFatal: boolean;
}

/** What `toFileProblem` needs to know of a file. */
export interface ToolFile {
  readonly path: string;
  readonly text: string;
}

/** The lines of a file are looked for once, however many problems it has. */
const sources = new WeakMap<ToolFile, SourceText>();

function sourceOf(file: ToolFile): SourceText {
  let source = sources.get(file);
  if (!source) {
    source = createSourceText(file.text);
    sources.set(file, source);
  }
  return source;
}

/** A finding as a problem of a rule; undefined where the rule is off. */
export function toFileProblem(
  finding: ConfigFinding,
  file: ToolFile,
  rule: Rule,
  settings: RuleSettings,
  isFatal = false,
): FileProblem | undefined {
  const severity = isFatal ? 'error' : settings.severityOf(rule);
  if (severity === null) return undefined;
  const { message, replacement } = finding;
  const span = finding.span ?? { start: 0, end: 0 };
  const fix =
    replacement === undefined || span.start === span.end ? undefined : replaceText(file.text, span, replacement);
  const problem: Problem = {
    code: rule.code,
    rule: rule.name,
    severity,
    span,
    message: shortened(message),
    ...(fix && { fixes: [{ title: `Write ${replacement}`, kind: 'review', edits: [fix] }] }),
  };
  return { path: file.path, source: sourceOf(file), problem, isFatal };
}

/** Quotation marks stay as they are. */
function replaceText(text: string, span: TextEdit['span'], replacement: string): TextEdit {
  const quote = /^["']/.exec(text.slice(span.start, span.end))?.[0] ?? '';
  return { span, newText: `${quote}${replacement}${quote}` };
}

/** Most characters of a word and of a message: messages quote what a file contains, whatever that is. */
const [longestWord, longestMessage] = [80, 300];

function shortened(message: string): string {
  return cut(
    message.replace(/\S+/g, (word) => cut(word, longestWord)),
    longestMessage,
  );
}

/** Never within a pair of surrogates. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}
