// Tree and model of the fictional letters as they are checked in; `npx vitest run test/letters/golden.test.ts -u` writes them
// anew, and the difference is to be reviewed as behavior.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, readLetter, type SyntaxNode } from '../../server/src/core/index';
import { toParsedLetter } from '../../server/src/documents/parsed-letter';
import { fictionalLetters } from './fictional';

describe.each(fictionalLetters().map((letter) => [letter.name, letter] as const))('%s', (name, { text }) => {
  const letter = readLetter(text, builtinForms);
  const golden = `golden/${name.replace(/\.txt$/, '')}`;

  it('has its tree', async () => {
    await expect(`${drawTree(letter.tree, text)}\n`).toMatchFileSnapshot(`${golden}.tree`);
  });

  it('has its model', async () => {
    const model = { schemaVersion: 1, path: name, ...toParsedLetter(askAbout(letter, builtinLibrary)) };
    await expect(`${JSON.stringify(model, placesOnOneLine, 2)}\n`).toMatchFileSnapshot(`${golden}.model`);
  });
});

/** A line a node: kind, role, span, and the text of a leaf, shortened. */
function drawTree(node: SyntaxNode, text: string, indent = ''): string {
  const { kind, role, misspelled, start, end, children } = node;
  const name = [kind, role, misspelled && 'misspelled'].filter(Boolean).join(' ');
  const leaf = children.length === 0 && end > start ? ` ${JSON.stringify(shorten(text.slice(start, end)))}` : '';
  const line = `${indent}${name} ${start}-${end}${leaf}`;
  return [line, ...children.map((child) => drawTree(child, text, `${indent}  `))].join('\n');
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`;
}

/** `line:character (offset)`, so that a snapshot is read rather than scrolled through. */
function placesOnOneLine(_key: string, value: unknown): unknown {
  const place = value as { line?: number; character?: number; offset?: number } | null;
  return place?.offset === undefined ? value : `${place.line}:${place.character} (${place.offset})`;
}
