// Pages of the library and the rules: read-only documents that the server writes.
import * as vscode from 'vscode';
import { clientCommands } from '../../server/src/protocol/commands';
import { sendRequest } from '../../server/src/protocol/messages';
import { pageScheme, pageText } from '../../server/src/protocol/pages';
import type { ServerLink } from './server-link';

/**
 * Shows pages where the library of the protocol does not do so by itself: in a tab that is restored before the first letter
 * is open, and after a crash. Links of hovers come by command, because the editor opens no scheme of ours from there.
 */
export function servePages(link: ServerLink): vscode.Disposable[] {
  return [
    vscode.workspace.registerTextDocumentContentProvider(pageScheme, {
      provideTextDocumentContent: async (uri, token) => {
        await link.start();
        const { client } = link;
        const page = client && (await sendRequest(client, pageText, { uri: uri.toString() }, token));
        return page?.text;
      },
    }),
    vscode.commands.registerCommand(clientCommands.openPage, (address: string) => openPage(address)),
  ];
}

async function openPage(address: string): Promise<void> {
  const uri = vscode.Uri.parse(address);
  // Rendered, by `workbench.editorAssociations` in package.json.
  if (uri.scheme === pageScheme) await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
}
