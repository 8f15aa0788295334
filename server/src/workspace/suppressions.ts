import {
  createFindings,
  type Problem,
  type Rule,
  type RuleSettings,
  readSuppressions,
  ruleNamed,
  type Suppressed,
  type Suppression,
  type SuppressionList,
  suppress,
  type TextEdit,
  unusedIn,
} from '../core/index';
import { type FileProblem, type ToolFile, toFileProblem } from './file-problem';
import { type FileSystem, type ReadLimits, readTextFile, settingsLimits } from './file-system';
import { relativeTo, resolvePath } from './paths';
import { foldersUpTo } from './reach';
import { readData } from './read-data';

/** Where suppressions live, beside the letters or above them. */
export const suppressionsPath = '.imr/suppressions.json';

/** A file of suppressions or a baseline, as read. */
export interface SuppressionSource {
  readonly file: ToolFile;
  /** The folder that the letters of its entries are relative to. */
  readonly folder: string;
  readonly list: SuppressionList;
  /** Nothing of it counts. */
  readonly isBroken: boolean;
}

export interface RuleUse {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
}

/** Finds the suppressions nearest to a letter, in its folder or above, up to `root`; undefined where there are none. */
export async function findSuppressions(files: FileSystem, letterPath: string, root: string, rules: readonly Rule[]) {
  for (const folder of foldersUpTo(letterPath, root)) {
    const place = { path: resolvePath(folder, suppressionsPath), folder };
    const source = await loadSuppressions(files, place, settingsLimits(root), rules);
    if (source) return source;
  }
  return undefined;
}

/** Reads one file of suppressions, or a baseline; undefined where there is none. */
export async function loadSuppressions(
  files: FileSystem,
  { path, folder }: { readonly path: string; readonly folder: string },
  limits: ReadLimits,
  rules: readonly Rule[],
): Promise<SuppressionSource | undefined> {
  const read = await readTextFile(files, path, limits);
  if (!read) return undefined;
  const text = 'text' in read ? read.text : '';
  const { content, locate, errors } = await readData(path, text);
  const broken = 'error' in read ? [{ span: { start: 0, end: 0 }, message: read.error }] : errors;
  const list = readSuppressions(path, broken.length > 0 ? undefined : content, rules, locate);
  const findings = createFindings(path);
  for (const { span, message } of broken) {
    findings.add(
      '',
      () => span,
      () => ({ message: `This file cannot be read, so that it hides nothing: ${message.trim()}` }),
    );
  }
  return {
    file: { path, text },
    folder,
    list: { ...list, findings: [...list.findings, ...findings.all()] },
    isBroken: broken.length > 0,
  };
}

/** What is wrong with the file itself. */
export function problemsOfSource(
  { file, list, isBroken }: SuppressionSource,
  { rules, settings }: RuleUse,
): FileProblem[] {
  const toProblem = (name: string, findings: SuppressionList['findings']) => {
    const rule = ruleNamed(name, rules);
    return findings.flatMap((finding) => (rule ? (toFileProblem(finding, file, rule, settings, isBroken) ?? []) : []));
  };
  return [...toProblem('configuration', list.findings), ...toProblem('suppression-without-reason', list.withoutReason)];
}

export interface HiddenProblems {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly Suppressed[];
  /** Entries written for this letter that hid nothing. */
  readonly unused: readonly FileProblem[];
}

/** Takes out of a letter's problems what its suppressions hide. */
export function hideSuppressed(
  source: SuppressionSource,
  letterPath: string,
  text: string,
  problems: readonly Problem[],
  use: RuleUse,
): HiddenProblems {
  const { list, folder, file } = source;
  const result = suppress(problems, text, list.suppressions);
  const isOn = (name: string): boolean => {
    const rule = ruleNamed(name, use.rules);
    return rule !== undefined && use.settings.severityOf(rule) !== null;
  };
  const rule = ruleNamed('unused-suppression', use.rules);
  const unused = unusedIn(relativeTo(folder, letterPath), list.suppressions, result.suppressed, isOn);
  return {
    ...result,
    unused: rule ? unused.flatMap((entry) => toUnused(entry, list, file, rule, use.settings) ?? []) : [],
  };
}

function toUnused(
  entry: Suppression,
  list: SuppressionList,
  file: ToolFile,
  rule: Rule,
  settings: RuleSettings,
): FileProblem | undefined {
  const span = list.placeOf(entry);
  const message = `This suppression of ${entry.rule} hides nothing: the text it was written for has changed, or the finding is gone. Take it out.`;
  const found = toFileProblem({ source: file.path, pointer: '', span, message }, file, rule, settings);
  if (!found || !span) return found;
  const edits: TextEdit[] = [{ span: withComma(file.text, span), newText: '' }];
  return {
    ...found,
    problem: { ...found.problem, fixes: [{ title: 'Take the suppression out', kind: 'review', edits }] },
  };
}

/** An entry of a JSON list with the comma that goes with it: the one behind, else the one before. */
function withComma(text: string, { start, end }: TextEdit['span']): TextEdit['span'] {
  const behind = /^\s*,\s*/.exec(text.slice(end))?.[0].length;
  if (behind !== undefined) return { start, end: end + behind };
  const before = /,\s*$/.exec(text.slice(0, start))?.index;
  return { start: before ?? start, end };
}
