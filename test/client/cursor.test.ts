import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { cursorMoved } from '../../server/src/protocol/checking';
import { address, documentOf, editorOf, linkTo } from './fakes';
import { editor, events, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { followCursor } = await import('../../client/src/cursor');

const other = 'file:///team/b.imr.txt';
const here = (line: number, character = 0, uri = address) =>
  editorOf(documentOf({ uri: URI.parse(uri) as never }), line, character);
const told = (uri: string, line?: number, character = 0) => [
  cursorMoved.method,
  { uri, position: line === undefined ? null : { line, character } },
];

let sent: ReturnType<typeof linkTo>['sent'];
let following: ReturnType<typeof followCursor>;

beforeEach(() => {
  reset();
  vi.useFakeTimers();
  const server = linkTo();
  sent = server.sent;
  following = followCursor(server.link);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shows an editor, lets the editor tell of it, and waits: what the server is told. */
function move(to: unknown, event: () => void = () => events.changeTextEditorSelection.fire(undefined), wait = 100) {
  const before = sent.length;
  editor.activeTextEditor = to;
  event();
  vi.advanceTimersByTime(wait);
  return sent.slice(before);
}
const change =
  (uri = address, languageId = 'imr') =>
  () =>
    events.changeTextDocument.fire({ document: documentOf({ uri: URI.parse(uri) as never, languageId }) });

describe('the server is told of the cursor', () => {
  it('when it moves, once it rests', () => {
    expect(move(here(3, 5), undefined, 99)).toEqual([]);
    expect(move(here(3, 5), undefined, 100)).toEqual([told(address, 3, 5)]);
    expect(move(here(3, 5))).toEqual([]);
    expect(move(here(3, 9))).toEqual([told(address, 3, 9)]);
    expect(move(here(4, 9))).toEqual([told(address, 4, 9)]);
  });

  it('when the text changes under it', () => {
    move(here(3));
    expect(move(here(3, 1), change())).toEqual([told(address, 3, 1)]);
    expect(move(here(3, 1))).toEqual([]);
  });

  it('when it leaves a letter for another, for other text, or for another window', () => {
    move(here(3));
    expect(move(here(3, 0, other))).toEqual([told(address), told(other, 3)]);
    const text = editorOf(documentOf({ languageId: 'plaintext' }));
    expect(move(text, () => events.changeActiveTextEditor.fire(undefined))).toEqual([told(other)]);
    expect(move(here(3))).toEqual([told(address, 3)]);
    editor.isFocused = false;
    expect(move(here(3), () => events.changeWindowState.fire(undefined))).toEqual([told(address)]);
    expect(move(here(4))).toEqual([]);
  });

  it('that it is not in a letter that has changed elsewhere', () => {
    move(here(3));
    expect(move(here(3), change(other))).toEqual([told(other)]);
    expect(move(here(3), change(other, 'plaintext'))).toEqual([]);
  });

  it('no more once the client has ended', () => {
    editor.activeTextEditor = here(3);
    events.changeTextEditorSelection.fire(undefined);
    following.dispose();
    vi.advanceTimersByTime(1000);
    events.changeTextEditorSelection.fire(undefined);
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([]);
  });
});

it('a server that is not there is told nothing', () => {
  const { link, sent: nothing } = linkTo({}, 'failed');
  followCursor(link);
  move(here(3));
  expect(nothing).toEqual([]);
});
