// The view "Open Points": every error and warning of the letter, the most severe first.
import * as vscode from 'vscode';
import { clientCommands } from '../../../server/src/protocol/commands';
import type { FindingPlace } from '../../../server/src/protocol/ignoring';
import { pageScheme } from '../../../server/src/protocol/pages';
import { nameOf, type Row } from '../determination/row';
import { toTreeItem } from '../determination/row-item';
import type { Rows } from '../determination/rows';

const viewId = 'imr.openPoints';
const severities = ['error', 'warning', 'information'];

export interface OpenPoints extends vscode.Disposable {
  readonly isVisible: boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
}

/** Shows the problems among the rows of the view "Determination", and the number of open points as a badge. */
export function showOpenPoints(rows: Rows): OpenPoints {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView<Row>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => (row ? [] : pointsOf(rows)),
      getParent: () => undefined,
      getTreeItem: toPointItem,
    },
  });
  const refresh = (): void => {
    const points = pointsOf(rows);
    const count = points.filter(({ data }) => isOpen(data)).length;
    view.badge = count > 0 ? { value: count, tooltip: `${count} open point${count === 1 ? '' : 's'}` } : undefined;
    view.message = rows.letter && points.length === 0 ? 'No open points.' : undefined;
    changed.fire();
  };

  /** The row of the menu, or the selected row for a key. */
  const withRow = (run: (row: Row) => unknown) => (row?: Row) => {
    const target = row ?? view.selection[0];
    if (!target) throw new Error('Select an open point in the IMR view first.');
    return run(target);
  };
  const next = async (step: number): Promise<void> => {
    if (!rows.letter) {
      if (vscode.window.activeTextEditor?.document.languageId !== 'imr') throw new Error('Open a letter first.');
      vscode.window.setStatusBarMessage('IMR: the letter is still being checked.', 5000);
      return;
    }
    const points = pointsOf(rows);
    const [selected] = view.selection;
    const start = step > 0 ? -1 : 0;
    const at = selected ? points.indexOf(selected) : start;
    const point = points[(at + step + points.length) % points.length];
    if (!point) {
      vscode.window.setStatusBarMessage('IMR: no open points in this letter.', 5000);
      return;
    }
    await view.reveal(point, { select: true, focus: true });
    await vscode.commands.executeCommand('imr.determination.show', point);
    await vscode.commands.executeCommand(`${viewId}.focus`);
  };

  return {
    get isVisible() {
      return view.visible;
    },
    onDidChangeVisibility: view.onDidChangeVisibility,
    dispose: vscode.Disposable.from(
      view,
      changed,
      rows.onDidChangeTreeData?.(refresh) ?? { dispose: () => undefined },
      vscode.commands.registerCommand(
        'imr.openPoints.fix',
        withRow((row) => vscode.commands.executeCommand('imr.determination.quickFix', row)),
      ),
      vscode.commands.registerCommand('imr.openPoints.explain', withRow(explain)),
      vscode.commands.registerCommand(
        'imr.openPoints.suppress',
        withRow((row) => {
          const place = placeOf(rows, row);
          return place && vscode.commands.executeCommand(clientCommands.ignoreHere, place);
        }),
      ),
      vscode.commands.registerCommand('imr.openPoints.next', () => next(1)),
      vscode.commands.registerCommand('imr.openPoints.previous', () => next(-1)),
    ).dispose,
  };
}

/** The problems of the letter, by severity and then by place. */
function pointsOf(rows: Rows): Row[] {
  const severityOf = ({ data: { sign } }: Row): number =>
    sign.kind === 'problem' ? severities.indexOf(sign.severity) : severities.length;
  return rows.all
    .filter(({ data }) => data.sign.kind === 'problem')
    .sort((a, b) => severityOf(a) - severityOf(b) || a.data.range.start.line - b.data.range.start.line);
}

function isOpen({ sign }: Row['data']): boolean {
  return sign.kind === 'problem' && (sign.severity === 'error' || sign.severity === 'warning');
}

/** With the item of its block after the message. */
function toPointItem(row: Row): vscode.TreeItem {
  const item = toTreeItem(row, `point ${nameOf(row)}`, undefined);
  const place = row.parent?.data.label.replace(/^\w+ · /, '');
  item.description = [row.data.detail, place].filter(Boolean).join(' · ');
  return item;
}

async function explain({ data }: Row): Promise<void> {
  await vscode.commands.executeCommand(clientCommands.openPage, `${pageScheme}:/rule/${data.detail}.md`);
}

/** The finding as the server identifies it. Undefined if the letter of the rows is gone. */
function placeOf({ letter }: Rows, { uri, data }: Row): FindingPlace | undefined {
  if (!letter) return undefined;
  return { uri: uri.toString(), version: letter.version, code: data.detail, range: data.range };
}
