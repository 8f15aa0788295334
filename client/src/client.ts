import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../../server/src/protocol/client-options';
import { clientCommands } from '../../server/src/protocol/commands';
import { letterChanged } from '../../server/src/protocol/letter-state';
import { onNotification } from '../../server/src/protocol/messages';
import { pageScheme } from '../../server/src/protocol/pages';
import { registerCommands } from './commands/register';
import { followCursor } from './cursor';
import { watchForLetters } from './detection';
import { followShownLetter } from './determination/shown-letter';
import { showDetermination } from './determination/view';
import { serveFiles } from './files';
import { showGuideline } from './guideline/view';
import { createLetterStates } from './letter-states';
import { showMarks } from './marks';
import { servePages } from './pages';
import { servePreview } from './preview/preview';
import type { Runtime } from './runtime';
import { createServerLink } from './server-link';
import { serveSigning } from './signing/signing';
import { startWhenNeeded } from './start';
import { showStatus } from './status';
import { createTraceChannel } from './trace';

/** The language id, which is also the section of the settings. */
export const languageId = 'imr';
const productName = 'IMR Determination Letters';

/** Creates a client that has not started. Each entry provides the one for its host. */
export type NewLanguageClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => BaseLanguageClient | Promise<BaseLanguageClient>;

/** Sets up the extension. */
export function startClient(
  context: vscode.ExtensionContext,
  newLanguageClient: NewLanguageClient,
  runtime: Runtime,
): { stop(): Promise<void> } {
  const output = vscode.window.createOutputChannel(productName, { log: true });
  const trace = createTraceChannel(output);
  const letters = createLetterStates();
  const link = createServerLink(output, async (errorHandler) => {
    const client = await newLanguageClient(languageId, productName, { ...clientOptions(output, trace), errorHandler });
    onNotification(client, letterChanged, letters.accept);
    serveFiles(client);
    return client;
  });
  link.onDidChangeState((state) => {
    if (state !== 'running') letters.clear();
  });
  const detection = watchForLetters(context.globalState, output);
  const shown = followShownLetter();
  context.subscriptions.push(output, trace, letters, shown, detection, link);
  context.subscriptions.push(
    showMarks(letters),
    followCursor(link),
    showStatus(letters, link, detection),
    showDetermination(letters, shown, link, output),
    showGuideline(context.extensionUri, letters, shown, link),
    servePreview(context.extensionUri, letters, link),
    ...registerCommands({ context, runtime, output, letters, link, detection }),
    ...servePages(link),
    serveSigning(context.extensionUri, link, letters),
    startWhenNeeded(languageId, () => link.start()),
  );
  return { stop: () => link.stop() };
}

function clientOptions(output: vscode.LogOutputChannel, trace: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: languageId }, { scheme: pageScheme }],
    initializationOptions: {
      letterState: true,
      cursor: true,
      commands: true,
      files: true,
      snippets: true,
    } satisfies ClientOptions,
    outputChannel: output,
    traceOutputChannel: trace,
    // RevealOutputChannelOn.Never as a number, because the enumeration would load the library.
    revealOutputChannelOn: 4,
    // Letter text in our Markdown is escaped; the only command in links shows a page.
    markdown: { isTrusted: { enabledCommands: [clientCommands.openPage, clientCommands.showLine] } },
    diagnosticCollectionName: languageId,
    middleware: {
      provideDiagnostics: (document, previous, token, next) => {
        const uri = 'uri' in document ? document.uri : document;
        return isOfHistory(uri) ? undefined : next(document, previous, token);
      },
    },
  };
}

/** The old side of a diff or a local history. Nobody can fix those, and their problems would be counted twice. */
function isOfHistory({ scheme }: vscode.Uri): boolean {
  return scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(scheme) === false;
}
