// VS Code opens every `.txt` file as plain text. This looks at the headings and, if they are those of a letter, sets the language
// according to `imr.detect`.
// those of a letter, sets the language, as `imr.detect` says.
import * as vscode from 'vscode';
import { looksLikeLetter } from '../../server/src/protocol/both-sides';
import { fileName } from './file-name';

const memory = 'imr.detect.plainText';
/** Files that a person chose to keep as plain text. The oldest are forgotten first. */
const mostRemembered = 500;
const sniffedLength = 8192;

type Mode = 'auto' | 'ask' | 'off';

export interface Detection extends vscode.Disposable {
  /** Why a plain text document that looks like a letter is not treated as one. Undefined for other documents. */
  whyPlain(document: vscode.TextDocument): 'chosen' | 'off' | undefined;
  /** Treats a document as a letter, whatever was chosen before. */
  readAsLetter(document: vscode.TextDocument): Promise<void>;
}

/** `state` remembers across sessions which files were switched back to plain text. */
export function watchForLetters(state: vscode.Memento, output: vscode.LogOutputChannel): Detection {
  // A document stays the same object when its language changes, until it is closed.
  const wereLetters = new WeakSet<vscode.TextDocument>();
  const chosenPlain = new WeakSet<vscode.TextDocument>();
  const asked = new WeakSet<vscode.TextDocument>();
  const remembered = (): readonly string[] => state.get<string[]>(memory, []);

  const remember = async ({ uri, isUntitled }: vscode.TextDocument, plain: boolean): Promise<void> => {
    const others = remembered().filter((each) => each !== uri.toString());
    if (plain && !isUntitled) await state.update(memory, [...others, uri.toString()].slice(-mostRemembered));
    else if (others.length < remembered().length) await state.update(memory, others);
  };

  const isChosenPlain = (document: vscode.TextDocument): boolean =>
    chosenPlain.has(document) || remembered().includes(document.uri.toString());

  const readAsLetter = async (document: vscode.TextDocument): Promise<void> => {
    chosenPlain.delete(document);
    await remember(document, false);
    await vscode.languages.setTextDocumentLanguage(document, 'imr');
  };

  const keepPlain = async (document: vscode.TextDocument): Promise<void> => {
    chosenPlain.add(document);
    await remember(document, true);
  };

  const consider = async (document: vscode.TextDocument): Promise<void> => {
    const mode = modeFor(document);
    if (mode === 'off' || isChosenPlain(document) || !isPlainLetter(document)) return;
    if (mode === 'auto') return readAsLetter(document);
    if (asked.has(document)) return;
    asked.add(document);
    const answer = await ask(document);
    if (answer === 'yes') await readAsLetter(document);
    if (answer === 'no') await keepPlain(document);
  };

  const onOpen = async (document: vscode.TextDocument): Promise<void> => {
    if (document.languageId === 'imr') {
      wereLetters.add(document);
      if (isChosenPlain(document)) await readAsLetter(document);
    } else if (wereLetters.has(document)) {
      wereLetters.delete(document);
      await keepPlain(document);
    } else {
      await consider(document);
    }
  };

  const guarded = (task: (document: vscode.TextDocument) => Promise<void>) => (document: vscode.TextDocument) => {
    task(document).catch((error) =>
      output.error(`Looking for letters: ${error instanceof Error ? error.message : error}`),
    );
  };

  vscode.workspace.textDocuments.forEach(guarded(onOpen));
  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(guarded(onOpen)),
    vscode.workspace.onDidSaveTextDocument(guarded(consider)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // A letter pasted into a new editor. Files wait until they are saved.
      if (document.isUntitled) guarded(consider)(document);
    }),
  );
  return {
    whyPlain: (document) => {
      if (!isPlainLetter(document)) return undefined;
      return isChosenPlain(document) ? 'chosen' : 'off';
    },
    readAsLetter,
    dispose: () => subscriptions.dispose(),
  };
}

function modeFor(document: vscode.TextDocument): Mode {
  return vscode.workspace.getConfiguration('imr', document).get<Mode>('detect', 'auto');
}

function isPlainLetter(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'plaintext') return false;
  const start = new vscode.Range(document.positionAt(0), document.positionAt(sniffedLength));
  return looksLikeLetter(document.getText(start));
}

/** Undefined if the question was closed without an answer. */
async function ask(document: vscode.TextDocument): Promise<'yes' | 'no' | undefined> {
  const name = document.isUntitled ? 'This text' : fileName(document.uri);
  const question = `${name} has the headings of an IMR determination letter. Read it as one?`;
  const [yes, no] = ['Read as Letter', 'Keep Plain Text'];
  const answer = await vscode.window.showInformationMessage(question, yes, no);
  if (answer === undefined) return undefined;
  return answer === yes ? 'yes' : 'no';
}
