/** Most of the client's code, in a file of its own: a plain text file does not need it. */
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';
