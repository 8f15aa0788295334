import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import type { DeterminationRow, DeterminationSign } from '../../server/src/protocol/determination';
import { address, rangeOf } from './fakes';
import { reset, vscode } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { createRows } = await import('../../client/src/determination/rows');
const { toTreeItem } = await import('../../client/src/determination/row-item');
const { markAddress } = await import('../../client/src/mark-icons');

const uri = URI.parse(address) as never;
const block: DeterminationSign = { kind: 'block', outcome: 'Overturned', state: 'warnings' };
const problem: DeterminationSign = { kind: 'problem', severity: 'warning', isFixable: false };

function rowOf(id: string, sign: DeterminationSign, children: readonly DeterminationRow[] = []): DeterminationRow {
  return { id, sign, label: `Row ${id}`, detail: 'x', tooltip: 'y', spoken: `Say ${id}`, range: rangeOf(1), children };
}

function itemOf(row: DeterminationRow, isOpen?: boolean) {
  return toTreeItem({ uri, id: row.id, data: row, parent: undefined, children: [] }, 'name', isOpen);
}

beforeEach(reset);

describe('a row', () => {
  it('shows its words, and leads to its place', () => {
    const item = itemOf(rowOf('a', { kind: 'letter' }));
    expect(item).toMatchObject({
      label: 'Row a',
      id: 'name',
      description: 'x',
      tooltip: 'y',
      contextValue: 'letter',
      accessibilityInformation: { label: 'Say a', role: 'treeitem' },
      command: { command: 'imr.determination.show' },
    });
    expect(item.collapsibleState).toBeUndefined();
  });

  it('is open at first where it holds a problem, and then as its reader left it', () => {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const open = rowOf('a', block, [rowOf('b', problem)]);
    const quiet = rowOf('a', block, [rowOf('b', { kind: 'rationale' }, [rowOf('c', problem)])]);
    expect([itemOf(open), itemOf(quiet)].map((item) => item.collapsibleState)).toEqual([Expanded, Collapsed]);
    expect(itemOf(open, false).collapsibleState).toBe(Collapsed);
    expect(itemOf(quiet, true).collapsibleState).toBe(Expanded);
  });

  it.each<[DeterminationSign, string, string | undefined, string]>([
    [{ kind: 'letter' }, 'file-text', undefined, 'letter'],
    [{ kind: 'rationale' }, 'checklist', undefined, 'rationale'],
    [{ kind: 'element', element: 'e', state: 'stated' }, 'pass', 'charts.green', 'element.stated'],
    [
      { kind: 'element', element: 'e', state: 'criterion-only' },
      'book',
      'problemsWarningIcon.foreground',
      'element.criterion-only',
    ],
    [{ kind: 'element', element: 'e', state: 'open' }, 'edit', 'problemsWarningIcon.foreground', 'element.open'],
    [
      { kind: 'element', element: 'e', state: 'missing' },
      'circle-large-outline',
      'problemsWarningIcon.foreground',
      'element.missing',
    ],
    [{ kind: 'element', element: 'e', state: 'not-asked' }, 'circle-slash', 'disabledForeground', 'element.not-asked'],
    [
      { kind: 'problem', severity: 'error', isFixable: true },
      'error',
      'problemsErrorIcon.foreground',
      'problem.fixable',
    ],
    [
      { kind: 'problem', severity: 'warning', isFixable: false },
      'warning',
      'problemsWarningIcon.foreground',
      'problem',
    ],
    [{ kind: 'problem', severity: 'information', isFixable: false }, 'info', 'problemsInfoIcon.foreground', 'problem'],
    [{ kind: 'problem', severity: 'hint', isFixable: false }, 'info', undefined, 'problem'],
  ])('%j has the icon %s in %s, and menus of %s', (sign, name, color, context) => {
    const item = itemOf(rowOf('a', sign));
    expect(item.iconPath).toEqual(new vscode.ThemeIcon(name, color ? new vscode.ThemeColor(color) : undefined));
    expect(item.contextValue).toBe(context);
  });

  it('of a block has the icon of the gutter', () => {
    const { light, dark } = itemOf(rowOf('a', block)).iconPath as unknown as Record<string, URI>;
    const address = (theme: 'light' | 'dark') => URI.parse(markAddress('overturned', 'warnings', theme)).toString();
    expect(light?.toString()).toBe(address('light'));
    expect(dark?.toString()).toBe(address('dark'));
  });
});

describe('the rows of a letter', () => {
  const data = [rowOf('letter', { kind: 'letter' }), rowOf('0', block, [rowOf('0.a', problem)])];
  function show(rows = data, version = 1) {
    const tree = createRows();
    let painted = 0;
    tree.onDidChangeTreeData?.(() => {
      painted++;
    });
    tree.show(uri, { version, rows });
    return { tree, painted: () => painted };
  }
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  it('are a tree of the server’s, with parents', () => {
    const { tree } = show();
    const top = tree.getChildren() as { id: string }[];
    expect(ids(top)).toEqual(['letter', '0']);
    expect(ids(tree.blocks)).toEqual(['0']);
    const [child] = tree.getChildren(top[1] as never) as { id: string }[];
    expect(child?.id).toBe('0.a');
    expect(tree.getParent?.(child as never)).toBe(top[1]);
    expect(tree.letter).toEqual({ uri, version: 1, isEmpty: false });
    expect(show([]).tree.letter?.isEmpty).toBe(true);
  });

  it('are the same objects in the next version of the letter', () => {
    const { tree } = show();
    const [row] = tree.blocks;
    tree.show(uri, { version: 2, rows: [rowOf('0', { ...block, state: 'complete' })] });
    expect(tree.blocks[0]).toBe(row);
    expect(row?.data.sign).toMatchObject({ state: 'complete' });
    expect(row?.children).toEqual([]);
    const other = URI.parse('file:///other.txt') as never;
    tree.show(other, { version: 1, rows: data });
    expect(tree.blocks[0]).not.toBe(row);
    expect(row && tree.current(row)).toBeUndefined();
  });

  it('are painted again when they look otherwise, not when they move', () => {
    const { tree, painted } = show();
    expect(painted()).toBe(1);
    tree.show(uri, { version: 2, rows: data.map((row) => ({ ...row, range: rangeOf(7) })) });
    expect(painted()).toBe(1);
    expect(tree.blocks[0]?.data.range).toEqual(rangeOf(7));
    tree.show(uri, { version: 3, rows: data.map((row) => ({ ...row, detail: 'other' })) });
    expect(painted()).toBe(2);
    tree.clear();
    expect(painted()).toBe(3);
    expect(tree.letter).toBeUndefined();
    expect(tree.isOf(uri)).toBe(false);
    expect(tree.isOf(undefined)).toBe(false);
  });

  it('are known while they are there', () => {
    const { tree } = show();
    const [row] = tree.blocks;
    expect(row && tree.current(row)).toBe(row);
    tree.show(uri, { version: 2, rows: [] });
    expect(row && tree.current(row)).toBeUndefined();
  });

  it('stay as their reader left them', () => {
    const { tree } = show();
    const [row] = tree.blocks;
    if (!row) throw new Error('there is a block');
    const state = () => (tree.getTreeItem(row) as { collapsibleState?: number }).collapsibleState;
    expect(state()).toBe(vscode.TreeItemCollapsibleState.Expanded);
    tree.remember(row, false);
    tree.clear();
    tree.show(uri, { version: 1, rows: data });
    expect(state()).toBe(vscode.TreeItemCollapsibleState.Collapsed);
    expect((tree.getTreeItem(row) as { id?: string }).id).toBe(`${address}#0`);
  });
});
