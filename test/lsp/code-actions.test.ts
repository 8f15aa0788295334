import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter, twoDecisions, withoutConclusion, withoutOutcome } from './letters';

let client: TestClient;
afterEach(() => client.close());

const open = async (text: string, capabilities = fullCapabilities) => {
  client = await connect({ capabilities });
  return OpenLetter.open(client, text);
};

describe('quick fixes', () => {
  it('are offered without their edit, which is made when one is chosen', async () => {
    const letter = await open(withoutConclusion);
    const [action] = await letter.actions(letter.rangeOf('should be weaned.'));
    expect(action).toMatchObject({
      title: 'Add the conclusion: … is not medically necessary',
      kind: 'quickfix',
      diagnostics: [{ code: 'IMR301' }],
    });
    // It asserts something: Auto Fix must not run it.
    expect(action).not.toHaveProperty('isPreferred');
    expect(action?.edit).toBeUndefined();
    const { edit } = await letter.resolve(action as CodeAction);
    expect(edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: letter.uri, version: 1 } });
    expect(letter.applied(edit).replace(/\s+/g, ' ')).toContain(
      'should be weaned. The request for Soma 350 mg #90 is not medically necessary.',
    );
  });

  it('leave no finding behind when applied', async () => {
    const letter = await open(withoutConclusion);
    const [action] = await letter.actions(letter.rangeOf('should be weaned.'));
    const { edit } = await letter.resolve(action as CodeAction);
    const mended = await OpenLetter.open(client, letter.applied(edit), 'file:///letters/mended.imr');
    expect(await mended.diagnostics()).toEqual([]);
  });

  it('hold tab stops where the client has them', async () => {
    const letter = await open(withoutOutcome);
    const [action] = await letter.actions(letter.rangeOf('#60:\n'));
    const { edit } = await letter.resolve(action as CodeAction);
    expect(JSON.stringify(edit)).toContain('{1|[Upheld \\\\| Overturned],Upheld,Overturned|}');
  });

  it('are plain, whole and unversioned for a client that states nothing but code actions', async () => {
    const letter = await open(withoutOutcome, {
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    });
    const [action] = await letter.actions(letter.rangeOf('#60:\n'));
    expect(action).not.toHaveProperty('data');
    expect(action).not.toHaveProperty('isPreferred');
    expect(Object.keys(action?.edit ?? {})).toEqual(['changes']);
    expect(letter.applied(action?.edit)).toBe(cleanLetter.replace('#60: Upheld', '#60: [Upheld | Overturned]'));
  });

  it('are refused when the letter has changed since they were offered', async () => {
    const letter = await open(withoutConclusion);
    const [action] = await letter.actions(letter.rangeOf('should be weaned.'));
    const { start } = letter.rangeOf('HOW THE IMR');
    await letter.type({ start, end: start }, '\n');
    await expect(letter.resolve(action as CodeAction)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(client.log).toEqual([]);
  });

  it('are not offered away from their problem, nor to who asks for another kind', async () => {
    const letter = await open(withoutConclusion);
    expect(await letter.actions(letter.rangeOf('HOW THE IMR'))).toEqual([]);
    expect(await letter.actions(letter.rangeOf('should be weaned.'), ['source'])).toEqual([]);
  });
});

