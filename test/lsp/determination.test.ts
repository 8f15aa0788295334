import { afterEach, describe, expect, it } from 'vitest';
import { type Determination, type DeterminationRow, determination } from '../../server/src/protocol/determination';
import { sendRequest } from '../../server/src/protocol/messages';
import { rationaleChoices } from '../../server/src/protocol/rationales';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutConclusion, withoutOutcome } from './letters';

let client: TestClient;
afterEach(() => client.close());

const open = async (text: string, setup: Parameters<typeof connect>[0] = {}) => {
  client = await connect({ capabilities: fullCapabilities, ...setup });
  return OpenLetter.open(client, text);
};
const ask = ({ uri }: OpenLetter): Promise<Determination | null> =>
  sendRequest(client.connection, determination, { uri });
const rowsOf = async (letter: OpenLetter) => (await ask(letter))?.rows ?? [];
const flat = (rows: readonly DeterminationRow[]): DeterminationRow[] =>
  rows.flatMap((row) => [row, ...flat(row.children)]);
const rowOf = async (letter: OpenLetter, id: string): Promise<DeterminationRow> => {
  const row = flat(await rowsOf(letter)).find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};

describe('the letter by its decisions', () => {
  it('has each block with its outcome and open points, in it the problems and the ledger', async () => {
    const letter = await open(withoutConclusion);
    const rows = await rowsOf(letter);
    expect(rows.map(({ label, detail, sign }) => [label, detail, sign])).toEqual([
      ['Upheld · Soma 350 mg #90', '1 error', { kind: 'block', outcome: 'Upheld', state: 'errors' }],
      [
        'Overturned · Physical therapy of the left knee 2 times a week for 4 weeks',
        'no open points',
        { kind: 'block', outcome: 'Overturned', state: 'complete' },
      ],
    ]);
    const [problem, rationale] = rows[0]?.children ?? [];
    expect(problem).toMatchObject({
      label: expect.stringMatching(/^The rationale does not say whether/),
      detail: 'IMR301',
      sign: { kind: 'problem', severity: 'error', isFixable: true },
      block: 0,
    });
    expect(rationale).toMatchObject({ label: 'Rationale', sign: { kind: 'rationale' }, block: 0 });
    expect(rationale?.detail).toMatch(/^\d+ of \d+ elements · Muscle relaxants$/);
  });

  it('counts the elements as the lens does', async () => {
    const letter = await open(withoutConclusion);
    const lenses = await letter.ask<{ command: { title: string } }[]>('textDocument/codeLens');
    const rows = await rowsOf(letter);
    for (const [i, { children }] of rows.entries()) {
      const ledger = children.find(({ sign }) => sign.kind === 'rationale');
      const count = /\d+ of \d+ elements?/.exec(lenses[i]?.command.title ?? '')?.[0];
      expect(ledger?.detail).toContain(count);
      const asked = ledger?.children.filter(({ detail }) => !detail.includes('optional')) ?? [];
      const states = asked.map(({ sign }) => (sign.kind === 'element' ? sign.state : sign.kind));
      const n = (state: string) => states.filter((each) => each === state).length;
      expect(`${n('stated')} of ${n('stated') + n('criterion-only') + n('missing')} elements`).toBe(count);
    }
  });

  it('leads from an element to its sentence, from a missing one to the end of the rationale', async () => {
    const letter = await open(withoutConclusion);
    const present = flat(await rowsOf(letter)).filter(({ sign }) => sign.kind === 'element' && sign.state === 'stated');
    expect(present.length).toBeGreaterThan(5);
    for (const { detail, range } of present) {
      const [shown = ''] = /(?<=^")[^…"]+/.exec(detail) ?? [];
      expect(letter.textAt(range).replace(/\s+/g, ' ').slice(0, shown.length)).toBe(shown);
      expect(shown).not.toBe('');
    }
    expect(await rowOf(letter, 'block/1/common/conclusion')).toMatchObject({
      detail: expect.stringMatching(/^"The request for .*is medically necessary\."$|^"The request/),
    });
    const missing = await rowOf(letter, 'block/0/common/conclusion');
    expect(missing).toMatchObject({ detail: 'missing', sign: { state: 'missing' } });
    const end = letter.positionOf('it should be weaned.', 'it should be weaned.'.length);
    expect(missing.range).toEqual({ start: end, end });
  });

  it('says every row in words, for who sees no icon', async () => {
    const letter = await open(withoutConclusion);
    const rows = flat(await rowsOf(letter));
    const words = {
      letter: /./,
      rationale: /^Rationale, /,
      block: /^(Upheld|Overturned|No outcome), /,
      element: /, (stated for this patient|criterion only|missing|optional|not asked for here)/,
      problem: /^(Error|Warning|Information): /,
    };
    for (const { sign, spoken, label, tooltip } of rows) {
      expect(spoken).toMatch(words[sign.kind]);
      expect(spoken).toContain(label.replace(' · ', ', '));
      expect(tooltip).not.toBe('');
    }
  });

  it('has a row for the letter itself where something outside of the decisions is open, before them', async () => {
    const text = withoutConclusion.replace(/^Case Number:.*$/m, (line) => `${line} ${line}`);
    const letter = await open(text.replace('CLINICAL CASE SUMMARY\n', ''), { everyRule: true });
    const [first] = await rowsOf(letter);
    expect(first).toMatchObject({ id: 'letter', sign: { kind: 'letter' }, label: 'Letter as a whole' });
    expect(first?.children.map(({ detail }) => detail)).toContain('IMR101');
    expect(first?.children.every(({ block }) => block === undefined)).toBe(true);
  });

  it('leads to the place where a rationale belongs that is not there', async () => {
    const letter = await open(twoDecisions.replace(/\n\nDecision rationale: The MTUS does not[\s\S]*?necessary\./, ''));
    const rationale = await rowOf(letter, 'block/0/rationale');
    expect(rationale.detail).toMatch(/^missing · 0 of \d+ elements/);
    expect(letter.document.offsetAt(rationale.range.start)).toBeLessThanOrEqual(
      letter.text.indexOf('Physical therapy of the left knee 2 times a week for 4 weeks: '),
    );
  });

  it('has names of its own for the rows, each once', async () => {
    const letter = await open(withoutOutcome.replace('Norco 10/325mg #60:', 'Norco Norco 10/325mg #60 the the:'), {
      everyRule: true,
    });
    const ids = flat(await rowsOf(letter)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await rowOf(letter, 'block/0')).label).toMatch(/^No outcome · /);
  });

  it('follows the text, and keeps the names of its rows', async () => {
    const letter = await open(withoutConclusion);
    const before = await ask(letter);
    const end = letter.positionOf('it should be weaned.', 'it should be weaned.'.length);
    await letter.type({ start: end, end }, ' The request for Soma 350 mg #90 is not medically necessary.');
    const after = await ask(letter);
    expect([before?.version, after?.version]).toEqual([1, 2]);
    expect(after?.rows[0]?.detail).toBe('no open points');
    const named = (all: typeof before) => flat(all?.rows ?? []).map(({ id }) => id);
    expect(named(after)).toEqual(named(before).filter((id) => id !== 'block/0/IMR301/0'));
    expect(await rowOf(letter, 'block/0/common/conclusion')).toMatchObject({ sign: { state: 'stated' } });
  });

  it('says as little as the problems do about what is still being written', async () => {
    const letter = await open(twoDecisions, { initializationOptions: { cursor: true } });
    await letter.type(letter.rangeOf(' The request for Soma 350 mg #90 is not medically necessary.'), '');
    expect((await rowsOf(letter))[0]?.detail).toBe('no open points');
    await letter.save();
    await client.refreshes.next();
    expect((await rowsOf(letter))[0]?.detail).toBe('1 error');
  });

  it('is none of a text that is no letter, and of one that is closed', async () => {
    const letter = await open(twoDecisions);
    const other = await OpenLetter.open(client, 'Nothing.', 'file:///letters/b.txt', 'plaintext');
    expect(await ask(other)).toBeNull();
    await letter.close();
    expect(await ask(letter)).toBeNull();
  });
});

describe('an element', () => {
  it('bears the id of its sentence among the choices for a rationale', async () => {
    const letter = await open(withoutConclusion);
    const choices = await sendRequest(client.connection, rationaleChoices, {
      uri: letter.uri,
      block: 0,
    });
    const offered = choices?.choices.map(({ id }) => id);
    const missing = flat(await rowsOf(letter)).flatMap(({ sign, block }) =>
      block === 0 && sign.kind === 'element' && sign.state === 'missing' ? [sign.element] : [],
    );
    expect(missing.length).toBeGreaterThan(0);
    expect(offered).toEqual(expect.arrayContaining(missing));
  });
});
