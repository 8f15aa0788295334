// What all webviews share: a page under a strict content security policy. Scripts and styles come from the extension only, and text of a
// letter is only inserted as text.
// alone, and text of a letter is only ever set as text.
import * as vscode from 'vscode';

export type WebviewName = 'guideline' | 'preview' | 'signing';

/** Sets the page and what it may load: the script `dist/webviews/<name>.js` and the style `media/webviews/<name>.css`. */
export function setPage(webview: vscode.Webview, extension: vscode.Uri, name: WebviewName, title: string): void {
  const roots = [
    ['dist', 'webviews'],
    ['media', 'webviews'],
  ].map((path) => vscode.Uri.joinPath(extension, ...path));
  webview.options = { enableScripts: true, localResourceRoots: roots };
  const [script, style] = roots.map((root, i) =>
    webview.asWebviewUri(vscode.Uri.joinPath(root, `${name}.${i === 0 ? 'js' : 'css'}`)),
  );
  webview.html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${webview.cspSource}; style-src ${webview.cspSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="root"></main>
<script src="${script}"></script>
</body>
</html>`;
}
