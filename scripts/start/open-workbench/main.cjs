const vscode = require('vscode');

/** Opens the IMR view; the cursor stays in the letter. */
exports.activate = async () => {
  await vscode.commands.executeCommand('workbench.view.extension.imr');
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
};
