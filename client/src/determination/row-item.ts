import * as vscode from 'vscode';
import type { DeterminationRow, DeterminationSign, ElementTick } from '../../../server/src/protocol/determination';
import { type MarkTheme, markAddress, markOf } from '../mark-icons';
import type { Row } from './row';

/** Opens the place of a row. Argument: the row. */
export const showRowCommand = 'imr.determination.show';

/** Returns how the editor shows a row and announces it. `isOpen` is how the person left it. */
export function toTreeItem(row: Row, id: string, isOpen: boolean | undefined): vscode.TreeItem {
  const { sign, label, detail, tooltip, spoken, children } = row.data;
  const item = new vscode.TreeItem(label);
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (children.length > 0) item.collapsibleState = (isOpen ?? isOpenAtFirst(row.data)) ? Expanded : Collapsed;
  item.id = id;
  item.description = detail;
  item.tooltip = tooltip;
  item.iconPath = iconOf(sign);
  item.contextValue = contextOf(sign);
  item.accessibilityInformation = { label: spoken, role: 'treeitem' };
  item.command = { command: showRowCommand, title: 'Show in Letter', arguments: [row] };
  return item;
}

/** Rows with open points start expanded, and no others. */
function isOpenAtFirst({ children }: DeterminationRow): boolean {
  return children.some(({ sign }) => sign.kind === 'problem');
}

/** A product icon and its color. */
type Icon = readonly [name: string, color?: string];

const ticks: Readonly<Record<ElementTick, Icon>> = {
  stated: ['pass', 'charts.green'],
  'criterion-only': ['book', 'problemsWarningIcon.foreground'],
  open: ['edit', 'problemsWarningIcon.foreground'],
  missing: ['circle-large-outline', 'problemsWarningIcon.foreground'],
  'not-asked': ['circle-slash', 'disabledForeground'],
};

const severities: Readonly<Record<'error' | 'warning' | 'information' | 'hint', Icon>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['info'],
};

function iconOf(sign: DeterminationSign): vscode.TreeItem['iconPath'] {
  switch (sign.kind) {
    case 'letter':
      return icon('file-text');
    case 'rationale':
      return icon('checklist');
    case 'block': {
      // As in the gutter.
      const address = (theme: MarkTheme) => vscode.Uri.parse(markAddress(markOf(sign.outcome), sign.state, theme));
      return { light: address('light'), dark: address('dark') };
    }
    case 'element':
      return icon(...ticks[sign.state]);
    case 'problem':
      return icon(...severities[sign.severity]);
  }
}

/** Context values for the menus in package.json. */
function contextOf(sign: DeterminationSign): string {
  if (sign.kind === 'problem') return sign.isFixable ? 'problem.fixable' : 'problem';
  return sign.kind === 'element' ? `element.${sign.state}` : sign.kind;
}

function icon(...[name, color]: Icon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, color ? new vscode.ThemeColor(color) : undefined);
}
