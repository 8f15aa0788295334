/** The part of `convert.ts` for lookups: completions, pages, links, hints, and symbols of a folder. */
import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentLink,
  InsertTextFormat,
  type Location,
  type LocationLink,
  type InlayHint as LspInlayHint,
  type MarkupContent,
  MarkupKind,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import {
  type Card,
  type Completion,
  type CompletionKind,
  type CompletionSubject,
  type Definition,
  type InlayHint,
  type PageLink,
  type PublicLink,
  pathOf,
  positionAt,
  type SourceText,
  toMarkdown,
  toPlainCard,
  toPlainText,
  toSnippet,
} from '../core/index';
import type { Client } from './client';
import { type Place, pageAddress, pageLinks, toRange } from './convert';
import type { IndexedLetter } from './folder-index';

const completionKinds: Record<CompletionKind, CompletionItemKind> = {
  outcome: CompletionItemKind.EnumMember,
  citation: CompletionItemKind.Reference,
  sentence: CompletionItemKind.Text,
  rationale: CompletionItemKind.Snippet,
  drug: CompletionItemKind.Constant,
  treatment: CompletionItemKind.Value,
  item: CompletionItemKind.Value,
  heading: CompletionItemKind.Module,
  label: CompletionItemKind.Field,
  snippet: CompletionItemKind.Snippet,
};

/** Identifies a completion when the client asks to resolve it. */
export interface CompletionData {
  readonly uri: string;
  readonly about?: CompletionSubject;
}

/** `order` is the place in the list; without it clients sort by name. */
export function toCompletionItem(
  item: Completion,
  order: number,
  { uri, source }: Place,
  client: Client,
): CompletionItem {
  const { kind, label, detail, span, parts, filter, about } = item;
  const data: CompletionData = { uri, ...(about && { about }) };
  const isSnippet = client.snippetCompletions && parts.some((part) => typeof part !== 'string');
  return {
    label,
    kind: completionKinds[kind],
    ...(detail && (client.labelDetails ? { labelDetails: { description: detail } } : { detail })),
    sortText: String(order).padStart(4, '0'),
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(source, span), newText: isSnippet ? toSnippet(parts) : toPlainText(parts) },
    ...(order === 0 && client.preselects && { preselect: true }),
    data,
  };
}

export function toDocumentation(card: Card, client: Client): MarkupContent {
  if (!client.markdownCompletions) return { kind: MarkupKind.PlainText, value: toPlainCard(card) };
  return { kind: MarkupKind.Markdown, value: toMarkdown(card, pageLinks(client)) };
}

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function toDefinition(
  { span, pages }: Definition,
  source: SourceText,
  client: Client,
): LocationLink[] | Location[] {
  const addresses = pages.map((page) => pageAddress(pathOf(page)));
  if (!client.definitionLinks) return addresses.map((uri) => ({ uri, range: top }));
  const originSelectionRange = toRange(source, span);
  return addresses.map((targetUri) => ({
    originSelectionRange,
    targetUri,
    targetRange: top,
    targetSelectionRange: top,
  }));
}

export function toPublicLink({ span, address, tooltip }: PublicLink, source: SourceText, client: Client): DocumentLink {
  return { range: toRange(source, span), target: address, ...(client.linkTooltips && { tooltip }) };
}

export function toPageLink({ span, page, address }: PageLink, source: SourceText): DocumentLink {
  return { range: toRange(source, span), target: page === undefined ? address : pageAddress(page) };
}

export function toInlayHint({ offset, label, tooltip }: InlayHint, source: SourceText): LspInlayHint {
  return { position: positionAt(source, offset), label, tooltip, paddingLeft: true };
}

const symbolKinds: Record<IndexedLetter['symbols'][number]['kind'], SymbolKind> = {
  item: SymbolKind.Class,
  guideline: SymbolKind.Interface,
  drug: SymbolKind.Constant,
};

export function toFolderSymbol({ uri }: IndexedLetter, symbol: IndexedLetter['symbols'][number]): SymbolInformation {
  const { kind, name, detail, range } = symbol;
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const containerName = `${detail} · ${file}`;
  return { name, kind: symbolKinds[kind], location: { uri, range }, containerName };
}
