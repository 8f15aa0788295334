import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { address, documentOf, letterOf } from './fakes';
import { events, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { createLetterStates } = await import('../../client/src/letter-states');

const told: (string | undefined)[] = [];
const create = () => {
  const letters = createLetterStates();
  letters.onDidChange((uri) => told.push(uri?.toString()));
  return letters;
};
const at = (uri: string) => URI.parse(uri) as never;

beforeEach(() => {
  reset();
  told.length = 0;
});

describe('the states of letters', () => {
  it('are what the server told last, however it escapes an address', () => {
    const letters = create();
    letters.accept(letterOf({ uri: 'file:///c%3A/a%20b.txt', version: 1 }));
    const last = letterOf({ uri: 'file:///c:/a b.txt', version: 2 });
    letters.accept(last);
    expect(letters.of(at('file:///c%3A/a%20b.txt'))).toBe(last);
    expect(letters.of(at('file:///other.txt'))).toBeUndefined();
    expect(told).toEqual(['file:///c%3A/a%20b.txt', 'file:///c%3A/a%20b.txt']);
  });

  it('are forgotten with their document', () => {
    const letters = create();
    letters.accept(letterOf());
    events.closeTextDocument.fire(documentOf({ uri: at('file:///other.txt') }));
    expect(told).toHaveLength(1);
    events.closeTextDocument.fire(documentOf());
    expect(letters.of(at(address))).toBeUndefined();
    expect(told).toEqual([address, address]);
  });

  it('are all forgotten at once', () => {
    const letters = create();
    letters.accept(letterOf());
    letters.clear();
    expect(letters.of(at(address))).toBeUndefined();
    expect(told).toEqual([address, undefined]);
  });

  it('tell nobody once they are disposed of', () => {
    const letters = create();
    letters.accept(letterOf());
    letters.dispose();
    events.closeTextDocument.fire(documentOf());
    expect(told).toEqual([address]);
    expect(letters.of(at(address))).toBeDefined();
  });
});
