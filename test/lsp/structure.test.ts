import { afterEach, describe, expect, it } from 'vitest';
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { tokenModifiers, tokenTypes } from '../../server/src/core/index';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutConclusion } from './letters';

let client: TestClient;
const open = async (text: string, capabilities = fullCapabilities) => {
  client = await connect({ capabilities });
  return OpenLetter.open(client, text);
};
afterEach(() => client.close());

const rows = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
    ...rows(children ?? [], depth + 1),
  ]);

describe('document symbols', () => {
  it('show sections, decisions with outcome and open points, and fields', async () => {
    const letter = await open(withoutConclusion);
    const symbols = await letter.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(rows(symbols)).toEqual([
      'CM17-0999999 | Determination of 2015 and later (year and sections)',
      '  Case header',
      '  HOW THE IMR FINAL DETERMINATION WAS MADE',
      '  CLINICAL CASE SUMMARY',
      '  IMR ISSUES, DECISIONS AND RATIONALES | 2 decisions',
      '    Soma 350 mg #90 | Upheld · 1 error',
      '      Claims Administrator guideline | Chronic Pain Medical Treatment 2016',
      '      MAXIMUS guideline | Chronic Pain Medical Treatment 2016',
      '      Decision rationale | 24 words',
      '    Physical therapy of the left knee 2 times a week for 4 weeks | Overturned · complete',
      '      Claims Administrator guideline | Knee Complaints 2004',
      '      MAXIMUS guideline | Knee Complaints 2004',
      '      Decision rationale | 37 words',
    ]);
  });

  it('have ranges that hold their selection and their children', async () => {
    const letter = await open(withoutConclusion);
    const check = ({ range, selectionRange, children }: DocumentSymbol): void => {
      const inside = [selectionRange, ...(children ?? []).map((child) => child.range)];
      const [start, end] = [letter.document.offsetAt(range.start), letter.document.offsetAt(range.end)];
      for (const inner of inside) {
        expect(letter.document.offsetAt(inner.start)).toBeGreaterThanOrEqual(start);
        expect(letter.document.offsetAt(inner.end)).toBeLessThanOrEqual(end);
      }
      children?.forEach(check);
    };
    (await letter.ask<DocumentSymbol[]>('textDocument/documentSymbol')).forEach(check);
  });

  it('are a row for a client without nesting', async () => {
    const letter = await open(twoDecisions, {});
    const symbols = await letter.ask<SymbolInformation[]>('textDocument/documentSymbol');
    const block = symbols.find(({ name }) => name.startsWith('Soma'));
    expect(block).toMatchObject({
      name: 'Soma 350 mg #90 — Upheld · complete',
      containerName: 'IMR ISSUES, DECISIONS AND RATIONALES',
      location: { uri: letter.uri },
    });
  });
});

describe('folding ranges', () => {
  it('keep the line with the outcome to be seen and fold what follows', async () => {
    const letter = await open(twoDecisions);
    const folds = await letter.ask<FoldingRange[]>('textDocument/foldingRange');
    const lines = twoDecisions.split('\n');
    const first = folds.map(({ startLine, endLine }) => [lines[startLine], lines[endLine]]);
    expect(first).toContainEqual([
      'Soma 350 mg #90: Upheld',
      'taken regularly it should be weaned. The request for Soma 350 mg #90 is not medically necessary.',
    ]);
    expect(new Set(folds.map(({ startLine }) => startLine)).size).toBe(folds.length);
  });

  it('are as many as the client takes', async () => {
    const letter = await open(twoDecisions, { textDocument: { foldingRange: { rangeLimit: 2 } } });
    expect(await letter.ask<FoldingRange[]>('textDocument/foldingRange')).toHaveLength(2);
  });
});

