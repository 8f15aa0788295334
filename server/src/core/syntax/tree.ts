import { type OffsetMap, sourceSpan } from '../text/offset-map';
import type { Span } from '../text/span';
import { skipSpace, skipSpaceBack } from '../text/white-space';
import type { FieldKind, HeaderKey, SectionKind } from './form';

/**
 * The lossless tree: the leaves, joined in order, are the source, byte for byte. Inner nodes cover their children.
 * A part that the form asks for and the letter lacks is an empty node where it belongs.
 */
export type NodeKind =
  | 'letter'
  | 'preamble'
  | 'header'
  | 'header-label'
  | 'header-value'
  | 'section'
  | 'section-heading'
  | 'lead'
  | 'block'
  | 'heading'
  | 'item'
  | 'colon'
  | 'outcome'
  | 'field'
  | 'label'
  | 'prose'
  | 'trivia';

export interface SyntaxNode extends Span {
  readonly kind: NodeKind;
  /** Section kind, field kind or header key. */
  readonly role?: SectionKind | FieldKind | HeaderKey;
  /** The text was taken for this part although it is not spelled so. */
  readonly misspelled?: true;
  readonly children: readonly SyntaxNode[];
}

/** A node before its gaps are filled. */
export interface NodeDraft extends Span {
  readonly kind: NodeKind;
  readonly role?: SectionKind | FieldKind | HeaderKey | undefined;
  readonly misspelled?: boolean | undefined;
  readonly children?: readonly NodeDraft[];
}

/**
 * Completes a draft: stretches that no child covers become `prose` or `trivia` leaves.
 * Children must be sorted, disjoint and inside their parent; anything else is clipped, so no input breaks the tree.
 */
export function completeTree(source: string, draft: NodeDraft): SyntaxNode {
  return completeWithin(source, draft, draft.start, draft.end);
}

/** Turns a tree of a normalized text into one of its source. What the normalized text leaves out between two nodes becomes trivia. */
export function treeOfSource(tree: SyntaxNode, map: OffsetMap, length: number): SyntaxNode {
  return inSource(tree, map, 0, length);
}

function completeWithin(source: string, draft: NodeDraft, start: number, end: number): SyntaxNode {
  const children: SyntaxNode[] = [];
  let at = start;
  for (const child of draft.children ?? []) {
    const childStart = Math.min(Math.max(child.start, at), end);
    const childEnd = Math.min(Math.max(child.end, childStart), end);
    fillGap(source, at, childStart, children);
    children.push(completeWithin(source, child, childStart, childEnd));
    at = childEnd;
  }
  if (draft.children !== undefined) fillGap(source, at, end, children);
  return node(draft, start, end, children);
}

function node({ kind, role, misspelled }: NodeDraft, start: number, end: number, children: SyntaxNode[]): SyntaxNode {
  if (misspelled) return { kind, start, end, role, misspelled, children };
  return role ? { kind, start, end, role, children } : { kind, start, end, children };
}

function fillGap(source: string, start: number, end: number, into: SyntaxNode[]): void {
  if (start >= end) return;
  const first = skipSpace(source, start, end);
  const last = skipSpaceBack(source, end, first);
  if (first === end) {
    into.push(leaf('trivia', start, end));
    return;
  }
  if (first > start) into.push(leaf('trivia', start, first));
  into.push(leaf('prose', first, last));
  if (last < end) into.push(leaf('trivia', last, end));
}

function inSource(draft: SyntaxNode, map: OffsetMap, start: number, end: number): SyntaxNode {
  const children: SyntaxNode[] = [];
  let at = start;
  draft.children.forEach((child) => {
    const span = sourceSpan(map, child);
    const childStart = Math.min(Math.max(span.start, at), end);
    const childEnd = Math.min(Math.max(span.end, childStart), end);
    if (at < childStart) addTrivia(children, at, childStart);
    if (child.kind === 'trivia') addTrivia(children, childStart, childEnd);
    else children.push(inSource(child, map, childStart, childEnd));
    at = childEnd;
  });
  if (children.length > 0 && at < end) addTrivia(children, at, end);
  return node(draft, start, end, children);
}

function addTrivia(into: SyntaxNode[], start: number, end: number): void {
  const last = into.at(-1);
  if (last?.kind === 'trivia' && last.end === start) into[into.length - 1] = leaf('trivia', last.start, end);
  else if (start < end) into.push(leaf('trivia', start, end));
}

function leaf(kind: NodeKind, start: number, end: number): SyntaxNode {
  return { kind, start, end, children: [] };
}

export function* leaves(node: SyntaxNode): Generator<SyntaxNode> {
  if (node.children.length === 0) yield node;
  for (const child of node.children) yield* leaves(child);
}

export function childOf(node: SyntaxNode, kind: NodeKind): SyntaxNode | undefined {
  return node.children.find((child) => child.kind === kind);
}

export function childrenOf(node: SyntaxNode, kind: NodeKind): SyntaxNode[] {
  return node.children.filter((child) => child.kind === kind);
}

/** The path from the root to the deepest node that holds `offset`; of two that touch it, the one that begins there. */
export function pathAt(root: SyntaxNode, offset: number): SyntaxNode[] {
  const path = [root];
  let node: SyntaxNode | undefined = root;
  while (node) {
    const holding: SyntaxNode[] = node.children.filter((c) => c.start <= offset && offset <= c.end);
    node = holding.findLast((c) => c.start < c.end) ?? holding.at(-1);
    if (node) path.push(node);
  }
  return path;
}