describe('fixing many at once', () => {
  const twoDoubled = cleanLetter
    .replace('The injured worker is', 'The injured injured worker is')
    .replace('the records show', 'the records records show');

  it('is offered where two or more of a kind can be mended', async () => {
    const letter = await open(twoDoubled);
    const actions = await letter.actions(letter.rangeOf('injured injured'));
    const all = actions.find(({ title }) => title.startsWith('Fix all'));
    expect(all?.title).toBe('Fix all 2 IMR502 (doubled-word) in this letter');
    const { edit } = await letter.resolve(all as CodeAction);
    expect(letter.applied(edit)).toBe(cleanLetter);
  });

  it('is not offered for one', async () => {
    const letter = await open(cleanLetter.replace('the records show', 'the records records show'));
    const titles = (await letter.actions(letter.rangeOf('records records'))).map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('Fix all'))).toBe(false);
  });

  it('is not offered for what a person must look at, one by one', async () => {
    const letter = await open(twoDecisions.replace('#90: Upheld', '#90:').replace('4 weeks: Overturned', '4 weeks:'));
    const actions = await letter.actions(letter.rangeOf('#90:\n'));
    expect(actions.filter(({ title }) => title.startsWith('Fix all'))).toEqual([]);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    expect(await letter.actions(letter.rangeOf(letter.text), ['source.fixAll'])).toEqual([]);
  });

  it('marks a safe fix as preferred, and puts the first fix of each problem before the others', async () => {
    const letter = await open(twoDoubled.replace('#60: Upheld', '#60:'));
    const [doubled] = await letter.actions(letter.rangeOf('records records'));
    expect(doubled).toMatchObject({ title: 'Delete one "records"', isPreferred: true });
    const [first, ...others] = await letter.actions(letter.rangeOf(letter.text));
    expect(first?.diagnostics?.length).toBe(1);
    const repairs = [first, ...others].filter((action) => action?.data && !/^(?:Fix all|Apply all)/.test(action.title));
    const codes = repairs.flatMap((action) => action?.diagnostics?.[0]?.code ?? []);
    expect(codes.slice(0, new Set(codes).size)).toEqual([...new Set(codes)]);
  });

  it('takes the safe ones of all kinds on request, as on save', async () => {
    const letter = await open(twoDoubled.replace('a month, and', 'a month,and'));
    const whole = letter.rangeOf(letter.text);
    expect((await letter.actions(whole)).some(({ kind }) => kind?.startsWith('source'))).toBe(false);
    const [action, ...others] = await letter.actions(whole, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind: 'source.fixAll.imr', title: 'Apply all safe fixes' });
    const { edit } = await letter.resolve(action as CodeAction);
    const mended = await OpenLetter.open(client, letter.applied(edit), 'file:///letters/mended.imr');
    expect(await mended.actions(mended.rangeOf(mended.text), ['source.fixAll.imr'])).toEqual([]);
  });
});

describe('the menu', () => {
  const openOurs = async (text: string, uri?: string) => {
    client = await connect({ capabilities: fullCapabilities, initializationOptions: { commands: true } });
    return OpenLetter.open(client, text, uri);
  };
  const titlesAt = async (letter: OpenLetter, words: string) =>
    (await letter.actions(letter.rangeOf(words))).map(({ title }) => title);

  it('names repairs, all of the rule, all safe ones, a rationale, the explanation, and ways to suppress, in this order', async () => {
    const letter = await openOurs(
      twoDecisions.replace('no gain', 'a gain gain').replace('The injured worker is', 'The injured injured worker is'),
    );
    expect(await titlesAt(letter, 'gain gain')).toEqual([
      'Delete one "gain"',
      'Fix all 2 IMR502 (doubled-word) in this letter',
      'Apply all safe fixes',
      'Insert rationale…',
      'Explain IMR502',
      'Suppress IMR502 here…',
      'Suppress IMR502 in this folder…',
    ]);
  });

  it('names a problem with each action, because editors move those that name none to the end', async () => {
    const letter = await openOurs(twoDecisions.replace('no gain', 'no no gain'));
    for (const { diagnostics } of await letter.actions(letter.rangeOf('no no gain'))) {
      expect(diagnostics).toMatchObject([{ code: 'IMR502' }]);
    }
  });

  it('begins with the explanation where nothing repairs the problem', async () => {
    client = await connect({
      capabilities: fullCapabilities,
      initializationOptions: { commands: true },
      everyRule: true,
    });
    const letter = await OpenLetter.open(client, twoDecisions.replace('no gain', 'no gain on 13/45/2015'));
    const range = letter.rangeOf('13/45/2015');
    const titles = (await letter.actions(range)).map(({ title }) => title);
    expect(titles).toEqual([
      'Explain IMR407',
      'Insert rationale…',
      'Suppress IMR407 here…',
      'Suppress IMR407 in this folder…',
    ]);
  });

  it('explains a rule on its page, or in a message where the client opens no pages', async () => {
    const letter = await openOurs(withoutConclusion);
    const explanation = (await letter.actions(letter.rangeOf('should be weaned.'))).find(
      ({ title }) => title === 'Explain IMR301',
    );
    expect(explanation?.command).toMatchObject({ command: 'imr.openPage', arguments: ['imr-library:/rule/IMR301.md'] });
    await client.close();
    const other = await open(withoutConclusion);
    const message = new Promise<string>((resolve) => {
      client.connection.onNotification('window/showMessage', (params: { message: string }) => resolve(params.message));
      client.connection.onRequest('window/showMessageRequest', (params: { message: string }) =>
        resolve(params.message),
      );
    });
    const { command } =
      (await other.actions(other.rangeOf('should be weaned.'))).find(({ title }) => title === 'Explain IMR301') ?? {};
    await client.connection.sendRequest('workspace/executeCommand', command);
    expect(await message).toMatch(/^IMR301 missing-conclusion: /);
  });
});

