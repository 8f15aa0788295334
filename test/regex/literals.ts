// The regular expressions of a source file, as they are written.
import { transformSync } from 'esbuild';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Behind these a slash begins a regular expression; behind a name, a number or a closing bracket it divides. */
const beforeExpression = /(?:^|[(,=:[!&|?{};<>+\-*%~^]|\b(?:return|typeof|case|of|in|yield|await|void|delete))$/;

/** All regular expression literals of a TypeScript source. */
export function regexLiterals(typescript: string): Pattern[] {
  const { code } = transformSync(typescript, { loader: 'ts', target: 'es2022', legalComments: 'none' });
  const found: Pattern[] = [];
  scan(code, 0, found);
  return found;
}

/** Goes over JavaScript from `at` to its end or, in a template, to the closing brace; returns the place behind. */
function scan(code: string, at: number, found: Pattern[], inTemplate = false): number {
  let before = '';
  let depth = 0;
  while (at < code.length) {
    const char = code.charAt(at);
    if (char === '"' || char === "'") at = skipString(code, at);
    else if (char === '`') at = skipTemplate(code, at, found);
    else if (code.startsWith('//', at)) at = endOf(code, '\n', at);
    else if (code.startsWith('/*', at)) at = endOf(code, '*/', at);
    else if (char === '/' && beforeExpression.test(before.trimEnd().slice(-12))) {
      const literal = literalAt(code, at);
      found.push(literal);
      at += literal.source.length + literal.flags.length + 2;
    } else {
      if (char === '{') depth++;
      if (char === '}' && inTemplate && depth === 0) return at + 1;
      if (char === '}') depth--;
      before = (before + char).slice(-40);
      at++;
      continue;
    }
    before = `${before}x`.slice(-40);
  }
  return at;
}

function skipString(code: string, start: number): number {
  let at = start + 1;
  while (at < code.length && code.charAt(at) !== code.charAt(start)) at += code.charAt(at) === '\\' ? 2 : 1;
  if (at >= code.length) throw new Error(`a string does not end: ${code.slice(start, start + 60)}`);
  return at + 1;
}

function skipTemplate(code: string, start: number, found: Pattern[]): number {
  let at = start + 1;
  while (at < code.length && code.charAt(at) !== '`') {
    if (code.startsWith('${', at)) at = scan(code, at + 2, found, true);
    else at += code.charAt(at) === '\\' ? 2 : 1;
  }
  return at + 1;
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from);
  return end < 0 ? code.length : end + mark.length;
}

function literalAt(code: string, start: number): Pattern {
  let at = start + 1;
  for (let inClass = false; inClass || code.charAt(at) !== '/'; at++) {
    const char = code.charAt(at);
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    if (at >= code.length) throw new Error(`a regular expression does not end: ${code.slice(start, start + 60)}`);
  }
  const flags = /^[a-z]*/.exec(code.slice(at + 1))?.[0] ?? '';
  return { source: code.slice(start + 1, at), flags };
}
