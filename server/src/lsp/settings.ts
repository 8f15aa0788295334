import type { Connection } from 'vscode-languageserver';
import { builtinLibrary } from '../builtin/library';
import { type Library, type RuleSettings, defaultSettings as ruleDefaults } from '../core/index';
import type { Client } from './client';
import { defaultSettings, type EditorSettings } from './protocol';

/** All that is set for one letter. A new object whenever something has changed. */
export interface LetterSettings {
  readonly editor: EditorSettings;
  readonly rules: RuleSettings;
  readonly library: Library;
  /** Grows with every change of settings. */
  readonly stamp: number;
}

export interface SettingsStore {
  of(uri: string): Promise<LetterSettings>;
  /** Forgets what was read; `pushed` are settings that a client without `workspace/configuration` sends by itself. */
  refresh(pushed?: unknown): void;
}

/** Reads settings by resource, once each until they change. */
export function createSettingsStore(connection: Connection, client: Client, initial: unknown): SettingsStore {
  const known = new Map<string, Promise<LetterSettings>>();
  let sent = initial;
  let stamp = 0;
  const read = async (uri: string): Promise<LetterSettings> => {
    const own = stamp;
    const raw = client.configuration
      ? await connection.workspace.getConfiguration({ scopeUri: uri, section: 'imr' })
      : sectionOf(sent);
    return { editor: readEditorSettings(raw), rules: ruleDefaults, library: builtinLibrary, stamp: own };
  };
  return {
    of(uri) {
      let settings = known.get(uri);
      if (!settings) {
        settings = read(uri);
        known.set(uri, settings);
        // A client that failed to answer is asked again.
        settings.catch(() => known.delete(uri));
      }
      return settings;
    },
    refresh(pushed) {
      if (pushed !== undefined) sent = pushed;
      stamp++;
      known.clear();
    },
  };
}

/** `{imr: {…}}` as clients send it, or the section alone. */
function sectionOf(sent: unknown): unknown {
  return isRecord(sent) && isRecord(sent.imr) ? sent.imr : sent;
}

/** Takes each value of the right kind; for any other the default stands. */
export function readEditorSettings(raw: unknown): EditorSettings {
  const given = isRecord(raw) ? raw : {};
  const { run, rules, codeLens, checkFolder } = given;
  return {
    run: run === 'onSave' || run === 'manual' ? run : defaultSettings.run,
    rules: isRecord(rules) ? rules : defaultSettings.rules,
    codeLens: typeof codeLens === 'boolean' ? codeLens : defaultSettings.codeLens,
    checkFolder: typeof checkFolder === 'boolean' ? checkFolder : defaultSettings.checkFolder,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