describe('selection ranges', () => {
  it('grow from sentence to field, block, section and letter', async () => {
    const letter = await open(twoDecisions);
    const positions = [letter.positionOf('no gain from it')];
    const [selection] = await letter.ask<SelectionRange[]>('textDocument/selectionRange', { positions });
    const texts: string[] = [];
    for (let at = selection; at; at = at.parent) texts.push(letter.textAt(at.range));
    expect(texts.map((text) => text.slice(0, 24).replace(/\s+/g, ' '))).toEqual([
      'The MTUS does not recomm',
      'The MTUS does not recomm',
      'Decision rationale: The ',
      'Soma 350 mg #90: Upheld ',
      'Soma 350 mg #90: Upheld ',
      'The Final Determination ',
      'IMR ISSUES, DECISIONS AN',
      'Case Number: CM17-099',
    ]);
    expect(texts.map((text) => text.length)).toEqual(texts.map((text) => text.length).toSorted((a, b) => a - b));
  });
});

describe('semantic tokens', () => {
  const decode = (letter: OpenLetter, data: readonly number[]) => {
    const tokens: { text: string; type: string | undefined; modifiers: string[] }[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const range = { start: { line, character }, end: { line, character: character + length } };
      tokens.push({
        text: letter.textAt(range),
        type: tokenTypes[type],
        modifiers: tokenModifiers.filter((_, bit) => bits & (1 << bit)),
      });
    }
    return tokens;
  };

  it('tell headings, items by outcome, labels, guidelines, conclusions and drugs', async () => {
    const letter = await open(twoDecisions);
    const { data } = await letter.ask<SemanticTokens>('textDocument/semanticTokens/full');
    const tokens = decode(letter, data);
    expect(tokens).toContainEqual({ text: 'CLINICAL CASE SUMMARY', type: 'heading', modifiers: [] });
    expect(tokens).toContainEqual({ text: 'Soma 350 mg #90', type: 'item', modifiers: ['upheld'] });
    expect(tokens).toContainEqual({ text: 'Overturned', type: 'outcome', modifiers: ['overturned'] });
    expect(tokens).toContainEqual({ text: 'Decision rationale:', type: 'label', modifiers: [] });
    expect(tokens).toContainEqual({ text: 'Decision based on MTUS', type: 'standing', modifiers: [] });
    expect(tokens).toContainEqual({ text: 'is not medically necessary', type: 'conclusion', modifiers: ['upheld'] });
    expect(tokens).toContainEqual({ text: 'Soma', type: 'drug', modifiers: [] });
    expect(tokens.filter(({ type }) => type === 'guideline').map(({ text }) => text)).toContain(
      'Knee Complaints 2004, Section(s): Initial Care.',
    );
  });

  it('are given for a range, and as a difference that makes the new whole of the old', async () => {
    const letter = await open(twoDecisions);
    const old = await letter.ask<SemanticTokens>('textDocument/semanticTokens/full');
    const range = letter.rangeOf('Soma 350 mg #90: Upheld');
    const part = await letter.ask<SemanticTokens>('textDocument/semanticTokens/range', { range });
    expect(decode(letter, part.data).map(({ text }) => text)).toEqual(['Soma 350 mg #90', 'Upheld']);

    await letter.type(letter.rangeOf('Upheld'), 'Overturned');
    const previousResultId = old.resultId;
    const delta = await letter.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { previousResultId });
    const patched = [...old.data];
    for (const { start, deleteCount, data } of [...delta.edits].reverse()) {
      patched.splice(start, deleteCount, ...(data ?? []));
    }
    const whole = await letter.ask<SemanticTokens>('textDocument/semanticTokens/full');
    expect(patched).toEqual(whole.data);
    expect(decode(letter, whole.data)).toContainEqual({
      text: 'Soma 350 mg #90',
      type: 'item',
      modifiers: ['overturned'],
    });
  });

  it('stay in their lines and never overlap', async () => {
    const letter = await open(`${twoDecisions.replace('350 mg #90: Upheld', '350 mg\n\n#90:\nUpheld')}`);
    const { data } = await letter.ask<SemanticTokens>('textDocument/semanticTokens/full');
    for (const { text } of decode(letter, data)) expect(text).toMatch(/^\S(?:[^\n]*\S)?$/);
    for (let i = 5; i < data.length; i += 5) {
      const isSameLine = data[i] === 0;
      if (isSameLine) expect(data[i + 1]).toBeGreaterThanOrEqual(data[i - 3] ?? 0);
    }
  });
});
