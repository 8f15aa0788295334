import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { blockOf, documentOf, editorOf, letterOf, rangeOf } from './fakes';
import { done, editor, events, reset } from './vscode';

vi.mock('vscode', async () => (await import('./vscode')).vscode);
const { showMarks } = await import('../../client/src/marks');
const { createLetterStates } = await import('../../client/src/letter-states');
const { markAddress } = await import('../../client/src/mark-icons');

type Decoration = (typeof done.decorations)[number];
const outcomes = ['Upheld', 'Overturned', null] as const;
const states = ['complete', 'warnings', 'errors'] as const;

function show() {
  const shown = editorOf(documentOf());
  editor.visibleTextEditors = [shown];
  const letters = createLetterStates();
  return { shown, letters, marks: showMarks(letters) };
}

/** What was painted last: the decorations with a range, and where. */
function painted({ calls }: ReturnType<typeof editorOf>) {
  const last = new Map(calls.map(([, decoration, ranges]) => [decoration as Decoration, ranges as object[]]));
  return [...last].filter(([, ranges]) => ranges.length > 0).map(([{ options }, ranges]) => ({ options, ranges }));
}

beforeEach(reset);

describe('the marks of a block', () => {
  it.each(outcomes.flatMap((outcome) => states.map((state) => [outcome, state] as const)))(
    'whose outcome is %s and whose state is %s',
    (outcome, state) => {
      const { shown, letters } = show();
      const heading = { start: { line: 3, character: 2 }, end: { line: 4, character: 9 } };
      letters.accept(letterOf({ blocks: [blockOf({ outcome, state, heading })] }));
      const name = outcome?.toLowerCase() as 'upheld' | undefined;
      const [rail, line, icon, ...more] = painted(shown);
      expect(more).toEqual([]);
      expect(rail?.options).toMatchObject({ isWholeLine: true, borderColor: { id: `imr.${name ?? 'undecided'}` } });
      expect(rail?.ranges).toEqual([blockOf().range]);
      expect(line?.options).toMatchObject({
        isWholeLine: true,
        backgroundColor: { id: `imr.${name ?? 'undecided'}Background` },
        overviewRulerColor: { id: `imr.${name ?? 'undecided'}` },
      });
      expect(line?.ranges).toEqual([heading]);
      expect(icon?.options.light?.gutterIconPath?.toString()).toBe(
        URI.parse(markAddress(name ?? 'undecided', state, 'light')).toString(),
      );
      expect(icon?.ranges).toEqual([rangeOf(3, 2)]);
    },
  );

  it('differ in the kind of their rail', () => {
    show();
    const kinds = done.decorations.map(({ options }) => options.borderStyle).filter(Boolean);
    expect(new Set(kinds).size).toBe(outcomes.length);
    expect(done.decorations).toHaveLength(outcomes.length * (states.length + 2));
  });
});

describe('marks', () => {
  const one = letterOf({ blocks: [blockOf()] });

  it('are painted once for a state, and not for an older version of the text', () => {
    const { shown, letters } = show();
    letters.accept(one);
    const count = shown.calls.length;
    events.changeVisibleTextEditors.fire(undefined);
    expect(shown.calls).toHaveLength(count);
    Object.assign(shown.document, { version: 2 });
    letters.accept(letterOf({ version: 1 }));
    expect(shown.calls).toHaveLength(count);
    letters.accept(letterOf({ version: 2 }));
    expect(painted(shown)).toEqual([]);
  });

  it('are taken away, once, when nothing is known any more', () => {
    const { shown, letters } = show();
    letters.clear();
    expect(shown.calls).toEqual([]);
    letters.accept(one);
    letters.clear();
    expect(painted(shown)).toEqual([]);
    const count = shown.calls.length;
    letters.clear();
    expect(shown.calls).toHaveLength(count);
  });

  it('are switched off and on by their setting', () => {
    const { shown, letters } = show();
    letters.accept(one);
    editor.settings['imr.marks'] = false;
    events.changeConfiguration.fire({ affectsConfiguration: (name) => name === 'imr.detect' });
    expect(painted(shown)).toHaveLength(3);
    events.changeConfiguration.fire({ affectsConfiguration: (name) => name === 'imr.marks' });
    expect(painted(shown)).toEqual([]);
    editor.settings['imr.marks'] = true;
    events.changeConfiguration.fire({ affectsConfiguration: (name) => name === 'imr.marks' });
    expect(painted(shown)).toHaveLength(3);
  });

  it('end with the client', () => {
    const { marks } = show();
    marks.dispose();
    expect(done.decorations.every(({ isDisposed }) => isDisposed)).toBe(true);
  });
});
