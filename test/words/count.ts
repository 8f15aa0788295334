// Counts the English words in code: the language of the domain that belongs into data.
import { childrenOf, everyNode, type Node, nameOf, parse, patternOf, textOf } from './syntax';

export interface WordCount {
  /** In regular expression literals and in what `RegExp` is called with. */
  readonly patterns: number;
  /** In other strings. */
  readonly strings: number;
}

/** What people read, and what names a rule: no language that a letter is searched for. */
const toldIn = new Set('message help title summary examples why repair description mustSay code name rule'.split(' '));
const errors = /Error$/;

/** The string literal types of a source: ids, which are no words where they stand as values. */
export function idsIn(typescript: string): readonly string[] {
  return [...everyNode(parse(typescript))].flatMap((node) =>
    node.type === 'TSLiteralType' ? (textOf(node.literal as Node) ?? []) : [],
  );
}

/** A string or an expression of the code that is told to nobody. */
export interface CodeText {
  readonly text: string;
  /** A regular expression, or a part of what `RegExp` is called with. */
  readonly isPattern: boolean;
  /** Where it stands in the source, in UTF-16 units. */
  readonly start: number;
}

/** The strings and regular expressions of a source, those left out that people read. */
export function codeTexts(typescript: string): readonly CodeText[] {
  const program = parse(typescript);
  const told = toldNames(program);
  const found: CodeText[] = [];
  visit(program, { isTold: false, isPattern: false });
  return found;

  function visit(node: Node, { isTold, isPattern }: { isTold: boolean; isPattern: boolean }): void {
    if (/^(?:Import|ExportAll)/.test(node.type)) return;
    const pattern = patternOf(node);
    const text = pattern ?? textOf(node);
    const isExpression = pattern !== undefined || isPattern;
    if (text !== undefined && (isExpression || !isTold))
      found.push({ text, isPattern: isExpression, start: node.start as number });
    const inside = {
      isTold: isTold || isToldPlace(node, told),
      isPattern: isPattern || (isCall(node) && nameOf(node.callee) === 'RegExp'),
    };
    for (const child of childrenOf(node)) if (!isKey(node, child)) visit(child, inside);
  }
}

/** `ids` are strings that count nowhere. Words are runs of three letters or more. */
export function countWords(typescript: string, ids: ReadonlySet<string>): WordCount {
  const texts = codeTexts(typescript);
  const sum = (of: readonly CodeText[]): number => of.reduce((total, text) => total + wordsIn(text), 0);
  return {
    patterns: sum(texts.filter(({ isPattern }) => isPattern)),
    strings: sum(texts.filter(({ isPattern, text }) => !isPattern && !ids.has(text))),
  };
}

export function wordsIn({ text, isPattern }: CodeText): number {
  return isPattern ? wordsOfPattern(text) : wordsOf(text);
}

/**
 * The names of all variables and functions of a file that its messages, titles … are made of, so that a part of a message that is
 * worked out elsewhere is none of the words.
 */
function toldNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>(toldIn);
  for (let before = 0; before < names.size; ) {
    before = names.size;
    for (const node of everyNode(program)) {
      if (!isToldPlace(node, names)) continue;
      for (const part of everyNode((node.value ?? node.init ?? node.body ?? node) as Node)) {
        if (part.type === 'CallExpression' || part.type === 'TemplateLiteral') addNames(part, names);
        // `examples: { bad: [{ header: headerOfYear }] }`: what an example is made of.
        if (nameOf(node.key) === 'examples' && part.type === 'Identifier') names.add(nameOf(part) ?? '');
      }
    }
  }
  return names;
}

/** The functions called, and the variables that stand in a template. */
function addNames(node: Node, names: Set<string>): void {
  const parts = node.type === 'CallExpression' ? [node.callee] : (node.expressions as readonly Node[]);
  for (const name of parts.map(nameOf)) if (name !== undefined) names.add(name);
}

function isToldPlace(node: Node, told: ReadonlySet<string>): boolean {
  if (node.type === 'Property') return toldIn.has(nameOf(node.key) ?? '');
  if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') return told.has(nameOf(node.id) ?? '');
  return node.type === 'NewExpression' && errors.test(nameOf(node.callee) ?? '');
}

function isCall({ type }: Node): boolean {
  return type === 'CallExpression' || type === 'NewExpression';
}

/** A key that is written out is a name. */
function isKey(node: Node, child: Node): boolean {
  return node.key === child && node.computed !== true;
}

function wordsOf(text: string): number {
  return text.match(/[A-Za-z]{3,}/g)?.length ?? 0;
}

/** What the syntax of expressions writes with letters is no word; a class or a mark of repetition does not part one. */
function wordsOfPattern(source: string): number {
  const words = source
    .replace(/\\(?:[pPuxk](?:\{[^}]*\}|<[^>]*>|[\da-fA-F]{2,4})|.)/g, ' ')
    .replace(/\(\?<\w+>/g, '(')
    .replace(/\[[^\]]*\]|\{\d+(?:,\d*)?\}|[?*+]/g, '');
  return wordsOf(words);
}
