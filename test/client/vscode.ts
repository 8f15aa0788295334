// As much of the editor as the client's logic touches, for tests: `vi.mock('vscode', async () => (await import('./vscode')).vscode)`.
// A test sets what the editor shows in `editor`, fires `events`, and reads what the client did in `done`.
import type * as api from 'vscode';
import { URI, Utils } from 'vscode-uri';

class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

class Disposable {
  constructor(readonly dispose: () => unknown) {}
  static from(...parts: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...places: [Position, Position] | [number, number, number, number]) {
    if (places.length === 2) [this.start, this.end] = places;
    else [this.start, this.end] = [new Position(places[0], places[1]), new Position(places[2], places[3])];
  }
}

class ThemeColor {
  constructor(readonly id: string) {}
}

class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

class TreeItem {
  constructor(readonly label: string) {}
}

class SnippetString {
  constructor(readonly value: string) {}
}

class TabInputText {
  constructor(readonly uri: URI) {}
}

class TabInputTextDiff {
  constructor(
    readonly original: URI,
    readonly modified: URI,
  ) {}
}

class TabInputWebview {
  constructor(readonly viewType: string) {}
}

class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
}

class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** The events of the editor, to be fired by tests. */
export const events = {
  openTextDocument: new EventEmitter<api.TextDocument>(),
  closeTextDocument: new EventEmitter<api.TextDocument>(),
  saveTextDocument: new EventEmitter<api.TextDocument>(),
  changeTextDocument: new EventEmitter<Partial<api.TextDocumentChangeEvent>>(),
  changeConfiguration: new EventEmitter<Pick<api.ConfigurationChangeEvent, 'affectsConfiguration'>>(),
  changeActiveTextEditor: new EventEmitter<unknown>(),
  changeVisibleTextEditors: new EventEmitter<unknown>(),
  changeTextEditorSelection: new EventEmitter<unknown>(),
  changeWindowState: new EventEmitter<unknown>(),
  changeTabs: new EventEmitter<unknown>(),
  changeTabGroups: new EventEmitter<unknown>(),
};

export interface FakeTab {
  readonly input: unknown;
  readonly label: string;
}

/** A webview panel; `receive` is what its page says, `posted` what the page is told. */
export interface FakePanel {
  readonly viewType: string;
  readonly title: string;
  active: boolean;
  visible: boolean;
  readonly posted: unknown[];
  receive(message: unknown): Promise<unknown>;
  dispose(): void;
}

const nothing = () => ({
  /** Of a question, in the order they are asked; undefined is Escape. */
  answers: [] as unknown[],
  activeTextEditor: undefined as unknown,
  visibleTextEditors: [] as unknown[],
  textDocuments: [] as unknown[],
  workspaceFolders: undefined as { readonly uri: URI }[] | undefined,
  isFocused: true,
  settings: {} as Record<string, unknown>,
  /** Those of the workspace alone; `settings` are the user's. */
  workspaceSettings: {} as Record<string, unknown>,
  tabs: [] as FakeTab[],
  activeTab: undefined as FakeTab | undefined,
  /** Text by address. */
  files: new Map<string, string>(),
  /** Schemes that nothing can be written to. */
  readOnlySchemes: [] as string[],
  /** Commands that the editor does not have. */
  unknownCommands: [] as string[],
});

/** What the editor shows and holds. */
export const editor = nothing();

const nothingDone = () => ({
  /** Each question, message and command with what it was given, in order. */
  calls: [] as (readonly [name: string, ...given: unknown[]])[],
  statusItems: [] as ({ readonly id: string } & Partial<api.LanguageStatusItem>)[],
  panels: [] as FakePanel[],
  decorations: [] as { readonly options: api.DecorationRenderOptions; isDisposed: boolean }[],
});

/** What the client did. */
export const done = nothingDone();

const commands = new Map<string, (...args: unknown[]) => unknown>();

/** Back to an editor that shows nothing. */
export function reset(): void {
  Object.assign(editor, nothing());
  Object.assign(done, nothingDone());
  commands.clear();
  for (const event of Object.values(events)) event.dispose();
}

/** The calls of one name, without it. */
export function callsOf(name: string): unknown[][] {
  return done.calls.filter(([each]) => each === name).map(([, ...given]) => given);
}

/** Runs a command that the client has registered. Throws where there is none. */
export function run(name: string, ...args: unknown[]): unknown {
  const command = commands.get(name);
  if (!command) throw new RangeError(`No command ${name}.`);
  return command(...args);
}

export function registered(): readonly string[] {
  return [...commands.keys()];
}

function asked(name: string): (...given: unknown[]) => Promise<unknown> {
  return async (...given) => {
    done.calls.push([name, ...given]);
    const answer = editor.answers.shift();
    const [items] = given;
    // Of a list, an answer is the label or the index of an item.
    if (!Array.isArray(items) || answer === undefined) return answer;
    return typeof answer === 'number' ? items[answer] : items.find(({ label }) => label === answer);
  };
}

