import { afterEach, describe, expect, it } from 'vitest';
import { checkLetter, cursorMoved } from '../../server/src/protocol/checking';
import { sendNotification } from '../../server/src/protocol/messages';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutConclusion } from './letters';

let client: TestClient;
afterEach(() => client.close());

const codes = async (letter: OpenLetter) => (await letter.diagnostics()).map(({ code }) => code);
const pulling = { capabilities: fullCapabilities };

describe('quiet typing', () => {
  const start = async () => {
    client = await connect({ ...pulling, initializationOptions: { cursor: true } });
    const letter = await OpenLetter.open(client, twoDecisions);
    await letter.type(letter.rangeOf(' The request for Soma 350 mg #90 is not medically necessary.'), '');
    return letter;
  };
  const move = (letter: OpenLetter, words: string | null) =>
    sendNotification(client.connection, cursorMoved, {
      uri: letter.uri,
      position: words === null ? null : letter.positionOf(words),
    });

  it('holds back what is not written yet in the block being edited', async () => {
    expect(await codes(await start())).toEqual([]);
  });

  it('goes on while the cursor stays in the block', async () => {
    const letter = await start();
    await move(letter, 'should be weaned');
    expect(await codes(letter)).toEqual([]);
  });

  it('tells it when the cursor has left the block, and tells the client to ask', async () => {
    const letter = await start();
    const { resultId } = await letter.pull();
    await move(letter, 'Physical therapy of the left knee 2 times a week for 4 weeks: ');
    await client.refreshes.next();
    expect(await letter.pull(resultId)).toMatchObject({ kind: 'full', items: [{ code: 'IMR301' }] });
  });

  it('tells it when the editor loses the focus', async () => {
    const letter = await start();
    await move(letter, null);
    await client.refreshes.next();
    expect(await codes(letter)).toEqual(['IMR301']);
  });

  it.each([[undefined], [1 as const]])('tells it when the letter is saved by hand (reason %s)', async (reason) => {
    const letter = await start();
    await letter.save(reason);
    await client.refreshes.next();
    expect(await codes(letter)).toEqual(['IMR301']);
  });

  it.each([[2 as const], [3 as const]])('holds it back when the editor saves by itself (reason %s)', async (reason) => {
    const letter = await start();
    await letter.save(reason);
    await letter.type(letter.rangeOf('no gain'), 'no gains');
    expect(await codes(letter)).toEqual([]);
    expect(client.refreshes.size).toBe(0);
  });

  it('holds back a slip in the sentence of the cursor, and tells it when the cursor has left the sentence', async () => {
    const letter = await start();
    await letter.type(letter.rangeOf('no gain'), 'no no gain');
    await move(letter, 'no no gain');
    expect(await codes(letter)).toEqual([]);
    await move(letter, 'should be weaned');
    await client.refreshes.next();
    expect(await codes(letter)).toEqual(['IMR502']);
  });

  it('shows no warning on the places of a template just inserted', async () => {
    client = await connect({ ...pulling, everyRule: true, initializationOptions: { cursor: true } });
    const letter = await OpenLetter.open(client, twoDecisions);
    const before = await codes(letter);
    const template =
      'Decision rationale: The injured worker has [diagnosis]. [agreement: documented | not documented] ';
    await letter.type(letter.rangeOf('Decision rationale: '), template);
    await move(letter, '[diagnosis]');
    expect(await codes(letter)).toEqual(before);
    await move(letter, '[agreement');
    expect(await codes(letter)).toEqual(before);
    await letter.save(1);
    await client.refreshes.next();
    expect(await codes(letter)).toContain('IMR509');
  });

  it('holds nothing back before anything is typed', async () => {
    client = await connect({ ...pulling, initializationOptions: { cursor: true } });
    expect(await codes(await OpenLetter.open(client, withoutConclusion))).toEqual(['IMR301']);
  });

  it('tells a client that does not send its cursor after a rest', async () => {
    client = await connect({ ...pulling, runtime: { writingRest: 50 } });
    const letter = await OpenLetter.open(client, twoDecisions);
    await letter.type(letter.rangeOf(' The request for Soma 350 mg #90 is not medically necessary.'), '');
    expect(await codes(letter)).toEqual([]);
    await client.refreshes.next();
    expect(await codes(letter)).toEqual(['IMR301']);
  });
});

