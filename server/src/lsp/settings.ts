import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system';
import { createSettingsLoader, type WorkspaceSettings } from '../workspace/settings';
import type { Client } from './client';
import { describeError } from './guard';
import { defaultSettings, type EditorSettings } from './protocol';

/** All that is set for one letter. A new object whenever something has changed. */
export interface LetterSettings {
  readonly editor: EditorSettings;
  /** Rules, library, suppressions: the editor's settings under the configuration files of the letter's folder. */
  readonly workspace: WorkspaceSettings;
  /** Grows with every change of settings. */
  readonly stamp: number;
}

export interface SettingsStore {
  of(uri: string): Promise<LetterSettings>;
  /** Forgets what was read; `pushed` are settings that a client without `workspace/configuration` sends by itself. */
  refresh(pushed?: unknown): void;
  /** True when some settings were read from this file, or would be if it were there. */
  dependOn(uri: string): boolean;
}

/** Reads settings by resource, once each until they change. */
export function createSettingsStore(
  connection: Connection,
  client: Client,
  files: FileSystem,
  initial: unknown,
): SettingsStore {
  const known = new Map<string, Promise<LetterSettings>>();
  const asked = new Set<string>();
  const loader = createSettingsLoader({
    readFile(uri) {
      asked.add(uri);
      return files.readFile(uri);
    },
  });
  let sent = initial;
  let stamp = 0;
  const read = async (uri: string): Promise<LetterSettings> => {
    const own = stamp;
    const editor = readEditorSettings(client.configuration ? await ask(connection, uri) : sectionOf(sent));
    return { editor, workspace: await loader.load(uri, { editor: { rules: editor.rules } }), stamp: own };
  };
  return {
    of(uri) {
      let settings = known.get(uri);
      if (!settings) {
        settings = read(uri);
        known.set(uri, settings);
      }
      return settings;
    },
    refresh(pushed) {
      if (pushed !== undefined) sent = pushed;
      stamp++;
      known.clear();
      asked.clear();
      loader.forget();
    },
    // A folder that goes takes its files with it, and only the folder is told of.
    dependOn: (uri) => asked.has(uri) || [...asked].some((file) => file.startsWith(`${uri}/`)),
  };
}

/** The defaults stand where the client cannot tell. */
async function ask(connection: Connection, uri: string): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration({ scopeUri: uri, section: 'imr' });
  } catch (error) {
    connection.console.warn(`no settings from the client: ${describeError(error)}`);
    return undefined;
  }
}

/** `{imr: {…}}` as clients send it, or the section alone. */
function sectionOf(sent: unknown): unknown {
  return isRecord(sent) && isRecord(sent.imr) ? sent.imr : sent;
}

/** Takes each value of the right kind; for any other the default stands. */
export function readEditorSettings(raw: unknown): EditorSettings {
  const given = isRecord(raw) ? raw : {};
  const { run, rules, codeLens, checkFolder, formatWidth, inlayHints } = given;
  return {
    run: run === 'onSave' || run === 'manual' ? run : defaultSettings.run,
    rules: isRecord(rules) ? rules : defaultSettings.rules,
    codeLens: typeof codeLens === 'boolean' ? codeLens : defaultSettings.codeLens,
    checkFolder: typeof checkFolder === 'boolean' ? checkFolder : defaultSettings.checkFolder,
    formatWidth: typeof formatWidth === 'number' && formatWidth >= 0 ? formatWidth : defaultSettings.formatWidth,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : defaultSettings.inlayHints,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
