// Colors a text as VS Code does before the server is up: with its own engine, over syntaxes/imr.tmLanguage.json.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { readProjectFile } from '../project';

const path = 'syntaxes/imr.tmLanguage.json';

/** One colored piece of a line. `scopes` are those beside the root's, outermost first. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Loads the grammar and gives a function from text to its colored pieces, white space and plain prose left out. */
export async function loadTokenizer(): Promise<(text: string) => readonly Piece[]> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readProjectFile(path), path),
  });
  const grammar = await registry.loadGrammar('text.imr');
  if (!grammar) throw new Error(`${path} is no grammar`);
  return (text) => {
    let state = INITIAL;
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .map(({ startIndex, endIndex, scopes }) => ({
          line: index,
          text: line.slice(startIndex, endIndex).trim(),
          scopes: scopes.slice(1),
        }))
        .filter((piece) => piece.text !== '' && piece.scopes.length > 0);
    });
  };
}
