// Letters as they were published: not part of this project, read where they are.
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { harnessOptions } from './person';
import { Skipped, test } from './runner';
import { untilLanguage } from './wait';
import { outlineOf, workspaceFolder } from './workspace';

async function firstLetters(): Promise<readonly vscode.Uri[]> {
  const folder = (await harnessOptions())?.letters;
  if (!folder) throw new Skipped('no letters at IMR_LETTERS or ../shared/letters');
  return Promise.all(
    ['seeds', 'dwc'].map(async (name) => {
      const uri = workspaceFolder().with({ path: `${folder}/${name}` });
      const files = (await vscode.workspace.fs.readDirectory(uri)).map(([file]) => file).sort();
      return vscode.Uri.joinPath(uri, files.find((file) => file.endsWith('.txt')) ?? '');
    }),
  );
}

test('a seed and a published letter are recognized and outlined', async () => {
  for (const uri of await firstLetters()) {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await untilLanguage(document, 'imr');
    const [letter] = await outlineOf(uri);
    const blocks = letter?.children.flatMap(({ children }) => children) ?? [];
    ok(blocks.length > 0, `${uri.path} has no blocks`);
    for (const { name, detail, children } of blocks) {
      ok(/^(Upheld|Overturned)/.test(detail), `${name}: ${detail}`);
      equal(children.length, 3, name);
    }
  }
});
