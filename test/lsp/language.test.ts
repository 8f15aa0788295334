import { afterEach, describe, expect, it } from 'vitest';
import type { Language } from '../../server/src/core/index';
import { language } from '../language';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter } from './letters';

const misspelled = cleanLetter.replace('low back', 'lowwer back');

let client: TestClient;
const start = async (loadLanguage: () => Promise<Language>, settings = {}) => {
  client = await connect({ capabilities: fullCapabilities, everyRule: true, settings, runtime: { loadLanguage } });
  return client;
};
afterEach(() => client.close());

const codes = async (letter: OpenLetter): Promise<unknown[]> => (await letter.diagnostics()).map(({ code }) => code);

describe('the language of an open letter', () => {
  it('is loaded once, after the first findings, and the client is told to ask again', async () => {
    let loads = 0;
    let finish = (_: Language): void => {};
    const loaded = new Promise<Language>((resolve) => {
      finish = resolve;
    });
    const letter = await OpenLetter.open(
      await start(() => {
        loads++;
        return loaded;
      }),
      misspelled,
    );
    const before = await letter.pull();
    expect(await codes(letter)).not.toContain('IMR701');
    finish(language);
    await client.refreshes.next();
    const after = await letter.pull(before.resultId);
    expect(after.kind).toBe('full');
    expect(await codes(letter)).toContain('IMR701');
    await letter.type({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n');
    expect(await codes(letter)).toContain('IMR701');
    expect(loads).toBe(1);
  });

  it('costs its own findings alone where it cannot be loaded, and the log says why', async () => {
    const letter = await OpenLetter.open(
      await start(() => Promise.reject(new Error('no such file'))),
      misspelled.replace(' is not medically necessary', ''),
    );
    expect(await codes(letter)).toContain('IMR301');
    await expect.poll(() => client.log.join('\n')).toContain('language is not checked: Error');
    expect(await codes(letter)).toContain('IMR301');
  });
});
