import type { RemoteConsole, TextDocuments } from 'vscode-languageserver';
import { builtinForms } from '../builtin/forms';
import { looksLikeLetter } from '../builtin/sniff';
import {
  type Ask,
  askAbout,
  createTextMemory,
  lintLetter,
  type Problem,
  type Rule,
  readLetter,
  rules,
  type Suppressed,
  type TextMemory,
} from '../core/index';
import { pageScheme } from '../protocol/pages';
import type { FileProblem } from '../workspace/file-problem';
import { isDataFile } from '../workspace/parse-data';
import { type VisibleProblems, withoutSuppressed } from '../workspace/settings';
import type { Place } from './convert';
import type { OpenText } from './documents';
import { describeError } from './guard';
import type { LetterSettings, SettingsStore } from './settings';

/** One version of a letter, parsed once; the rules run when `problems` is first asked for. */
export interface CheckedLetter extends Place {
  readonly settings: LetterSettings;
  readonly ask: Ask;
  readonly problems: readonly Problem[];
  /** Findings that are ignored, each with the entry that says why. */
  readonly suppressed: readonly Suppressed[];
  /** Rules that threw: what they look for was not checked. */
  readonly failed: readonly Rule[];
  /** Suppressions that are written for it and hide nothing, in their file. */
  readonly fileProblems: readonly FileProblem[];
}

export interface Letters {
  /** The current version of an open letter; undefined for a text that is closed or no letter. */
  open(uri: string): Promise<CheckedLetter | undefined>;
  /** A letter that is not open, from its text. */
  read(uri: string, text: string): Promise<CheckedLetter | undefined>;
}

export function createLetters(
  documents: TextDocuments<OpenText>,
  settings: SettingsStore,
  console: RemoteConsole,
): Letters {
  const known = new Map<string, CheckedLetter>();
  const memory = createTextMemory();
  const failed = new Set<string>();
  const report = (code: string, error: unknown): void => {
    if (failed.has(code)) return;
    failed.add(code);
    console.error(`rule ${code} failed: ${describeError(error)}`);
  };
  const openLetter = (uri: string): OpenText | undefined => {
    const document = documents.get(uri);
    return document && isLetter(document) ? document : undefined;
  };
  documents.onDidClose(({ document }) => known.delete(document.uri));
  return {
    async open(uri) {
      if (!openLetter(uri)) return undefined;
      const current = await settings.of(uri);
      const document = openLetter(uri);
      if (!document) return undefined;
      const cached = known.get(uri);
      if (cached?.version === document.version && cached.settings === current) return cached;
      const letter = check(uri, document.version, document.text, current, report, memory);
      known.set(uri, letter);
      return letter;
    },
    async read(uri, text) {
      if (!looksLikeLetter(text)) return undefined;
      return check(uri, 0, text, await settings.of(uri), report);
    },
  };
}

/**
 * Who sends another language than ours has perhaps opened a text that is no letter: one of our pages, whose examples look like
 * one. A file of settings never is, whatever its language: a pack holds headings and standing sentences.
 */
export function isLetter({ uri, languageId, text }: OpenText): boolean {
  if (isDataFile(uri)) return false;
  return languageId === 'imr' || (!uri.startsWith(`${pageScheme}:`) && looksLikeLetter(text));
}

function check(
  uri: string,
  version: number,
  text: string,
  settings: LetterSettings,
  report: (code: string, error: unknown) => void,
  memory?: TextMemory,
): CheckedLetter {
  const letter = readLetter(text, builtinForms);
  const ask = askAbout(letter, settings.workspace.library, memory);
  let found: Findings | undefined;
  const visible = (): Findings => {
    found ??= findProblems(ask, settings, report);
    return found;
  };
  return {
    uri,
    version,
    source: letter.source,
    settings,
    ask,
    get problems() {
      return visible().problems;
    },
    get suppressed() {
      return visible().suppressed;
    },
    get failed() {
      return visible().failed;
    },
    get fileProblems() {
      return visible().fileProblems;
    },
  };
}

interface Findings extends VisibleProblems {
  readonly failed: readonly Rule[];
}

/** None in a letter that the configuration leaves out. */
function findProblems(
  ask: Ask,
  { workspace }: LetterSettings,
  report: (code: string, error: unknown) => void,
): Findings {
  if (!workspace.isIncluded) return { problems: [], suppressed: [], fileProblems: [], failed: [] };
  const { problems, failures } = lintLetter(ask, rules, workspace.rules);
  for (const { rule, error } of failures) report(rule.code, error);
  const visible = withoutSuppressed(workspace, ask.letter.source.text, problems);
  return { ...visible, failed: failures.map(({ rule }) => rule) };
}
