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
    expect(value).toContain('[IMR301](imr-library:/rule/IMR301.md) the rationale never says');
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
      /\nRationale \(Physical therapy.*\): \d+ of \d+ elements; no words on\n- Guideline visit number/,
    );
    expect(value).toMatch(/\n\nNo open points\.$/);
  });

  it('tells nothing where there is nothing to tell', async () => {
    client = await connect();
    const letter = await OpenLetter.open(client, withoutConclusion);
    expect(await letter.hover(letter.positionOf('active clinical'))).toBeNull();
  });
});
