import { type Document, isSeq, parseDocument } from 'yaml';
import { type Rule, ruleNamed } from '../core/index';

/** Returns the text of a configuration with a rule off, comments and order kept; undefined for a broken one. */
export function switchOff(text: string, rule: Rule): string | undefined {
  return editConfig(text, (content, document) => {
    const rules: unknown = content.rules ?? {};
    if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return undefined;
    const key = Object.keys(rules).find((name) => ruleNamed(name, [rule])) ?? rule.name;
    if (content.rules === null) document.set('rules', document.createNode({}));
    document.setIn(['rules', key], 'off');
    return { ...content, rules: { ...rules, [key]: 'off' } };
  });
}

/** Returns the text of a configuration with a word more that is spelled right, comments and order kept; undefined for a broken one. */
export function addWord(text: string, word: string): string | undefined {
  return editConfig(text, (content, document) => {
    const words: unknown = content.words ?? [];
    if (!Array.isArray(words)) return undefined;
    const isThere = words.some((each) => typeof each === 'string' && each.toLowerCase() === word.toLowerCase());
    if (isThere) return content;
    const list = document.get('words', true);
    if (isSeq(list)) list.add(document.createNode(word));
    else document.set('words', document.createNode([...words, word]));
    return { ...content, words: [...words, word] };
  });
}

type Content = Readonly<Record<string, unknown>>;

/** `change` edits a YAML document and returns its new content, for a file in JSON; undefined where the file is broken. */
function editConfig(
  text: string,
  change: (content: Content, document: Document) => Content | undefined,
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  const changed = change(content as Content, document);
  if (changed === undefined) return undefined;
  const isJson = /^\s*\{/.test(text);
  return isJson ? `${JSON.stringify(changed, null, 2)}\n` : document.toString({ lineWidth: 0 });
}
