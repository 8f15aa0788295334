import { describe, expect, it } from 'vitest';
import { childOf, childrenOf, completeTree, leaves, type NodeDraft, pathAt } from '../../server/src/core/syntax/tree';
import { words } from './form';

const source = ' Brace: Upheld  \nHe fell. ';
const draft: NodeDraft = {
  kind: 'block',
  start: 0,
  end: source.length,
  children: [
    { kind: 'item', start: 1, end: 6 },
    { kind: 'outcome', start: 8, end: 14, misspelled: true, role: 'rationale' },
    { kind: 'field', start: 14, end: 14, role: 'rationale' },
  ],
};
const tree = completeTree(source, draft);
const shown = (node = tree) => [...leaves(node)].map((leaf) => [leaf.kind, words(source, leaf)]);

describe('a tree', () => {
  it('covers its text, gaps as prose between white space', () => {
    expect(shown()).toEqual([
      ['trivia', ' '],
      ['item', 'Brace'],
      ['prose', ':'],
      ['trivia', ' '],
      ['outcome', 'Upheld'],
      ['field', ''],
      ['trivia', '  \n'],
      ['prose', 'He fell.'],
      ['trivia', ' '],
    ]);
  });

  it('keeps role and misspelling, and leaves them out where there are none', () => {
    expect(childOf(tree, 'outcome')).toEqual({
      kind: 'outcome',
      role: 'rationale',
      misspelled: true,
      start: 8,
      end: 14,
      children: [],
    });
    expect(childOf(tree, 'item')).toEqual({ kind: 'item', start: 1, end: 6, children: [] });
    expect(childOf(tree, 'field')).toEqual({ kind: 'field', role: 'rationale', start: 14, end: 14, children: [] });
    expect(Object.keys(childOf(tree, 'item') ?? {})).not.toContain('role');
  });

  it('clips children that overlap or stand outside of their parent', () => {
    const children: NodeDraft[] = [
      { kind: 'item', start: -3, end: 6 },
      { kind: 'colon', start: 4, end: 8 },
      { kind: 'outcome', start: 7, end: 5 },
      { kind: 'field', start: 20, end: 99 },
    ];
    const clipped = completeTree(source, { ...draft, children });
    expect(clipped.children.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['item', 0, 6],
      ['colon', 6, 8],
      ['outcome', 8, 8],
      ['prose', 8, 19],
      ['trivia', 19, 20],
      ['field', 20, 26],
    ]);
    expect([...leaves(clipped)].map((leaf) => words(source, leaf)).join('')).toBe(source);
  });

  it('has a leaf where no children were thought of, and fills an empty list', () => {
    expect(completeTree('ab', { kind: 'prose', start: 0, end: 2 }).children).toEqual([]);
    expect(completeTree('ab', { kind: 'lead', start: 0, end: 2, children: [] }).children).toEqual([
      { kind: 'prose', start: 0, end: 2, children: [] },
    ]);
    expect(completeTree(' \n', { kind: 'lead', start: 0, end: 2, children: [] }).children).toEqual([
      { kind: 'trivia', start: 0, end: 2, children: [] },
    ]);
  });

  it('gives its children by kind', () => {
    expect(childrenOf(tree, 'prose').map((node) => words(source, node))).toEqual([':', 'He fell.']);
    expect(childrenOf(tree, 'lead')).toEqual([]);
    expect(childOf(tree, 'prose')?.start).toBe(6);
    expect(childOf(tree, 'lead')).toBeUndefined();
  });
});

describe('the path to an offset', () => {
  it.each([
    [0, 'trivia'],
    [1, 'item'],
    [6, 'prose'],
    [8, 'outcome'],
    [13, 'outcome'],
    [14, 'trivia'],
    [26, 'trivia'],
  ])('%i ends in %s', (offset, kind) => {
    expect(pathAt(tree, offset).map((node) => node.kind)).toEqual(['block', kind]);
  });

  it('prefers what has text to what is empty, and takes the empty where nothing else is', () => {
    const children: NodeDraft[] = [{ kind: 'field', start: 0, end: 0 }];
    const empty = completeTree('', { kind: 'block', start: 0, end: 0, children });
    expect(pathAt(empty, 0).at(-1)?.kind).toBe('field');
    expect(pathAt(tree, 99)).toEqual([tree]);
  });
});
