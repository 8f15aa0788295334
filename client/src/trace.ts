import * as vscode from 'vscode';

const setting = 'imr.trace.server';

/**
 * A channel for the library's message trace, which writes into `output` while `imr.trace.server` is `messages`. It keeps the first
 * line of each entry, which has the method and its time. The rest may be text of a letter, which is a medical record.
 */
export function createTraceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const level = (): vscode.LogLevel => (isOn() ? vscode.LogLevel.Trace : vscode.LogLevel.Off);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(setting)) changed.fire(level());
  });
  return Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: { value: (message: string) => output.info(message.split('\n', 1)[0] ?? '') },
    dispose: {
      value: () => {
        settings.dispose();
        changed.dispose();
      },
    },
  });
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration().get(setting) === 'messages';
}
