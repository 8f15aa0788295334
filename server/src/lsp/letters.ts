import type { RemoteConsole, TextDocuments } from 'vscode-languageserver';
import { looksLikeLetter } from '../builtin/sniff';
import { createTextMemory, type RuleFailure, type TextMemory } from '../core/index';
import { pageScheme } from '../protocol/pages';
import { checkInWorkspace, type WorkspaceLetter } from '../workspace/check-letter';
import { isDataFile } from '../workspace/parse-data';
import type { Place } from './convert';
import type { OpenText } from './documents';
import { describeError } from './guard';
import type { LetterSettings, SettingsStore } from './settings';

/** One version of a letter, with the settings it was checked by. */
export interface CheckedLetter extends Place, WorkspaceLetter {
  readonly settings: LetterSettings;
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
  const onFailure = ({ rule: { code }, error }: RuleFailure): void => {
    if (failed.has(code)) return;
    failed.add(code);
    console.error(`rule ${code} failed: ${describeError(error)}`);
  };
  const check = (
    document: Pick<OpenText, 'uri' | 'version' | 'text'>,
    settings: LetterSettings,
    memory?: TextMemory,
  ): CheckedLetter => {
    const { uri, version, text } = document;
    const checked = checkInWorkspace(text, settings.workspace, { onFailure, ...(memory && { memory }) });
    return Object.assign(checked, { uri, version, source: checked.letter.source, settings });
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
      const letter = check(document, current, memory);
      known.set(uri, letter);
      return letter;
    },
    async read(uri, text) {
      if (!looksLikeLetter(text)) return undefined;
      return check({ uri, version: 0, text }, await settings.of(uri));
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
