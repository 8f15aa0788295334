// Letters that are far too long are answered like any other, whatever is asked.
import { expect, it } from 'vitest';
import { connect, fullCapabilities } from '../lsp/client';
import { OpenLetter } from '../lsp/editor';
import { withoutConclusion } from '../lsp/letters';
import { requests } from '../lsp/requests';

it.each([
  ['of 200,000 lines', withoutConclusion + 'It is so.\n'.repeat(200_000)],
  ['with one line of 1 MB', withoutConclusion.replace('The MTUS does', `${'It is so. '.repeat(100_000)}The MTUS does`)],
])(
  'a letter %s is answered',
  async (_, text) => {
    const client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, text);
    for (const [method, params] of requests) await letter.ask(method, params);
    expect((await letter.diagnostics()).map(({ code }) => code)).toContain('IMR301');
    expect(client.log).toEqual([]);
    await client.close();
  },
  300_000,
);
