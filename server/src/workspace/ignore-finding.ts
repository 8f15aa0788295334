import { parseDocument } from 'yaml';
import { addSuppression, type Problem, type Rule, ruleNamed, suppressionFor } from '../core/index';
import { type FileSystem, readTextFile, settingsLimits } from './file-system';
import { isBelow, parentOf, relativeTo, resolvePath } from './paths';
import type { WorkspaceSettings } from './settings';
import { suppressionsPath } from './suppressions';

/** A file of ours as it should be. The door writes it if it still has the text `before`, and asks again if not. */
export interface NewContent {
  readonly path: string;
  /** Empty where there is no file. */
  readonly before: string;
  readonly text: string;
}

/**
 * "Ignore here, with a reason": the suppression file with one entry more, the nearest one or a new one beside the letter.
 * Undefined where that file is broken. `text` is the letter's.
 */
export async function ignoreHere(
  files: FileSystem,
  { letterPath, root, suppressions }: WorkspaceSettings,
  text: string,
  problem: Problem,
  reason: string,
): Promise<NewContent | undefined> {
  const folder = suppressions?.folder ?? parentOf(letterPath) ?? '';
  const path = suppressions?.file.path ?? resolvePath(folder, suppressionsPath);
  const before = await textOf(files, path, root);
  if (before === undefined) return undefined;
  const entry = suppressionFor(problem, text, relativeTo(folder, letterPath), reason);
  return toNewContent(path, before, addSuppression(before, entry));
}

/**
 * "Ignore this rule in this folder": the configuration in the letter's folder with the rule off; a new one extends the one above.
 * Undefined where that file is broken.
 */
export async function ignoreInFolder(
  files: FileSystem,
  { letterPath, root, configPath }: WorkspaceSettings,
  rule: Rule,
): Promise<NewContent | undefined> {
  const folder = parentOf(letterPath) ?? '';
  const isHere = configPath !== null && parentOf(configPath) === folder;
  const path = isHere ? configPath : resolvePath(folder, '.imr.yaml');
  const before = await textOf(files, path, root);
  if (before === undefined) return undefined;
  return toNewContent(path, before, switchOff(before || startOf(folder, configPath), rule));
}

/** Empty where there is no file; undefined where there is one that cannot be read. */
async function textOf(files: FileSystem, path: string, root: string): Promise<string | undefined> {
  const file = await readTextFile(files, path, settingsLimits(root));
  if (!file) return '';
  return 'text' in file ? file.text : undefined;
}

function toNewContent(path: string, before: string, text: string | undefined): NewContent | undefined {
  return text === undefined ? undefined : { path, before, text };
}

function startOf(folder: string, configPath: string | null): string {
  return configPath === null ? '' : `extends: [${JSON.stringify(pathFrom(folder, configPath))}]\n`;
}

/** `../../.imr.yaml` */
function pathFrom(folder: string, path: string): string {
  let steps = '';
  for (let above: string | undefined = folder; above !== undefined; above = parentOf(above)) {
    if (isBelow(above, path)) return `${steps || './'}${relativeTo(above, path)}`;
    steps += '../';
  }
  return path;
}

/** The text of a configuration with a rule off, comments and order kept; undefined for a broken one. */
export function switchOff(text: string, rule: Rule): string | undefined {
  const isJson = /^\s*\{/.test(text);
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== 'object' || Array.isArray(content)) return undefined;
  const rules: unknown = (content as { rules?: unknown }).rules ?? {};
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return undefined;
  const key = Object.keys(rules).find((name) => ruleNamed(name, [rule])) ?? rule.name;
  if (isJson) return `${JSON.stringify({ ...content, rules: { ...rules, [key]: 'off' } }, null, 2)}\n`;
  if ((content as { rules?: unknown }).rules === null) document.set('rules', document.createNode({}));
  document.setIn(['rules', key], 'off');
  return document.toString({ lineWidth: 0 });
}
