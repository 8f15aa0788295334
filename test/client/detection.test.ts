import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { address, documentOf, outputOf } from './fakes';
import { callsOf, editor, events, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { watchForLetters } = await import('../../client/src/detection');

const letter = 'CLINICAL CASE SUMMARY\nHe fell.\n\nIMR ISSUES, DECISIONS AND RATIONALES\n';
const memory = 'imr.detect.plainText';
const plain = (own = {}, text = letter) => documentOf({ languageId: 'plaintext', ...own }, text);
const settled = () => new Promise((resolve) => setTimeout(resolve));

let kept: Record<string, unknown>;

function watch() {
  const output = outputOf();
  const state = {
    get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
    update: async (key: string, value: unknown) => {
      kept[key] = value;
    },
  };
  return { ...output, detection: watchForLetters(state as never, output.channel) };
}

/** Opens a document and lets the client make of it what it does. */
async function open(document: ReturnType<typeof plain>) {
  events.openTextDocument.fire(document);
  await settled();
}

const madeLetters = () => callsOf('setTextDocumentLanguage').length;

beforeEach(() => {
  reset();
  kept = {};
});

describe('a plain text with the headings of a letter', () => {
  it('is read as one, whether open before or opened now', async () => {
    const document = plain();
    editor.textDocuments = [document];
    watch();
    await settled();
    expect(callsOf('setTextDocumentLanguage')).toEqual([[document, 'imr']]);
    await open(plain());
    expect(madeLetters()).toBe(2);
    expect(callsOf('showInformationMessage')).toEqual([]);
  });

  it('is read as one when it is saved, and while it is typed where it has no file', async () => {
    watch();
    events.saveTextDocument.fire(plain());
    events.changeTextDocument.fire({ document: plain() });
    await settled();
    expect(madeLetters()).toBe(1);
    events.changeTextDocument.fire({ document: plain({ isUntitled: true }) });
    await settled();
    expect(madeLetters()).toBe(2);
  });

  it('is left alone where detection is off', async () => {
    editor.settings['imr.detect'] = 'off';
    const { detection } = watch();
    await open(plain());
    expect(madeLetters()).toBe(0);
    expect(detection.whyPlain(plain())).toBe('off');
  });

  it('is none in another language or without headings', async () => {
    const { detection } = watch();
    const others = [plain({ languageId: 'markdown' }), plain({}, 'He fell.')];
    for (const document of others) await open(document);
    expect(madeLetters()).toBe(0);
    expect(others.map(detection.whyPlain)).toEqual([undefined, undefined]);
  });
});

describe('where the client asks first', () => {
  beforeEach(() => {
    editor.settings['imr.detect'] = 'ask';
  });

  it('a yes makes a letter', async () => {
    editor.answers = ['Read as Letter'];
    watch();
    await open(plain());
    expect(callsOf('showInformationMessage')).toEqual([
      [
        'a.imr.txt has the headings of an IMR determination letter. Read it as one?',
        'Read as Letter',
        'Keep Plain Text',
      ],
    ]);
    expect(madeLetters()).toBe(1);
    expect(kept[memory] ?? []).toEqual([]);
  });

  it('a no is remembered', async () => {
    editor.answers = ['Keep Plain Text', 'Read as Letter'];
    const { detection } = watch();
    const document = plain();
    await open(document);
    await open(document);
    expect(callsOf('showInformationMessage')).toHaveLength(1);
    expect(madeLetters()).toBe(0);
    expect(kept[memory]).toEqual([address]);
    expect(detection.whyPlain(document)).toBe('chosen');
  });

  it('no answer is not asked for again while the document is open, and not remembered', async () => {
    editor.answers = [undefined, 'Read as Letter'];
    watch();
    const document = plain();
    await open(document);
    await open(document);
    expect(callsOf('showInformationMessage')).toHaveLength(1);
    expect(kept[memory]).toBeUndefined();
    await open(plain());
    expect(madeLetters()).toBe(1);
  });
});

describe('a letter that was made plain text by hand', () => {
  async function switchBack(own = {}) {
    const watching = watch();
    const document = documentOf(own, letter);
    await open(document);
    document.languageId = 'plaintext';
    await open(document);
    return { ...watching, document };
  }

  it('stays so, in later sessions too', async () => {
    const { detection } = await switchBack();
    expect(madeLetters()).toBe(0);
    expect(kept[memory]).toEqual([address]);
    await open(plain());
    expect(madeLetters()).toBe(0);
    expect(detection.whyPlain(plain())).toBe('chosen');
  });

  it('is not remembered where it has no file', async () => {
    const { detection, document } = await switchBack({ isUntitled: true });
    expect(kept[memory]).toBeUndefined();
    expect(detection.whyPlain(document)).toBe('chosen');
  });

  it('is read as a letter again on request, and forgotten then', async () => {
    const { detection, document } = await switchBack();
    kept[memory] = ['file:///other.txt', address];
    await detection.readAsLetter(document);
    expect(callsOf('setTextDocumentLanguage')).toEqual([[document, 'imr']]);
    expect(kept[memory]).toEqual(['file:///other.txt']);
  });

  it('is forgotten when it is made a letter by hand', async () => {
    kept[memory] = [address];
    watch();
    await open(documentOf({}, letter));
    expect(kept[memory]).toEqual([]);
  });

  it('is remembered with as many others as there is room for, the oldest forgotten first', async () => {
    kept[memory] = Array.from({ length: 500 }, (_, i) => `file:///${i}.txt`);
    await switchBack();
    expect(kept[memory]).toHaveLength(500);
    expect((kept[memory] as string[])[0]).toBe('file:///1.txt');
    expect((kept[memory] as string[]).at(-1)).toBe(address);
  });
});

it('a look that fails is told in the output', async () => {
  const { lines } = watch();
  await open(
    plain({
      uri: URI.parse(address),
      positionAt: () => {
        throw new Error('no such place');
      },
    }),
  );
  expect(lines).toEqual(['Looking for letters: no such place']);
});

it('nothing is looked at once the client has ended', async () => {
  watch().detection.dispose();
  await open(plain());
  expect(madeLetters()).toBe(0);
});
