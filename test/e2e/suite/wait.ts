// Waiting on events with a deadline: the suite never sleeps.
import * as vscode from 'vscode';

const patience = 20_000;

/**
 * Resolves with the first value of `look` that is not undefined, asked at once and again after each firing of `event`.
 * Subscribe-then-look, so that nothing is missed between. Rejects after `deadline` milliseconds, naming `what`.
 */
export function until<T>(
  what: string,
  event: vscode.Event<unknown>,
  look: () => T | undefined,
  deadline = patience,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const value = look();
      if (value === undefined) return;
      stop();
      resolve(value);
    };
    const subscription = event(check);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${deadline / 1000} s in vain for ${what}`));
    }, deadline);
    const stop = () => {
      clearTimeout(timer);
      subscription.dispose();
    };
    check();
  });
}

/** The diagnostics of `uri`, once `accept` is content with them. */
export async function untilDiagnostics(
  uri: vscode.Uri,
  what: string,
  accept: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
  deadline = patience,
): Promise<readonly vscode.Diagnostic[]> {
  const look = () => vscode.languages.getDiagnostics(uri);
  try {
    const accepted = () => (accept(look()) ? look() : undefined);
    return await until(what, vscode.languages.onDidChangeDiagnostics, accepted, deadline);
  } catch (error) {
    throw new Error(`${(error as Error).message}; there are ${codesOf(look()).join(', ') || 'no problems'}`);
  }
}

/** The codes of the problems, `IMR301`. */
export function codesOf(diagnostics: readonly vscode.Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Resolves when the document has the language. */
export function untilLanguage(document: vscode.TextDocument, language: string): Promise<true> {
  return until(
    `language ${language}, not ${document.languageId}`,
    vscode.workspace.onDidOpenTextDocument,
    () => document.languageId === language || undefined,
  );
}

/** Resolves when a tab whose label ends with `name` is open. */
export function untilTab(name: string): Promise<true> {
  const isThere = (): boolean =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.endsWith(name)));
  return until(`the tab ${name}`, vscode.window.tabGroups.onDidChangeTabs, () => isThere() || undefined);
}
