import type { InitializeParams } from 'vscode-languageserver';
import type { ClientOptions } from '../protocol/client-options';

/** What the connected editor can do, read once from its `initialize` request. */
export interface Client extends Required<ClientOptions> {
  readonly pullsDiagnostics: boolean;
  readonly registersDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescriptions: boolean;
  readonly diagnosticData: boolean;
  /** Accepts code actions as objects. Other editors only know commands and get no code actions. */
  readonly codeActions: boolean;
  readonly resolvesEdits: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  readonly preparesRename: boolean;
  readonly nestedSymbols: boolean;
  readonly wholeLineFolds: boolean;
  readonly foldLimit: number;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  /** Sends changes of files that it was not configured for, if asked. */
  readonly registersTexts: boolean;
  readonly configurationEvents: boolean;
  readonly folderEvents: boolean;
  readonly refreshesPages: boolean;
  readonly refreshesHints: boolean;
  readonly snippetCompletions: boolean;
  readonly markdownCompletions: boolean;
  readonly labelDetails: boolean;
  readonly preselects: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument = {}, workspace = {} } = capabilities;
  const asked = isObject(initializationOptions) ? (initializationOptions as ClientOptions) : {};
  const published = textDocument.publishDiagnostics ?? {};
  const pulled = textDocument.diagnostic;
  const can = (key: 'relatedInformation' | 'codeDescriptionSupport' | 'dataSupport'): boolean =>
    published[key] === true || pulled?.[key] === true;
  const action = textDocument.codeAction;
  const completion = textDocument.completion?.completionItem;
  return {
    letterState: asked.letterState === true,
    cursor: asked.cursor === true,
    commands: asked.commands === true,
    files: asked.files === true,
    snippets: asked.snippets === true,
    pullsDiagnostics: pulled !== undefined,
    registersDiagnostics: pulled?.dynamicRegistration === true,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace.semanticTokens?.refreshSupport === true,
    refreshesLenses: workspace.codeLens?.refreshSupport === true,
    relatedInformation: can('relatedInformation'),
    codeDescriptions: can('codeDescriptionSupport'),
    diagnosticData: can('dataSupport'),
    codeActions: action?.codeActionLiteralSupport !== undefined,
    resolvesEdits: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    preferredActions: action?.isPreferredSupport === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace.workspaceEdit?.snippetEditSupport === true,
    markdownHover: textDocument.hover?.contentFormat?.includes('markdown') === true,
    preparesRename: textDocument.rename?.prepareSupport === true,
    nestedSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    wholeLineFolds: textDocument.foldingRange?.lineFoldingOnly === true,
    foldLimit: textDocument.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    configuration: workspace.configuration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    registersTexts: textDocument.synchronization?.dynamicRegistration === true,
    folderEvents: workspace.workspaceFolders === true,
    configurationEvents: workspace.didChangeConfiguration?.dynamicRegistration === true,
    pages: asked.pages === true || workspace.textDocumentContent !== undefined,
    refreshesPages: workspace.textDocumentContent !== undefined,
    refreshesHints: workspace.inlayHint?.refreshSupport === true,
    snippetCompletions: completion?.snippetSupport === true,
    markdownCompletions: completion?.documentationFormat?.includes('markdown') === true,
    labelDetails: completion?.labelDetailsSupport === true,
    preselects: completion?.preselectSupport === true,
    definitionLinks: textDocument.definition?.linkSupport === true,
    linkTooltips: textDocument.documentLink?.tooltipSupport === true,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
