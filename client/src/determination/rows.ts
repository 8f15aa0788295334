// The rows of the view: what the server last sent about one letter.
import * as vscode from 'vscode';
import type { Determination, DeterminationRow } from '../../../server/src/protocol/determination';
import { nameOf, type Row } from './row';
import { toTreeItem } from './row-item';

export interface Rows extends vscode.TreeDataProvider<Row>, vscode.Disposable {
  /** The letter and version of the rows. Undefined if there are none. */
  readonly letter: { readonly uri: vscode.Uri; readonly version: number; readonly isEmpty: boolean } | undefined;
  isOf(uri: vscode.Uri | undefined): boolean;
  /** Every row, each before its children. */
  readonly all: readonly Row[];
  /** The rows of the blocks, in the order of the letter. */
  readonly blocks: readonly Row[];
  /** Returns the current version of a row. Undefined if it is gone. */
  current(row: Row): Row | undefined;
  /** Remembers whether a person expanded a row, which the editor forgets when another letter is shown. */
  remember(row: Row, isOpen: boolean): void;
  show(uri: vscode.Uri, determination: Determination): void;
  clear(): void;
}

export function createRows(): Rows {
  const changed = new vscode.EventEmitter<void>();
  let letter: Rows['letter'];
  let known = new Map<string, Row>();
  let top: readonly Row[] = [];
  let painted = '';
  const left = new Map<string, boolean>();

  const isOf = (uri: vscode.Uri | undefined): boolean =>
    letter !== undefined && letter.uri.toString() === uri?.toString();

  const set = (next: Rows['letter'], data: readonly DeterminationRow[]): void => {
    const before = isOf(next?.uri) ? known : new Map<string, Row>();
    known = new Map();
    letter = next;
    top = next ? data.map((each) => build(next.uri, each, undefined, before, known)) : [];
    const looks = `${next?.uri} ${JSON.stringify(data, withoutPlaces)}`;
    if (looks === painted) return;
    painted = looks;
    changed.fire();
  };
  return {
    get letter() {
      return letter;
    },
    isOf,
    get all() {
      return [...known.values()];
    },
    get blocks() {
      return top.filter(({ data }) => data.sign.kind === 'block');
    },
    current: ({ id, uri }) => (isOf(uri) ? known.get(id) : undefined),
    remember: (row, isOpen) => left.set(nameOf(row), isOpen),
    show: (uri, { version, rows }) => set({ uri, version, isEmpty: rows.length === 0 }, rows),
    clear: () => set(undefined, []),
    onDidChangeTreeData: changed.event,
    getChildren: (row) => [...(row?.children ?? top)],
    getParent: ({ parent }) => parent,
    getTreeItem: (row) => toTreeItem(row, nameOf(row), left.get(nameOf(row))),
    dispose: () => changed.dispose(),
  };
}

/** Typing changes little but places. Rows that look the same are not rendered or announced again. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'range' ? undefined : value;
}

function build(
  uri: vscode.Uri,
  data: DeterminationRow,
  parent: Row | undefined,
  before: ReadonlyMap<string, Row>,
  known: Map<string, Row>,
): Row {
  const row = before.get(data.id) ?? { uri, id: data.id, data, parent, children: [] };
  known.set(data.id, row);
  return Object.assign(row, {
    data,
    parent,
    children: data.children.map((child) => build(uri, child, row, before, known)),
  });
}
