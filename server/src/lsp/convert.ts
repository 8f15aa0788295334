/** Converts plain objects of the core to LSP shapes and back. */
import {
  type CodeLens,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  type Hover as LspHover,
  MarkupKind,
  type Position,
  type Range,
  type SelectionRange,
  type SnippetTextEdit,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type FixEdit,
  type Highlight,
  type Hover,
  type Lens,
  type LineAddress,
  lineAt,
  type OutlineEntry,
  type OutlineKind,
  offsetAt,
  type PageAddress,
  type TextEdit as PlainEdit,
  type Problem,
  positionAt,
  type Severity,
  type SourceText,
  type Span,
  toMarkdown,
  toPlainCard,
  toSnippet,
} from '../core/index';
import { clientCommands } from '../protocol/commands';
import { pageScheme } from '../protocol/pages';
import type { Client } from './client';
import { shownSpan } from './shown-span';

/** A version of a letter, to which positions refer. */
export interface Place {
  readonly uri: string;
  readonly version: number;
  readonly source: SourceText;
}

export function toRange(source: SourceText, { start, end }: Span): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

export function toSpan(source: SourceText, { start, end }: Range): Span {
  const from = offsetAt(source, start);
  return { start: from, end: Math.max(from, offsetAt(source, end)) };
}

export function toOffset(source: SourceText, position: Position): number {
  return offsetAt(source, position);
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(problem: Problem, { uri, version, source }: Place, client: Client): Diagnostic {
  const related = client.relatedInformation ? problem.related : undefined;
  return {
    range: toRange(source, shownSpan(source, problem.span)),
    severity: severities[problem.severity],
    code: problem.code,
    ...(client.codeDescriptions && client.pages && { codeDescription: { href: pageAddress(`rule/${problem.code}`) } }),
    source: 'imr',
    message: problem.message,
    ...(related && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri, range: toRange(source, span) },
        message,
      })),
    }),
    ...(client.diagnosticData && { data: { version } }),
  };
}

/** Returns the address of one of our pages: `imr-library:/rule/IMR301.md`. */
export function pageAddress(page: string): string {
  return `${pageScheme}:/${encodeURI(page)}.md`;
}

/** Returns whether a kind of code action is, or is below, the kind wanted: `source.fixAll.imr` is below `source`. */
export function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** How this client follows a Markdown link to one of our pages: by our command, by address, or not at all. */
export function pageLinks(client: Client): PageAddress {
  if (!client.pages) return undefined;
  if (!client.commands) return pageAddress;
  return (page) => `command:${clientCommands.openPage}?${encodeURIComponent(JSON.stringify([pageAddress(page)]))}`;
}

/** How this client follows a Markdown link to a line of the letter: by our command or by a URI fragment. */
function lineLinks(uri: string, client: Client): LineAddress {
  if (!client.commands) return (line) => `${uri}#L${line}`;
  return (line) => `command:${clientCommands.showLine}?${encodeURIComponent(JSON.stringify([uri, line]))}`;
}

/** Converts edits of one version of a letter. Places to fill in become tab stops if the client supports them. */
export function toWorkspaceEdit(edits: readonly FixEdit[], place: Place, client: Client): WorkspaceEdit {
  const plain = edits.map((edit) => toTextEdit(edit, place.source));
  if (!client.versionedEdits) return { changes: { [place.uri]: plain } };
  const { uri, version } = place;
  return { documentChanges: [{ textDocument: { uri, version }, edits: withSnippet(edits, plain, place, client) }] };
}

export function toTextEdit({ span, newText }: PlainEdit, source: SourceText): TextEdit {
  return { range: toRange(source, span), newText };
}

/** Only a single edit may have tab stops, because tab stops of two edits would share numbers and be linked. */
function withSnippet(
  edits: readonly FixEdit[],
  plain: TextEdit[],
  { source }: Place,
  client: Client,
): (TextEdit | SnippetTextEdit)[] {
  const withPlaces = edits.filter(({ snippet }) => snippet !== undefined);
  const only = withPlaces[0];
  if (!client.snippetEdits || withPlaces.length !== 1 || !only?.snippet) return plain;
  const { span, snippet } = only;
  const interactive = {
    range: toRange(source, span),
    snippet: { kind: 'snippet' as const, value: toSnippet(snippet) },
  };
  return plain.map((edit, i) => (edits[i] === only ? interactive : edit));
}

export function toHover({ span, card }: Hover, { uri, source }: Place, client: Client): LspHover {
  const range = toRange(source, span);
  if (!client.markdownHover) return { contents: { kind: MarkupKind.PlainText, value: toPlainCard(card) }, range };
  const value = toMarkdown(card, pageLinks(client), lineLinks(uri, client));
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

export function toDocumentHighlight({ span, isDefinition }: Highlight, source: SourceText): DocumentHighlight {
  const kind = isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  return { range: toRange(source, span), kind };
}

export function toCodeLens({ span, title, block }: Lens, { uri, source }: Place, client: Client): CodeLens {
  // A lens is one line. For clients other than ours, it is plain text.
  const range = toRange(source, { start: span.start, end: span.start });
  const showLedger = { title, command: clientCommands.showLedger, arguments: [uri, block] };
  return { range, command: client.commands ? showLedger : { title, command: '' } };
}

const symbolKinds: Record<OutlineKind, SymbolKind> = {
  letter: SymbolKind.File,
  header: SymbolKind.Struct,
  section: SymbolKind.Module,
  block: SymbolKind.Class,
  field: SymbolKind.Field,
};

export function toDocumentSymbol(entry: OutlineEntry, source: SourceText): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: symbolKinds[entry.kind],
    range: toRange(source, entry.span),
    selectionRange: toRange(source, entry.selection),
    children: entry.children.map((child) => toDocumentSymbol(child, source)),
  };
}

/** The outline as a flat list, for clients without nesting: each entry names its container. */
export function toSymbolRow(entry: OutlineEntry, place: Place, container?: string): SymbolInformation[] {
  const { uri, source } = place;
  const own: SymbolInformation = {
    name: entry.detail === '' ? entry.name : `${entry.name} — ${entry.detail}`,
    kind: symbolKinds[entry.kind],
    location: { uri, range: toRange(source, entry.span) },
    ...(container !== undefined && { containerName: container }),
  };
  return [own, ...entry.children.flatMap((child) => toSymbolRow(child, place, entry.name))];
}

export function toFoldingRange(source: SourceText, span: Span, client: Client): FoldingRange {
  if (client.wholeLineFolds) return { startLine: lineAt(source, span.start), endLine: lineAt(source, span.end) };
  const { start, end } = toRange(source, span);
  return { startLine: start.line, startCharacter: start.character, endLine: end.line, endCharacter: end.character };
}

/** Nests `spans`, from innermost to outermost. At least one is needed. */
export function toSelectionRange(source: SourceText, spans: readonly Span[]): SelectionRange {
  const [outermost, ...inner] = [...spans].reverse().map((span) => toRange(source, span));
  const whole: SelectionRange = { range: outermost ?? toRange(source, { start: 0, end: 0 }) };
  return inner.reduce<SelectionRange>((parent, range) => ({ range, parent }), whole);
}
