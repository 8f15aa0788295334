import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentHighlight,
  LinkedEditingRanges,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutConclusion } from './letters';

let client: TestClient;
afterEach(() => client.close());

const open = async (text: string, setup: Parameters<typeof connect>[0] = { capabilities: fullCapabilities }) => {
  client = await connect(setup);
  return OpenLetter.open(client, text);
};

describe('document highlight', () => {
  const highlights = async (letter: OpenLetter, words: string) => {
    const found = await letter.ask<DocumentHighlight[] | null>('textDocument/documentHighlight', {
      position: letter.positionOf(words, 1),
    });
    return found?.map(({ range, kind }) => `${kind === 3 ? 'heading: ' : ''}${letter.textAt(range)}`);
  };

  it('shows an item in its heading, its rationale and the summary, from any of them', async () => {
    const letter = await open(twoDecisions);
    const expected = ['heading: Soma 350 mg #90', 'Soma 350 mg #90', 'Soma 350 mg #90', 'Soma', 'Soma 350 mg #90'];
    expect(await highlights(letter, 'Soma 350 mg #90: Upheld')).toEqual(expected);
    expect(await highlights(letter, 'Soma, and the records')).toEqual(expected);
    expect(await highlights(letter, 'Soma 350 mg #90. Utilization')).toEqual(expected);
  });

  it('shows a guideline wherever it is cited', async () => {
    const letter = await open(twoDecisions);
    expect(await highlights(letter, 'Knee Complaints 2004.')).toHaveLength(2);
  });

  it('keeps the editor from highlighting every copy of another word', async () => {
    const letter = await open(twoDecisions);
    expect(await highlights(letter, 'affiliation')).toEqual(['']);
  });
});

describe('rename', () => {
  const rename = async (letter: OpenLetter, words: string, newName: string) => {
    const edit = await letter.ask<WorkspaceEdit>('textDocument/rename', {
      position: letter.positionOf(words),
      newName,
    });
    return letter.applied(edit);
  };

  it('offers the item, with its text, in the heading and where it is said again', async () => {
    const letter = await open(twoDecisions);
    for (const words of ['Soma 350 mg #90: Upheld', 'Soma 350 mg #90 is not']) {
      const target = await letter.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', {
        position: letter.positionOf(words),
      });
      expect(target.placeholder).toBe('Soma 350 mg #90');
      expect(target.range.start).toEqual(letter.positionOf(words));
    }
    const elsewhere = { position: letter.positionOf('Utilization review') };
    expect(await letter.ask('textDocument/prepareRename', elsewhere)).toBeNull();
  });

  it('renames heading, rationale and conclusion, and leaves the record alone', async () => {
    const letter = await open(twoDecisions);
    const renamed = await rename(letter, 'Soma 350 mg #90: Upheld', 'Norco 5/325 mg #60');
    expect(renamed).toContain('Norco 5/325 mg #60: Upheld');
    expect(renamed).toContain('The MTUS does not recommend Norco, and');
    expect(renamed.replace(/\s+/g, ' ')).toContain('The request for Norco 5/325 mg #60 is not medically necessary.');
    expect(renamed).toContain('takes Soma 350 mg #90.');
  });

  it('leaves a shorter restatement alone where its words have no counterpart', async () => {
    const letter = await open(twoDecisions);
    const renamed = await rename(letter, 'Soma 350 mg #90: Upheld', 'Soma 350 mg one at night #30');
    expect(renamed).toContain('does not recommend Soma, and');
    expect(renamed.replace(/\s+/g, ' ')).toContain('The request for Soma 350 mg one at night #30 is not');
  });

  it('writes small what a sentence writes small', async () => {
    const letter = await open(twoDecisions);
    const name = 'Aquatic therapy of the left knee 2 times a week for 4 weeks';
    const renamed = (
      await rename(letter, 'Physical therapy of the left knee 2 times a week for 4 weeks:', name)
    ).replace(/\s+/g, ' ');
    expect(renamed).toContain(`${name}: Overturned`);
    expect(renamed).toContain('The request for aquatic therapy of the left knee');
  });

  it('refuses what is no item, saying why', async () => {
    const letter = await open(twoDecisions);
    const heading = 'Soma 350 mg #90: Upheld';
    await expect(rename(letter, heading, '  ')).rejects.toThrow('An item needs a name.');
    await expect(rename(letter, heading, 'Soma: Upheld')).rejects.toThrow('Leave out the outcome');
    await expect(rename(letter, 'Utilization review', 'Soma')).rejects.toThrow('Only the item of a decision');
    expect(client.log).toEqual([]);
  });
});

describe('linked editing', () => {
  const linked = async (letter: OpenLetter, words: string) => {
    const position = letter.positionOf(words, 3);
    const found = await letter.ask<LinkedEditingRanges | null>('textDocument/linkedEditingRange', { position });
    return found?.ranges.map((range) => letter.textAt(range));
  };

  it('joins the heading and what reads exactly as it does', async () => {
    const letter = await open(twoDecisions);
    const both = ['Soma 350 mg #90', 'Soma 350 mg #90'];
    expect(await linked(letter, 'Soma 350 mg #90: Upheld')).toEqual(both);
    expect(await linked(letter, 'Soma 350 mg #90 is not')).toEqual(both);
  });

  it('leaves alone what is written otherwise, and the record', async () => {
    const letter = await open(twoDecisions);
    expect(await linked(letter, 'Physical therapy of the left knee 2 times a week for 4 weeks:')).toBeUndefined();
    expect(await linked(letter, 'Soma 350 mg #90. Utilization')).toBeUndefined();
  });
});

describe('code lens', () => {
  const lenses = async (letter: OpenLetter) =>
    (await letter.ask<CodeLens[]>('textDocument/codeLens')).map(({ command }) => command);

  it('tells of each block its outcome, elements and problems, and opens its ledger', async () => {
    const letter = await open(withoutConclusion, {
      capabilities: fullCapabilities,
      initializationOptions: { commands: true },
    });
    const [first, second] = await lenses(letter);
    expect(first).toMatchObject({ command: 'imr.showLedger', arguments: [letter.uri, 0] });
    expect(first?.title).toMatch(/^Upheld · \d+ of \d+ elements · 1 problem$/);
    expect(second?.title).toMatch(/^Overturned · \d+ of \d+ elements · no problems$/);
  });

  it('is words alone for a client without our commands', async () => {
    const letter = await open(twoDecisions);
    for (const command of await lenses(letter)) expect(command?.command).toBe('');
  });

  it('can be switched off', async () => {
    const letter = await open(twoDecisions, { capabilities: fullCapabilities, settings: { codeLens: false } });
    expect(await lenses(letter)).toEqual([]);
  });
});
