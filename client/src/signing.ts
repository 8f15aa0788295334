// What is read before a letter is signed: a page that follows the letter, and a file beside it where one is asked for.
import * as vscode from 'vscode';
import { sendRequest } from '../../server/src/protocol/messages';
import { checkPages, pageScheme, recordName, signingRecord, verifyRecord } from '../../server/src/protocol/pages';
import { fileName } from './file-name';
import type { LetterStates } from './letter-states';
import type { ServerLink } from './server-link';

/** Set while the page of a letter is the active tab, as a preview; its title has a button then. */
const shownKey = 'imr.check.isShown';
const showPreview = 'markdown.showLockedPreviewToSide';

/** Letters whose page was shown, by the file name of the page: all that the tab of a preview tells. */
type ShownPages = Map<string, vscode.Uri>;

/** The commands that show the page and save it. Nothing is written but by command. */
export function serveSigning(link: ServerLink, letters: LetterStates): vscode.Disposable {
  const shown: ShownPages = new Map();
  const showButton = (): Thenable<unknown> =>
    vscode.commands.executeCommand('setContext', shownKey, letterOfPreview(shown) !== undefined);

  const show = async (resource?: vscode.Uri): Promise<void> => {
    const letter = letterFor(resource, shown);
    await link.running();
    await showPage(pageOf(letter, nameOfPage(letter, shown)));
    await showButton();
  };

  // The editor forgets the text of a preview after a while, and the server refreshes only what is open.
  const keepOpen = async (letter: vscode.Uri | undefined): Promise<void> => {
    const [name] = [...shown].find(([, other]) => other.toString() === letter?.toString()) ?? [];
    if (letter && name !== undefined && isInTab(name)) await vscode.workspace.openTextDocument(pageOf(letter, name));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('imr.checkBeforeSigning', show),
    vscode.commands.registerCommand('imr.saveCheck', (resource?: vscode.Uri) =>
      saveRecord(link, letterFor(resource, shown)),
    ),
    vscode.commands.registerCommand('imr.verifyCheck', async (resource?: vscode.Uri) =>
      verify(link, letterFor(resource, shown), show),
    ),
    letters.onDidChange(keepOpen),
    vscode.window.tabGroups.onDidChangeTabs(showButton),
    vscode.window.tabGroups.onDidChangeTabGroups(showButton),
  );
}

/** The letter that a command is about. Throws, with words for its user, where there is none. */
function letterFor(resource: vscode.Uri | undefined, shown: ShownPages): vscode.Uri {
  const active = vscode.window.activeTextEditor?.document;
  const given = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === resource?.toString());
  for (const document of [given, active]) {
    if (document?.languageId === 'imr') return document.uri;
    const { scheme, path, query } = document?.uri ?? {};
    if (scheme === pageScheme && path?.startsWith(checkPages) && query) return vscode.Uri.parse(query);
  }
  const letter = letterOfPreview(shown);
  if (!letter) throw new Error('Open a letter first.');
  return letter;
}

function letterOfPreview(shown: ShownPages): vscode.Uri | undefined {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  return [...shown].find(([name]) => isPreviewOf(activeTab, name))?.[1];
}

function isInTab(name: string): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isPreviewOf(tab, name)));
}

/** A preview tells no address but in its title, `[Preview] letter.check.md`. */
function isPreviewOf(tab: vscode.Tab | undefined, name: string): boolean {
  const isPreview = tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('markdown.preview');
  return isPreview && tab.label.endsWith(` ${name}`);
}

function pageOf(letter: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: pageScheme, path: checkPages + name, query: letter.toString() });
}

/** Of letters in several folders with one name, each page has a name of its own. */
function nameOfPage(letter: vscode.Uri, shown: ShownPages): string {
  const name = recordName(fileName(letter));
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : name.replace(/\.md$/, ` ${n}.md`);
    const holder = shown.get(candidate) ?? letter;
    if (holder.toString() !== letter.toString()) continue;
    shown.set(candidate, letter);
    return candidate;
  }
}

/** Set, beside the letter; as its text where the editor has no preview of markdown. */
async function showPage(page: vscode.Uri): Promise<void> {
  try {
    // Not asked for beforehand: an extension of another host is not listed here, nor a command before its extension runs.
    await vscode.commands.executeCommand(showPreview, page);
  } catch {
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}

async function saveRecord(link: ServerLink, letter: vscode.Uri): Promise<void> {
  if (!(await isSaved(letter))) return;
  const target = await askTarget(letter);
  if (!target) return;
  const client = await link.running();
  const record = await sendRequest(client, signingRecord, { uri: letter.toString() });
  if (!record) throw new Error('The letter is not open: open it first.');
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(record.text));
  vscode.window.setStatusBarMessage(`IMR: the check was saved as ${vscode.workspace.asRelativePath(target)}.`, 5000);
}

const showChanges = 'Show the Changes';

/** Says whether the check beside the letter still holds. */
async function verify(
  link: ServerLink,
  letter: vscode.Uri,
  show: (letter: vscode.Uri) => Promise<void>,
): Promise<void> {
  const client = await link.running();
  const verified = await sendRequest(client, verifyRecord, { uri: letter.toString() });
  if (!verified) throw new Error('The letter is not open: open it first.');
  const { state, message } = verified;
  if (state === 'missing' || state === 'unreadable') throw new Error(message);
  const words = `${fileName(letter)}: ${message}`;
  if (state === 'unchanged') void vscode.window.showInformationMessage(words);
  else if ((await vscode.window.showWarningMessage(words, showChanges)) === showChanges) await show(letter);
}

/** A record beside a file whose text is another one would prove nothing: it is saved first, or nothing is. */
async function isSaved(letter: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(letter);
  if (!document.isDirty || document.isUntitled) return true;
  const detail = 'The check is kept with the hash of the text, which is to be that of the file.';
  const isAgreed = await agree('The letter has changes that are not saved', { label: 'Save letter and check', detail });
  return isAgreed && (await document.save());
}

/** Beside the letter; where that has no place of its own, or one that cannot be written, the person says where. */
async function askTarget(letter: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = recordName(fileName(letter));
  if (letter.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(letter.scheme) === false) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const defaultUri = folder && vscode.Uri.joinPath(folder, name);
    return vscode.window.showSaveDialog({ title: 'Save the check', defaultUri, filters: { Markdown: ['md'] } });
  }
  const target = vscode.Uri.joinPath(letter, '..', name);
  if (!(await isThere(target))) return target;
  return (await agree(`${name} is there already`, { label: 'Replace it' })) ? target : undefined;
}

/** A question with one answer; Escape is the other. */
async function agree(title: string, answer: vscode.QuickPickItem): Promise<boolean> {
  return (await vscode.window.showQuickPick([answer], { title, placeHolder: 'Escape leaves all as it is' })) === answer;
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