export const vscode = {
  version: '1.100.0',
  EventEmitter,
  Disposable,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  SnippetString,
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  CancellationTokenSource,
  FileSystemError,
  Uri: Object.assign(URI, { joinPath: Utils.joinPath }),
  UIKind: { Desktop: 1, Web: 2 },
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  EndOfLine: { LF: 1, CRLF: 2 },
  ViewColumn: { Active: -1, Beside: -2 },
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  OverviewRulerLane: { Left: 1 },
  DecorationRangeBehavior: { ClosedClosed: 1 },
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
  QuickPickItemKind: { Separator: -1 },
  env: {
    appName: 'Editor',
    uiKind: 1,
    remoteName: undefined as string | undefined,
    clipboard: { writeText: asked('writeText') },
  },
  languages: {
    createLanguageStatusItem(id: string) {
      const dispose = (): void => {
        done.statusItems.splice(done.statusItems.indexOf(item), 1);
      };
      const item = { id, dispose };
      done.statusItems.push(item);
      return item;
    },
    setTextDocumentLanguage: asked('setTextDocumentLanguage'),
    getDiagnostics: () => [] as unknown[],
  },
  commands: {
    registerCommand(name: string, command: (...args: unknown[]) => unknown) {
      commands.set(name, command);
      return new Disposable(() => commands.delete(name));
    },
    async executeCommand(name: string, ...args: unknown[]) {
      done.calls.push([name, ...args]);
      if (editor.unknownCommands.includes(name)) throw new Error(`command '${name}' not found`);
    },
  },
  window: {
    get activeTextEditor() {
      return editor.activeTextEditor;
    },
    get visibleTextEditors() {
      return editor.visibleTextEditors;
    },
    get state() {
      return { focused: editor.isFocused };
    },
    tabGroups: {
      get all() {
        return [{ tabs: editor.tabs, viewColumn: 1 }];
      },
      get activeTabGroup() {
        return { activeTab: editor.activeTab };
      },
      onDidChangeTabs: events.changeTabs.event,
      onDidChangeTabGroups: events.changeTabGroups.event,
    },
    createTextEditorDecorationType(options: api.DecorationRenderOptions) {
      const decoration = { options, isDisposed: false, dispose: () => Object.assign(decoration, { isDisposed: true }) };
      done.decorations.push(decoration);
      return decoration;
    },
    createWebviewPanel(viewType: string, title: string) {
      const [received, changed, closed] = [
        new EventEmitter<unknown>(),
        new EventEmitter<void>(),
        new EventEmitter<void>(),
      ];
      let answer: unknown;
      const panel = {
        viewType,
        title,
        active: false,
        visible: true,
        posted: [] as unknown[],
        webview: {
          cspSource: 'self',
          asWebviewUri: (uri: URI) => uri,
          onDidReceiveMessage: (listen: (message: unknown) => unknown) =>
            received.event((message) => {
              answer = listen(message);
            }),
          postMessage: async (message: unknown) => panel.posted.push(message),
        },
        onDidChangeViewState: changed.event,
        onDidDispose: closed.event,
        reveal: (...given: unknown[]) => done.calls.push(['reveal', title, ...given]),
        async receive(message: unknown) {
          received.fire(message);
          return answer;
        },
        dispose() {
          closed.fire();
        },
      };
      done.panels.push(panel);
      return panel;
    },
    showInformationMessage: asked('showInformationMessage'),
    showWarningMessage: asked('showWarningMessage'),
    showQuickPick: asked('showQuickPick'),
    showInputBox: asked('showInputBox'),
    showSaveDialog: asked('showSaveDialog'),
    async showTextDocument(what: { uri?: URI } & URI, ...rest: unknown[]) {
      done.calls.push(['showTextDocument', what, ...rest]);
      const uri = String(what.uri ?? what);
      const shown = editor.visibleTextEditors as { readonly document: api.TextDocument }[];
      return shown.find(({ document }) => document.uri.toString() === uri) ?? editor.activeTextEditor;
    },
    setStatusBarMessage: (...given: unknown[]) => done.calls.push(['setStatusBarMessage', ...given]),
    onDidChangeActiveTextEditor: events.changeActiveTextEditor.event,
    onDidChangeVisibleTextEditors: events.changeVisibleTextEditors.event,
    onDidChangeTextEditorSelection: events.changeTextEditorSelection.event,
    onDidChangeWindowState: events.changeWindowState.event,
  },
  workspace: {
    get textDocuments() {
      return editor.textDocuments;
    },
    get workspaceFolders() {
      return editor.workspaceFolders;
    },
    getConfiguration: (section: string) => ({
      get: (key: string, otherwise?: unknown) => editor.settings[`${section}.${key}`] ?? otherwise,
      inspect: (key: string) => ({
        globalValue: editor.settings[`${section}.${key}`],
        workspaceValue: editor.workspaceSettings[`${section}.${key}`],
      }),
      async update(key: string, value: unknown, target: number) {
        done.calls.push(['updateSetting', `${section}.${key}`, value, target]);
        editor.settings[`${section}.${key}`] = value;
      },
    }),
    asRelativePath: (uri: URI) => uri.path.slice(1),
    getWorkspaceFolder: ({ path }: URI) => editor.workspaceFolders?.find(({ uri }) => path.startsWith(`${uri.path}/`)),
    async openTextDocument(what: URI | object) {
      done.calls.push(['openTextDocument', what]);
      const known = editor.textDocuments as api.TextDocument[];
      return known.find(({ uri }) => uri.toString() === String(what)) ?? what;
    },
    fs: {
      isWritableFileSystem: (scheme: string) => !editor.readOnlySchemes.includes(scheme),
      async stat(uri: URI) {
        if (!editor.files.has(uri.toString())) throw new FileSystemError('FileNotFound');
        return {};
      },
      async writeFile(uri: URI, bytes: Uint8Array) {
        editor.files.set(uri.toString(), new TextDecoder().decode(bytes));
      },
    },
    onDidOpenTextDocument: events.openTextDocument.event,
    onDidCloseTextDocument: events.closeTextDocument.event,
    onDidSaveTextDocument: events.saveTextDocument.event,
    onDidChangeTextDocument: events.changeTextDocument.event,
    onDidChangeConfiguration: events.changeConfiguration.event,
  },
};