describe('imr.run: onSave', () => {
  it('checks at opening and at saving, and lets the findings stand in between', async () => {
    client = await connect({ ...pulling, settings: { run: 'onSave' } });
    const letter = await OpenLetter.open(client, twoDecisions);
    const opened = await letter.pull();
    expect(opened).toMatchObject({ kind: 'full', items: [] });
    await letter.type(letter.rangeOf('no gain'), 'no no gain');
    expect(await letter.pull(opened.resultId)).toMatchObject({ kind: 'unchanged' });
    await letter.save();
    await client.refreshes.next();
    expect(await letter.pull(opened.resultId)).toMatchObject({ kind: 'full', items: [{ code: 'IMR502' }] });
  });

  it('pushes at opening and at saving only', async () => {
    client = await connect({ capabilities: { workspace: { configuration: true } }, settings: { run: 'onSave' } });
    const letter = await OpenLetter.open(client, twoDecisions);
    expect((await client.published.next()).diagnostics).toEqual([]);
    await letter.type(letter.rangeOf('no gain'), 'no no gain');
    await letter.save();
    const { version, diagnostics } = await client.published.next();
    expect({ version, codes: diagnostics.map(({ code }) => code) }).toEqual({ version: 2, codes: ['IMR502'] });
    expect(client.published.size).toBe(0);
  });
});

describe('imr.run: manual', () => {
  it('checks when asked to', async () => {
    client = await connect({ ...pulling, settings: { run: 'manual' } });
    const letter = await OpenLetter.open(client, twoDecisions);
    const opened = await letter.pull();
    await letter.type(letter.rangeOf('no gain'), 'no no gain');
    await letter.save();
    expect(await letter.pull(opened.resultId)).toMatchObject({ kind: 'unchanged' });
    await sendNotification(client.connection, checkLetter, { uri: letter.uri });
    await client.refreshes.next();
    expect(await letter.pull(opened.resultId)).toMatchObject({ kind: 'full', items: [{ code: 'IMR502' }] });
  });
});

describe('settings', () => {
  it('are asked for again when they have changed, and all is due', async () => {
    client = await connect({ ...pulling, settings: { run: 'manual' } });
    const letter = await OpenLetter.open(client, twoDecisions);
    const { resultId } = await letter.pull();
    await letter.type(letter.rangeOf('no gain'), 'no no gain');
    client.settings.run = 'onType';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.refreshes.next();
    expect(await letter.pull(resultId)).toMatchObject({ kind: 'full', items: [{ code: 'IMR502' }] });
  });

  it('are taken from what a client without workspace/configuration sends', async () => {
    client = await connect({ initializationOptions: { imr: { run: 'manual' } } });
    const letter = await OpenLetter.open(client, twoDecisions);
    await client.published.next();
    await letter.type(letter.rangeOf('no gain'), 'no no gain');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { imr: {} } });
    const { diagnostics } = await client.published.next();
    expect(diagnostics.map(({ code }) => code)).toEqual(['IMR502']);
  });

  it('are the defaults for a client that never answers', async () => {
    client = await connect({ ...pulling });
    client.connection.onRequest('workspace/configuration', () => new Promise(() => {}));
    const letter = await OpenLetter.open(client, withoutConclusion);
    expect(await codes(letter)).toEqual(['IMR301']);
    expect(client.log).toEqual(['no settings from the client: it does not answer']);
  });

  it('of a wrong kind are as if they were not there', async () => {
    client = await connect({ ...pulling, settings: { run: 7, rules: 'none', codeLens: null } });
    const letter = await OpenLetter.open(client, withoutConclusion);
    expect(await codes(letter)).toEqual(['IMR301']);
    expect(client.log).toEqual([]);
  });
});

describe('the state of a letter', () => {
  it('is told to a client that asks for it: form, blocks with outcome and open points, and where they are', async () => {
    client = await connect({ ...pulling, initializationOptions: { letterState: true } });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const state = await client.states.next();
    expect(state).toMatchObject({ uri: letter.uri, version: 1, form: { id: '2015' }, openPoints: 1 });
    expect(state.blocks.map(({ item, outcome, state, openPoints }) => [item, outcome, state, openPoints])).toEqual([
      ['Soma 350 mg #90', 'Upheld', 'errors', 1],
      ['Physical therapy of the left knee 2 times a week for 4 weeks', 'Overturned', 'complete', 0],
    ]);
    expect(letter.textAt(state.blocks[1]?.outcomeRange as never)).toBe('Overturned');
    await letter.type(letter.rangeOf('Overturned'), 'Upheld');
    const next = await client.states.find(({ version }) => version === 2);
    expect(next.blocks[1]).toMatchObject({ outcome: 'Upheld', state: 'errors' });
  });

  it('is not sent to a client that does not', async () => {
    client = await connect();
    await OpenLetter.open(client, withoutConclusion);
    await client.published.next();
    expect(client.states.size).toBe(0);
  });
});
