// Messages of a client, in any order, with parameters that are damaged: every request is answered, and then a letter is checked.
import { connect, fullCapabilities } from '../lsp/client';
import { OpenLetter } from '../lsp/editor';
import { withoutConclusion } from '../lsp/letters';
import { requests } from '../lsp/requests';
import type { Random } from './random';
import type { Input, Subject } from './subjects';

interface Sent {
  readonly method: string;
  readonly params: unknown;
  readonly isRequest: boolean;
}

const uri = 'file:///letters/a.imr';
const textDocument = { uri, version: 2 };
const place = { line: 2, character: 3 };
const range = { start: place, end: { line: 4, character: 1 } };

const notifications: readonly [string, unknown][] = [
  ['textDocument/didOpen', { textDocument: { uri, languageId: 'imr', version: 1, text: withoutConclusion } }],
  ['textDocument/didChange', { textDocument, contentChanges: [{ range, text: 'x' }] }],
  ['textDocument/didChange', { textDocument, contentChanges: [{ text: withoutConclusion }] }],
  ['textDocument/didSave', { textDocument }],
  ['textDocument/didClose', { textDocument }],
  ['textDocument/willSave', { textDocument, reason: 1 }],
  ['workspace/didChangeConfiguration', { settings: { imr: { rules: { IMR301: 'error' } } } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///x', name: 'x' }], removed: [] } }],
  ['imr/cursor', { uri, position: place }],
  ['imr/checkLetter', { uri }],
];

const asked: readonly [string, unknown][] = [
  ...requests.map(([method, params]): [string, unknown] => [method, { textDocument, ...params }]),
  ['completionItem/resolve', { label: 'x', data: { id: 1 } }],
  ['codeAction/resolve', { title: 'x', data: { uri, version: 2, code: 'IMR301', index: 0 } }],
  ['textDocument/rename', { textDocument, position: place, newName: 'y' }],
  ['textDocument/prepareRename', { textDocument, position: place }],
  ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' }],
  ['workspace/symbol', { query: 'norco' }],
  ['workspace/executeCommand', { command: 'imr.explain', arguments: ['IMR301'] }],
  ['workspace/textDocumentContent', { uri: 'imr-library:/IMR301.md' }],
  ['imr/determination', { uri }],
  ['imr/cardAt', { uri, position: place }],
  ['imr/preview', { uri }],
];

const odd: readonly unknown[] = [
  null,
  -1,
  1e9,
  0.5,
  true,
  '',
  'x',
  [],
  {},
  [null],
  'a'.repeat(5000),
  '\ud800',
  'file:///',
  'no:',
];

/** A copy in which one part is something else, or gone. */
function damaged(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.below(4) === 0) return random.of(odd);
  const entries = Object.entries(value);
  if (entries.length === 0) return random.of(odd);
  const [name] = random.of(entries);
  const changed = entries.flatMap(([key, inner]) => {
    if (key !== name) return [[key, inner]];
    return random.below(6) === 0 ? [] : [[key, damaged(inner, random)]];
  });
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

export const messages: Subject = {
  name: 'messages',
  make(random) {
    return Array.from({ length: 3 + random.below(25) }, (): Sent => {
      const isRequest = random.below(3) > 0;
      const [method, params] = random.of(isRequest ? asked : notifications);
      return { method, params: random.below(3) === 0 ? damaged(params, random) : params, isRequest };
    });
  },
  hold,
};

const patience = 20_000;

async function hold(input: Input): Promise<void> {
  const client = await connect({ capabilities: fullCapabilities });
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a request is not answered')), patience);
  });
  try {
    const answers: Promise<unknown>[] = [];
    for (const { method, params, isRequest } of input as readonly Sent[]) {
      // A parameter that is no object is sent as a list of one, as JSON-RPC has it.
      const sent = typeof params === 'object' && params !== null ? params : [params];
      if (isRequest) answers.push(client.connection.sendRequest(method, sent).catch(() => undefined));
      else await client.connection.sendNotification(method, sent);
    }
    await Promise.race([Promise.all(answers), silence]);
    const letter = await OpenLetter.open(client, withoutConclusion, 'file:///letters/last.imr');
    const found = await Promise.race([letter.diagnostics(), silence]);
    if (!found.some(({ code }) => code === 'IMR301')) throw new Error('a letter is not checked any more');
  } finally {
    clearTimeout(timer);
    await client.close();
  }
}
