// What code must leave to the packs and forms: names of drugs and guidelines, ids of entries, parties, years, and wordings in
// expressions.
import { type CodeText, codeTexts, wordsIn } from '../words/count';
import { everyNode, type Node, nameOf, parse } from '../words/syntax';

export type DomainKind = 'drug' | 'guideline' | 'entry' | 'party' | 'year' | 'form' | 'wording';

/** Something of the field that stands in code. */
export interface DomainFinding {
  readonly kind: DomainKind;
  /** From 1. */
  readonly line: number;
  /** The name, the year, the comparison, or the expression. */
  readonly what: string;
  /** Of a wording: how many English words it holds. */
  readonly words?: number;
}

/** Names by what they are names of; `entry`: ids. */
export type DomainNames = Readonly<Record<NameKind | 'entry', readonly string[]>>;

type NameKind = 'drug' | 'guideline' | 'party';

/** An expression may hold so many English words: grammar needs a few. */
export const fewWords = 5;

export function domainFindings(typescript: string, { entry, ...names }: DomainNames): readonly DomainFinding[] {
  const entries = new Set(entry);
  const lineOf = (start: number): number => typescript.slice(0, start).split('\n').length;
  const found: DomainFinding[] = [];
  for (const text of codeTexts(typescript)) {
    const line = lineOf(text.start);
    const plain = plainOf(text);
    for (const [kind, list] of Object.entries(names) as [NameKind, readonly string[]][])
      for (const name of list) if (holdsName(plain, name, kind === 'party')) found.push({ kind, line, what: name });
    for (const [year] of plain.matchAll(/(?<![\d.])(?:19|20)\d\d(?![\d.])/g))
      found.push({ kind: 'year', line, what: year });
    if (text.isPattern && wordsIn(text) > fewWords)
      found.push({ kind: 'wording', line, what: text.text, words: wordsIn(text) });
  }
  for (const node of everyNode(parse(typescript))) {
    const line = lineOf((node.start as number | undefined) ?? 0);
    if (comparesForm(node))
      found.push({ kind: 'form', line, what: typescript.slice(node.start as number, node.end as number) });
    if (node.type === 'Literal' && typeof node.value === 'string' && entries.has(node.value))
      found.push({ kind: 'entry', line, what: node.value });
    if (node.type === 'Literal' && typeof node.value === 'number' && node.value >= 1900 && node.value < 2100)
      found.push({ kind: 'year', line, what: String(node.value) });
  }
  return found;
}

/** An expression without its syntax, so that `Low Backs?` is read as "Low Back". */
function plainOf({ text, isPattern }: CodeText): string {
  return isPattern ? text.replace(/\\[a-zA-Z]|\[[^\]]*\]|\(\?[:=!<]*/g, ' ').replace(/[?*+]/g, '') : text;
}

function holdsName(text: string, name: string, isExact: boolean): boolean {
  const at = isExact ? text.indexOf(name) : text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  const isLetter = (char: string): boolean => /[A-Za-z]/.test(char);
  return !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length));
}

/** `form.id === …`, `letter.form.id !== …`. */
function comparesForm(node: Node): boolean {
  if (node.type !== 'BinaryExpression') return false;
  return [node.left, node.right].some((side) => {
    const { type, object, property } = (side ?? {}) as { type?: string; object?: Node; property?: Node };
    if (type !== 'MemberExpression' || nameOf(property) !== 'id') return false;
    return nameOf(object) === 'form' || nameOf(object?.property) === 'form';
  });
}
