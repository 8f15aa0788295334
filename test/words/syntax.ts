// Strings and regular expressions of TypeScript, from its syntax tree.
import { parseAst } from 'vitest/node';

/** A node of the tree, as far as it matters here. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function parse(typescript: string): Node {
  return parseAst(typescript, { lang: 'ts' }) as unknown as Node;
}

/** These stand around an expression; every other node of types holds nothing that runs. */
const wrappers = /^TS(?:AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|Enum\w*|ParameterProperty)$/;

/** The nodes below one, types left out. */
export function childrenOf(node: Node): readonly Node[] {
  const children = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return children.filter(
    (child): child is Node => isNode(child) && (!child.type.startsWith('TS') || wrappers.test(child.type)),
  );
}

/** Every node below one, types too. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* everyNode(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** A string literal's text, or that of a template without its places. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateElement') return undefined;
  return (node.value as { readonly cooked: string | null }).cooked ?? '';
}

/** The source of a regular expression literal. */
export function patternOf(node: Node): string | undefined {
  return node.type === 'Literal' ? (node.regex as { readonly pattern: string } | undefined)?.pattern : undefined;
}

/** The name that an identifier, or a key that is written out, stands for. */
export function nameOf(node: unknown): string | undefined {
  const { type, name, value } = (node ?? {}) as { type?: string; name?: unknown; value?: unknown };
  if (type === 'Identifier') return String(name);
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}
