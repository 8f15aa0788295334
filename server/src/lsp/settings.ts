import { type Connection, Emitter, type Event } from 'vscode-languageserver';
import { defaultSettings, type EditorSettings } from '../protocol/settings';
import type { FileProblem } from '../workspace/file-problem';
import type { FileSystem } from '../workspace/file-system';
import { createSettingsLoader, type LoadOptions, type WorkspaceSettings } from '../workspace/settings';
import type { Client } from './client';
import { describeError } from './guard';
import { normalizeUri, rootOf } from './uris';

/** All settings of one letter. A new object after every change. */
export interface LetterSettings {
  readonly editor: EditorSettings;
  /** Rules, library, and suppressions: the configuration files of the letter's folder, over the editor's settings. */
  readonly workspace: WorkspaceSettings;
  /** Increases with every change of settings. */
  readonly stamp: number;
}

/** Files by URI in two states. */
export interface SettingFiles {
  /** As saved. */
  readonly saved: FileSystem;
  /** Open files, with their unsaved text. */
  readonly typed: FileSystem;
}

export interface SettingsStore {
  /** From saved files only, because unfinished text would make findings flicker. */
  of(uri: string): Promise<LetterSettings>;
  /** Problems in the settings files of these texts, including unsaved changes. */
  problemsAsTyped(uris: readonly string[]): Promise<readonly FileProblem[]>;
  /** Forgets what was read. `pushed` are settings that a client without `workspace/configuration` sends. */
  refresh(pushed?: unknown): void;
  /** Returns whether settings were read from this file, or would be if it existed. */
  dependOn(uri: string): boolean;
  /** Fires with the URI of each such file when it is first requested. */
  readonly onDidAsk: Event<string>;
}

/** Reads settings by resource and keeps them until they change. Nothing outside `folders`, which may change, is read. */
export function createSettingsStore(
  connection: Connection,
  client: Client,
  files: SettingFiles,
  folders: Iterable<string>,
  initial: unknown,
): SettingsStore {
  const known = new Map<string, Promise<LetterSettings>>();
  const asked = new Set<string>();
  const newlyAsked = new Emitter<string>();
  const noted = ({ readFile }: FileSystem): FileSystem => ({
    readFile(uri, limits) {
      const normal = normalizeUri(uri);
      if (!asked.has(normal)) newlyAsked.fire(uri);
      asked.add(normal);
      return readFile(uri, limits);
    },
  });
  const loader = createSettingsLoader(noted(files.saved));
  let sent = initial;
  let stamp = 0;
  const optionsFor = (uri: string, { rules, language, words }: EditorSettings): LoadOptions => ({
    editor: { rules, language, words },
    root: rootOf(uri, folders),
  });
  const read = async (uri: string): Promise<LetterSettings> => {
    const own = stamp;
    const editor = readEditorSettings(client.configuration ? await ask(connection, uri) : sectionOf(sent));
    return { editor, workspace: await loader.load(uri, optionsFor(uri, editor)), stamp: own };
  };
  const of = (uri: string): Promise<LetterSettings> => {
    let settings = known.get(uri);
    if (!settings) {
      settings = read(uri);
      known.set(uri, settings);
    }
    return settings;
  };
  return {
    of,
    async problemsAsTyped(uris) {
      const typed = createSettingsLoader(noted(files.typed));
      const problemsFor = async (uri: string): Promise<readonly FileProblem[]> => {
        const { editor } = await of(uri);
        return (await typed.load(uri, optionsFor(uri, editor))).problems;
      };
      return (await Promise.all(uris.map(problemsFor))).flat();
    },
    refresh(pushed) {
      if (pushed !== undefined) sent = pushed;
      stamp++;
      known.clear();
      loader.forget();
    },
    // When a folder is removed, its files go with it, and only the folder is reported.
    dependOn: (uri) => {
      const normal = normalizeUri(uri);
      return asked.has(normal) || [...asked].some((file) => file.startsWith(`${normal}/`));
    },
    onDidAsk: newlyAsked.event,
  };
}

/** Milliseconds that a client has to send its settings. Letters wait for them. */
const settingsDeadline = 2000;

/** Returns the defaults if the client cannot send settings, or does not. */
async function ask(connection: Connection, uri: string): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      connection.console.warn('no settings from the client: it does not answer');
      resolve(undefined);
    }, settingsDeadline);
  });
  try {
    return await Promise.race([connection.workspace.getConfiguration({ scopeUri: uri, section: 'imr' }), silence]);
  } catch (error) {
    connection.console.warn(`no settings from the client: ${describeError(error)}`);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Accepts `{imr: {…}}`, as some clients send it, or the section alone. */
function sectionOf(sent: unknown): unknown {
  return isRecord(sent) && isRecord(sent.imr) ? sent.imr : sent;
}

/** Takes each value of the right type; others keep their default. */
export function readEditorSettings(raw: unknown): EditorSettings {
  const given = isRecord(raw) ? raw : {};
  const { run, rules, language, words, codeLens, checkFolder, formatWidth, inlayHints, inlineSentences } = given;
  return {
    run: run === 'onSave' || run === 'manual' ? run : defaultSettings.run,
    rules: isRecord(rules) ? rules : defaultSettings.rules,
    language: typeof language === 'boolean' ? language : defaultSettings.language,
    words: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : defaultSettings.words,
    codeLens: typeof codeLens === 'boolean' ? codeLens : defaultSettings.codeLens,
    checkFolder: typeof checkFolder === 'boolean' ? checkFolder : defaultSettings.checkFolder,
    formatWidth: typeof formatWidth === 'number' && formatWidth >= 0 ? formatWidth : defaultSettings.formatWidth,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : defaultSettings.inlayHints,
    inlineSentences: typeof inlineSentences === 'boolean' ? inlineSentences : defaultSettings.inlineSentences,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