describe('a rationale to insert', () => {
  const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

  it('is offered in a rationale and on a heading to who asks, as a list for our own client', async () => {
    client = await connect({ capabilities: fullCapabilities, initializationOptions: { commands: true } });
    const letter = await OpenLetter.open(client, withoutConclusion);
    for (const words of ['should be weaned', 'Soma 350 mg #90: Upheld']) {
      const [action, ...others] = await letter.actions(letter.rangeOf(words), ['refactor']);
      expect(others).toEqual([]);
      expect(action?.command).toMatchObject({ command: 'imr.insertRationale', arguments: [letter.uri, 0] });
    }
    expect(await letter.actions(letter.rangeOf('HOW THE IMR'), ['refactor'])).toEqual([]);
    const context = { diagnostics: [], triggerKind: 2 };
    const range = letter.rangeOf('should be weaned');
    const unasked = (await letter.ask<CodeAction[]>('textDocument/codeAction', { range, context })) ?? [];
    expect(titles(unasked)).not.toContain('Insert rationale…');
  });

  it('is all that is missing, for another client', async () => {
    const letter = await open(withoutConclusion);
    const [action] = await letter.actions(letter.rangeOf('should be weaned'), ['refactor']);
    expect(action?.title).toBe('Insert what the rationale lacks');
    expect(letter.applied(action?.edit).replace(/\s+/g, ' ')).toContain('Soma 350 mg #90 is not medically necessary.');
  });
});

describe('the range that is asked about', () => {
  const titlesFor = async (letter: OpenLetter, params: object) =>
    ((await letter.ask<CodeAction[] | null>('textDocument/codeAction', params)) ?? []).map(({ title }) => title);
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const outcome = 'Add the outcome';
  const conclusion = 'Add the conclusion: … is not medically necessary';

  it('meets what is missing anywhere on the word that is underlined for it, and where it is missing', async () => {
    const letter = await open(withoutOutcome);
    const missing = (await letter.diagnostics()).find(({ code }) => code === 'IMR103');
    const underlined = missing?.range ?? nowhere;
    expect(letter.textAt(underlined)).toBe('#60:');
    for (let character = underlined.start.character; character <= underlined.end.character; character++) {
      const at = { line: underlined.start.line, character };
      const context = { diagnostics: [] };
      expect((await titlesFor(letter, { range: { start: at, end: at }, context }))[0]).toBe(outcome);
    }
  });

  it('may be elsewhere where diagnostics are named: theirs are the actions', async () => {
    client = await connect({ capabilities: fullCapabilities, initializationOptions: { commands: true } });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const diagnostics = await letter.diagnostics();
    expect(await titlesFor(letter, { range: nowhere, context: { diagnostics } })).toEqual([
      conclusion,
      'Add the conclusion and all else that the rationale lacks',
      'Insert rationale…',
      'Explain IMR301',
      'Suppress IMR301 here…',
      'Suppress IMR301 in this folder…',
    ]);
    const moved = diagnostics.map((each) => ({ ...each, range: nowhere }));
    expect(await titlesFor(letter, { range: nowhere, context: { diagnostics: moved } })).toEqual([]);
    expect(await titlesFor(letter, { range: nowhere, context: { diagnostics, only: ['source'] } })).toEqual([]);
  });

  it('comes first where diagnostics of other places are named too', async () => {
    const letter = await open(withoutConclusion.replace('The injured worker is', 'The injured injured worker is'));
    const diagnostics = await letter.diagnostics();
    const range = letter.rangeOf('weaned.');
    const titles = await titlesFor(letter, { range, context: { diagnostics } });
    expect(titles.slice(0, 2)).toEqual([conclusion, 'Delete one "injured"']);
    expect(titles.filter((title) => title === conclusion)).toHaveLength(1);
  });
});
