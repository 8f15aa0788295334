import { afterEach, describe, expect, it } from 'vitest';
import {
  type InsertText,
  letterForms,
  type NewBlockParams,
  type NewLetterParams,
  newBlock,
  newLetter,
  undecidedItems,
} from '../../server/src/protocol/composing';
import { sendRequest } from '../../server/src/protocol/messages';
import {
  type InsertRationaleParams,
  insertRationale,
  type RationaleChoices,
  type RationaleChoicesParams,
  rationaleChoices,
} from '../../server/src/protocol/rationales';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter, withoutConclusion, withoutOutcome } from './letters';

let client: TestClient;
afterEach(() => client.close());

const start = async () => {
  client = await connect({ capabilities: fullCapabilities });
};

/** Throws where the server had nothing to insert. */
const present = (text: InsertText | null): InsertText => {
  if (!text) throw new Error('no text');
  return text;
};

describe('a new letter', () => {
  it('can be had in each form whose letters are known whole', async () => {
    await start();
    const forms = await sendRequest(client.connection, letterForms, {});
    expect(forms.map(({ id }) => id)).toEqual(expect.arrayContaining(['2014', '2015']));
    const items = [{ item: 'Soma 350 mg #90', outcome: 'Upheld' as const }];
    for (const { id: form } of forms) {
      const params: NewLetterParams = { form, specialty: 'Occupational Medicine', reviewDate: '', items };
      const { text, snippet, position } = present(await sendRequest(client.connection, newLetter, params));
      expect(position).toEqual({ line: 0, character: 0 });
      expect(text).toContain('Soma 350 mg #90: Upheld');
      expect(snippet).toMatch(/\$\{1:/);
      const letter = await OpenLetter.open(client, text, `file:///new/${form}.imr`);
      const errors = (await letter.diagnostics()).filter(({ severity }) => severity === 1);
      expect(errors).toEqual([]);
    }
  });

  it('leaves open what nobody has decided', async () => {
    await start();
    const items = [{ item: 'Soma 350 mg #90', outcome: null }];
    for (const form of ['2014', '2015']) {
      const params = { form, specialty: '', reviewDate: '', items };
      const { text, snippet } = present(await sendRequest(client.connection, newLetter, params));
      expect(text).toContain('Soma 350 mg #90: [Upheld | Overturned]');
      expect(text).toContain('[male | female]');
      expect(text).toMatch(/\[is not \| is\]\s+medically necessary/);
      expect(snippet).toContain('|[Upheld \\| Overturned],Upheld,Overturned|');
    }
  });

  it('of an unknown form is none', async () => {
    await start();
    const params: NewLetterParams = { form: '1999', specialty: '', reviewDate: '', items: [] };
    expect(await sendRequest(client.connection, newLetter, params)).toBeNull();
  });
});

describe('a new decision block', () => {
  it('goes behind the last one, in the letter’s own form', async () => {
    await start();
    const letter = await OpenLetter.open(client, cleanLetter);
    const params: NewBlockParams = { uri: letter.uri, item: 'MRI of the left knee', outcome: 'Overturned' };
    const { text, position } = present(await sendRequest(client.connection, newBlock, params));
    expect(text).toMatch(/^\n\nMRI of the left knee: Overturned\n\nClaims Administrator guideline: /);
    await letter.type({ start: position, end: position }, text);
    expect((await letter.diagnostics()).filter(({ severity }) => severity === 1)).toEqual([]);
    expect(JSON.stringify(await letter.ask('textDocument/documentSymbol'))).toContain('MRI of the left knee');
  });
});

describe('items without a block', () => {
  it('are told in the words of the summary', async () => {
    await start();
    const text = cleanLetter.replace('denied Norco 10/325mg #60', 'denied Norco 10/325mg #60 and Zanaflex 4mg #30');
    const { uri } = await OpenLetter.open(client, text);
    const found = await sendRequest(client.connection, undecidedItems, { uri });
    expect(found).toEqual([{ item: 'Zanaflex 4mg #30', kind: 'denied' }]);
  });
});

describe('a rationale', () => {
  const ask = (params: RationaleChoicesParams): Promise<RationaleChoices | null> =>
    sendRequest(client.connection, rationaleChoices, params);

  it('is completed where it stands, whichever place of its block is given', async () => {
    await start();
    const letter = await OpenLetter.open(client, withoutConclusion);
    const { uri } = letter;
    const found = await ask({ uri, block: letter.positionOf('should be weaned') });
    expect(found).toMatchObject({ block: 0, item: 'Soma 350 mg #90', outcome: 'Upheld' });
    expect(found?.choices.map(({ id }) => id)).toEqual(expect.arrayContaining(['whole', 'conclusion']));
    const params: InsertRationaleParams = { uri, block: 0, choices: ['conclusion'] };
    const { position, end, text } = present(await sendRequest(client.connection, insertRationale, params));
    await letter.type({ start: position, end: end ?? position }, text);
    expect(await letter.diagnostics()).toEqual([]);
    expect(await ask({ uri, block: { line: 0, character: 0 } })).toBeNull();
  });

  it('leaves open what nobody has decided', async () => {
    await start();
    const { uri } = await OpenLetter.open(client, withoutOutcome);
    const found = await ask({ uri, block: 0 });
    expect(found?.outcome).toBeNull();
    expect(found?.choices).not.toEqual([]);
    for (const { text } of found?.choices ?? []) expect(text).not.toMatch(/(?:is|is not) medically necessary/);
  });
});
