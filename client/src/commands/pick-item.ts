import * as vscode from 'vscode';
import type { UndecidedItemInfo } from '../../../server/src/protocol/composing';

const descriptions = {
  denied: 'denied, says the summary; no decision yet',
  requested: 'named in the summary; no decision yet',
};

/** Returns an offered item or a typed one. Undefined if canceled. */
export function pickItem(title: string, offered: readonly UndecidedItemInfo[]): Promise<string | undefined> {
  const list = vscode.window.createQuickPick();
  const items = offered.map(({ item, kind }) => ({ label: item, description: descriptions[kind] }));
  list.title = title;
  list.placeholder =
    items.length > 0 ? 'Choose an item, or type another' : 'The disputed item, as its heading is to name it';
  list.items = items;
  list.onDidChangeValue((value) => {
    const typed = value.trim();
    const isNew = typed !== '' && !items.some(({ label }) => label === typed);
    list.items = isNew ? [...items, { label: typed, description: 'as typed', alwaysShow: true }] : items;
  });
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.label ?? (list.value.trim() || undefined));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
