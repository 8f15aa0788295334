// What the parts of the client hand to each other, for tests of one part.
import type * as api from 'vscode';
import { URI } from 'vscode-uri';
import type { ServerLink, ServerState } from '../../client/src/server-link';
import type { BlockState, LetterState } from '../../server/src/protocol/letter-state';
import type { PlainRange } from '../../server/src/protocol/places';
import { vscode } from './vscode';

export const address = 'file:///team/a.imr.txt';

/** A text document; `languageId`, `isDirty` and the text can be changed by the test. */
export function documentOf(
  own: Partial<{ -readonly [K in keyof api.TextDocument]: api.TextDocument[K] }> = {},
  text = '',
) {
  return {
    uri: URI.parse(address) as api.Uri,
    languageId: 'imr',
    version: 1,
    isUntitled: false,
    isDirty: false,
    isClosed: false,
    lineCount: 1,
    eol: vscode.EndOfLine.LF,
    getText: () => text,
    positionAt: (offset: number) => new vscode.Position(0, offset),
    ...own,
  } as { -readonly [K in keyof api.TextDocument]: api.TextDocument[K] };
}

/** An editor of a document with its cursor at a place; what is done to it is kept in `calls`. */
export function editorOf(document: api.TextDocument, line = 0, character = 0) {
  const calls: unknown[][] = [];
  const log =
    (name: string) =>
    (...given: unknown[]): void => {
      calls.push([name, ...given]);
    };
  return {
    calls,
    document,
    selection: { active: new vscode.Position(line, character) },
    setDecorations: log('setDecorations'),
    insertSnippet: async (...given: unknown[]) => log('insertSnippet')(...given),
    revealRange: log('revealRange'),
  };
}

export function rangeOf(line: number, character = 0, end = character): PlainRange {
  return { start: { line, character }, end: { line, character: end } };
}

export function blockOf(own: Partial<BlockState> = {}): BlockState {
  const place = rangeOf(3, 0, 20);
  return {
    item: 'Brace',
    outcome: 'Upheld',
    state: 'complete',
    openPoints: 0,
    range: place,
    heading: place,
    outcomeRange: rangeOf(3, 14, 20),
    ...own,
  };
}

export function letterOf(own: Partial<LetterState> = {}): LetterState {
  const form = { id: '2014', title: 'Determination of 2014' };
  return { uri: address, version: 1, form, blocks: [], openPoints: 0, summary: 'one decision', ...own };
}

/** A link to a server that gives these answers by method; what it is sent is kept in `sent`. */
export function linkTo(answers: Readonly<Record<string, unknown>> = {}, state: ServerState = 'running') {
  const sent: (readonly [method: string, params: unknown])[] = [];
  const changed = new vscode.EventEmitter<ServerState>();
  const client = {
    sendRequest: async (method: string, params: unknown) => {
      sent.push([method, params]);
      const answer = answers[method] ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    sendNotification: async (method: string, params: unknown) => {
      sent.push([method, params]);
    },
  };
  const link = {
    state,
    client: state === 'running' ? client : undefined,
    serverInfo: { name: 'server', version: '1.0.0' },
    onDidChangeState: changed.event,
    start: async () => undefined,
    running: async () => client,
    restart: async () => sent.push(['restart', undefined]),
  };
  return { sent, changed, link: link as unknown as ServerLink & { state: ServerState } };
}

/** An output channel that keeps what it is told. */
export function outputOf() {
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
  };
  const channel = { error: write, debug: write, info: write, show: () => write('shown') };
  return { lines, channel: channel as unknown as api.LogOutputChannel };
}
