import { afterEach, describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver/node';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { withoutConclusion } from './letters';

let client: TestClient;
afterEach(() => client.close());

describe('hover over an outcome', () => {
  it('tells in markdown what was found in the block and what is missing', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const hover = await letter.hover(letter.positionOf('Upheld', 2));
    expect(letter.textAt(hover?.range as never)).toBe('Upheld');
    expect(hover?.contents).toMatchObject({ kind: 'markdown' });
    const { value } = (hover as { contents: MarkupContent }).contents;
    expect(value).toMatch(/^\*\*Upheld · Soma 350 mg #90\*\*/);
    expect(value).toMatch(/\*\*Missing\*\*\n- Conclusion: no sentence says/);
    expect(value).toContain('[IMR301](imr-library:/rule/IMR301.md) The rationale does not say');
  });

  it('tells the same in plain text to a client without markdown', async () => {
    client = await connect();
    const letter = await OpenLetter.open(client, withoutConclusion);
    const hover = await letter.hover(letter.positionOf('Overturned'));
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
    const { value } = (hover as { contents: MarkupContent }).contents;
    expect(value).toContain(`Overturned · Physical therapy of the left knee 2 times a week for 4 weeks

Found
- Outcome: Overturned
- Claims Administrator guideline: Knee Complaints 2004
- MAXIMUS guideline: Knee Complaints 2004
- Decision rationale: 37 words
- Conclusion: medically necessary, which agrees with the outcome
`);
    expect(value).toMatch(
      /\nRationale \(Physical therapy.*\): \d+ of \d+ elements; nothing on\n- The visits requested, against/,
    );
    expect(value).toMatch(/\n\nNo open points\.$/);
  });

  it('helps with a problem where nothing else is told', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const hover = await letter.hover(letter.positionOf('it should be weaned.', 'it should be weaned.'.length));
    const { value } = (hover as { contents: MarkupContent }).contents;
    expect(value).toMatch(/^\*\*The rationale does not say whether the request is medically necessary\.\*\*/);
    expect(value).toMatch(
      /\n\n\[IMR301\]\(imr-library:\/rule\/IMR301\.md\) A determination must say .*Labor Code 4610\.6/,
    );
  });

  it('tells nothing where there is nothing to tell', async () => {
    client = await connect();
    const letter = await OpenLetter.open(client, withoutConclusion);
    expect(await letter.hover(letter.positionOf('active clinical'))).toBeNull();
  });
});

describe('links of a hover', () => {
  const valueIn = async (setup: Parameters<typeof connect>[0]) => {
    client = await connect(setup);
    const letter = await OpenLetter.open(client, withoutConclusion);
    const hover = await letter.hover(letter.positionOf('Soma 350 mg #90: Upheld', 1));
    return (hover as { contents: MarkupContent }).contents.value;
  };

  it('lead to pages by address, by our own command, or nowhere', async () => {
    const initializationOptions = { commands: true };
    expect(await valueIn({ capabilities: fullCapabilities })).toContain(
      '[Open the card](imr-library:/drug/carisoprodol.md)',
    );
    await client.close();
    expect(await valueIn({ capabilities: fullCapabilities, initializationOptions })).toContain(
      '[Open the card](command:imr.openPage?%5B%22imr-library%3A%2Fdrug%2Fcarisoprodol.md%22%5D)',
    );
    await client.close();
    const markdown = { textDocument: { hover: { contentFormat: ['markdown' as const] } } };
    expect(await valueIn({ capabilities: markdown })).not.toMatch(/Open the card|imr-library|\]\(command/);
  });
});
