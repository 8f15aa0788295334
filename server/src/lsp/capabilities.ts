import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../core/index';
import { serverCommands } from '../protocol/commands';
import { pageScheme } from '../protocol/pages';
import type { Client } from './client';
import { fixAllKind } from './handlers/code-actions';
import { triggerCharacters } from './handlers/completion';
import { diagnosticOptions } from './handlers/diagnostics';

/** Returns the capabilities that the server offers this client. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, willSave: true, save: true },
    documentSymbolProvider: { label: 'IMR' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters, resolveProvider: true, completionItem: { labelDetailsSupport: true } },
    definitionProvider: client.pages,
    referencesProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    inlineCompletionProvider: true,
    workspaceSymbolProvider: true,
    documentHighlightProvider: true,
    linkedEditingRangeProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeLensProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: client.resolvesEdits,
    },
    ...(!client.commands && { executeCommandProvider: { commands: [serverCommands.explain] } }),
    ...(client.pullsDiagnostics && !client.registersDiagnostics && { diagnosticProvider: diagnosticOptions(true) }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      textDocumentContent: { schemes: [pageScheme] },
    },
  };
}
