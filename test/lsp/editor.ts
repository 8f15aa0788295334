// What an editor does with a letter: opens it, types, asks, applies edits.
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Position,
  Range,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TestClient } from './client';

/** An open letter on the client's side. */
export class OpenLetter {
  readonly client: TestClient;
  readonly uri: string;
  version = 1;
  text: string;

  private constructor(client: TestClient, uri: string, text: string) {
    this.client = client;
    this.uri = uri;
    this.text = text;
  }

  static async open(client: TestClient, text: string, uri = 'file:///letters/a.imr', languageId = 'imr') {
    const letter = new OpenLetter(client, uri, text);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return letter;
  }

  get document(): TextDocument {
    return TextDocument.create(this.uri, 'imr', this.version, this.text);
  }

  positionOf(words: string, behind = 0): Position {
    const at = this.text.indexOf(words);
    if (at < 0) throw new Error(`not in the letter: ${words}`);
    return this.document.positionAt(at + behind);
  }

  rangeOf(words: string): Range {
    return { start: this.positionOf(words), end: this.positionOf(words, words.length) };
  }

  textAt({ start, end }: Range): string {
    return this.text.slice(this.document.offsetAt(start), this.document.offsetAt(end));
  }

  /** Replaces a range as one keystroke does. */
  async type(range: Range, text: string): Promise<void> {
    const document = this.document;
    this.version++;
    this.text = TextDocument.update(document, [{ range, text }], this.version).getText();
    await this.change([{ range, text }]);
  }

  async change(contentChanges: ({ range: Range; text: string } | { text: string })[]): Promise<void> {
    await this.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges,
    });
  }

  /** `reason`: 1 by hand, 2 after a delay, 3 because the focus was lost; absent for an editor that does not say. */
  async save(reason?: 1 | 2 | 3): Promise<void> {
    if (reason)
      await this.client.connection.sendNotification('textDocument/willSave', {
        textDocument: { uri: this.uri },
        reason,
      });
    await this.notify('textDocument/didSave');
  }

  async close(): Promise<void> {
    await this.notify('textDocument/didClose');
  }

  private async notify(method: string): Promise<void> {
    await this.client.connection.sendNotification(method, { textDocument: { uri: this.uri } });
  }

  ask<T>(method: string, params: object = {}): Promise<T> {
    return this.client.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('textDocument/diagnostic', { previousResultId });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.pull();
    return report.kind === 'full' ? report.items : [];
  }

  hover(position: Position): Promise<Hover | null> {
    return this.ask('textDocument/hover', { position });
  }

  async actions(range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only }) };
    return (await this.ask<CodeAction[] | null>('textDocument/codeAction', { range, context })) ?? [];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.client.connection.sendRequest('codeAction/resolve', action);
  }

  /** The text after an edit, tab stops as a snippet writes them. */
  applied(edit: WorkspaceEdit | undefined): string {
    const edits =
      edit?.changes?.[this.uri] ??
      edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ??
      [];
    return TextDocument.applyEdits(this.document, edits.map(toTextEdit));
  }
}

function toTextEdit(edit: TextEdit | SnippetTextEdit): TextEdit {
  return 'snippet' in edit ? { range: edit.range, newText: edit.snippet.value } : edit;
}
