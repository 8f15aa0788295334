import type { CancellationToken, RemoteConsole, TextDocuments } from 'vscode-languageserver';
import { looksLikeLetter } from '../builtin/sniff';
import { createTextMemory, type Language, once, type RuleFailure, type TextMemory } from '../core/index';
import { pageScheme } from '../protocol/pages';
import type { Working } from '../protocol/supervision';
import { checkInWorkspace, type WorkspaceLetter } from '../workspace/check-letter';
import { isDataFile } from '../workspace/data-file';
import type { Place } from './convert';
import type { OpenText } from './documents';
import { describeError, refuseCancelled } from './guard';
import type { LanguageStore } from './language-store';
import type { LetterSettings, SettingsStore } from './settings';
import { inSlices, isSliceOver, messagesRead } from './slices';
import type { Announced } from './work';

/** One version of a letter, with the settings it was checked by. */
export interface CheckedLetter extends Place, WorkspaceLetter {
  readonly settings: LetterSettings;
  /** What its language is checked with; undefined where it is not, or not yet. */
  readonly language: Language | undefined;
}

export interface Letters {
  /** The current version of an open letter; undefined for a text that is closed or no letter. */
  open(uri: string): Promise<CheckedLetter | undefined>;
  /** The same, once all rules have run over it. While they run others are served; a new version takes the place of an old one. */
  check(uri: string, token?: CancellationToken): Promise<CheckedLetter | undefined>;
  /** A letter that is not open, from its text. */
  read(uri: string, text: string): Promise<CheckedLetter | undefined>;
  /** Lets the rules run over what `read` gave, as `check` does. */
  finish(letter: CheckedLetter): Promise<void>;
}

export function createLetters(
  documents: TextDocuments<OpenText>,
  settings: SettingsStore,
  console: RemoteConsole,
  announce: Announced,
  language: LanguageStore,
): Letters {
  const known = new Map<string, { readonly document: OpenText; readonly letter: CheckedLetter }>();
  const memory = createTextMemory();
  const failed = new Set<string>();
  const onFailure = ({ rule: { code }, error }: RuleFailure): void => {
    if (failed.has(code)) return;
    failed.add(code);
    console.error(`rule ${code} failed: ${describeError(error)}`);
  };
  const check = (work: Working, text: string, settings: LetterSettings, memory?: TextMemory): CheckedLetter => {
    const checked = announce(work, () =>
      checkInWorkspace(text, settings.workspace, {
        onFailure,
        ...(memory && { memory }),
        ...(language.current && { language: language.current }),
      }),
    );
    return toCheckedLetter(checked, work, settings, announce, language.current);
  };
  const finish = (letter: CheckedLetter, isWanted: () => boolean): Promise<boolean> =>
    inSlices((isTimeUp) => announce(letter, () => letter.advance(isTimeUp)), isWanted);
  const openLetter = (uri: string): OpenText | undefined => {
    const document = documents.get(uri);
    return document && isLetter(document) ? document : undefined;
  };
  documents.onDidClose(({ document }) => known.delete(document.uri));
  const letters: Letters = {
    async open(uri) {
      if (!openLetter(uri)) return undefined;
      const current = await settings.of(uri);
      const document = openLetter(uri);
      if (!document) return undefined;
      const { letter: cached, document: read } = known.get(uri) ?? {};
      // By the text itself: a client that opens a letter anew may count its versions from 1 again.
      if (read === document && cached?.settings === current && cached.language === language.current) return cached;
      const begun = performance.now();
      const letter = check({ uri, version: document.version }, document.text, current, memory);
      known.set(uri, { document, letter });
      if (!isSliceOver(begun)) return letter;
      await messagesRead();
      return documents.get(uri) === document ? letter : letters.open(uri);
    },
    async read(uri, text) {
      if (!looksLikeLetter(text)) return undefined;
      return check({ uri, version: 0 }, text, await settings.of(uri));
    },
    async check(uri, token) {
      for (;;) {
        const letter = await letters.open(uri);
        const isWanted = (): boolean => known.get(uri)?.letter === letter && !token?.isCancellationRequested;
        if (!letter || (await finish(letter, isWanted))) return letter;
        refuseCancelled(token);
      }
    },
    async finish(letter) {
      await finish(letter, () => true);
    },
  };
  return letters;
}

/** The rules run when something that they find is first asked for. */
function toCheckedLetter(
  checked: WorkspaceLetter,
  work: Working,
  settings: LetterSettings,
  announce: Announced,
  language: Language | undefined,
): CheckedLetter {
  const { letter, ask } = checked;
  const found = once(() =>
    announce(work, () => {
      const { problems, failures, suppressed, fileProblems } = checked;
      return { problems, failures, suppressed, fileProblems };
    }),
  );
  return {
    uri: work.uri,
    version: work.version,
    source: letter.source,
    settings,
    language,
    letter,
    ask,
    get problems() {
      return found().problems;
    },
    get failures() {
      return found().failures;
    },
    get suppressed() {
      return found().suppressed;
    },
    get fileProblems() {
      return found().fileProblems;
    },
    advance: checked.advance,
  };
}

/**
 * Who sends another language than ours has perhaps opened a text that is no letter: one of our pages, whose examples look like
 * one. A file of settings never is, whatever its language: a pack holds headings and standard sentences.
 */
export function isLetter({ uri, languageId, text }: OpenText): boolean {
  if (isDataFile(uri)) return false;
  return languageId === 'imr' || (!uri.startsWith(`${pageScheme}:`) && looksLikeLetter(text));
}
