// Pages about the library and the rules: read-only documents from the server.
import * as vscode from 'vscode';
import { clientCommands } from '../../server/src/protocol/commands';
import { sendRequest } from '../../server/src/protocol/messages';
import { pageScheme, pageText } from '../../server/src/protocol/pages';
import type { ServerLink } from './server-link';

/**
 * Shows pages when the library of the protocol does not: in a tab that is restored before the first letter opens, and after a crash.
 * Links in hovers use a command, because the editor does not open our scheme from there.
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
  // Rendered, because of `workbench.editorAssociations` in package.json.
  if (uri.scheme === pageScheme) await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
}
