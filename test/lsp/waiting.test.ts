// While a long letter is checked, others are served.
import { afterEach, describe, expect, it } from 'vitest';
import { inSlices } from '../../server/src/lsp/slices';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutConclusion } from './letters';

let client: TestClient | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const [head = '', ...blocks] = withoutConclusion.split(/(?=^Soma 350 mg #90: Upheld)/m);
const long = head + blocks.join('\n\n').repeat(60);

describe('a long letter that is being checked', () => {
  it('lets another be served before its findings are there', async () => {
    client = await connect({ capabilities: fullCapabilities, everyRule: true });
    const other = await OpenLetter.open(client, twoDecisions, 'file:///letters/b.imr');
    await other.diagnostics();
    const letter = await OpenLetter.open(client, long);
    const order: string[] = [];
    const findings = letter.diagnostics().then((found) => {
      order.push('findings');
      return found;
    });
    await other.hover(other.positionOf('Soma'));
    order.push('hover');
    expect((await findings).filter(({ code }) => code === 'IMR301')).toHaveLength(60);
    expect(order).toEqual(['hover', 'findings']);
  });

  it('gives the findings of its newest version to who asked before it was typed', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, long);
    const asked = letter.diagnostics();
    await letter.type(letter.rangeOf('records show no gain'), 'records show no no gain');
    expect((await asked).map(({ code }) => code)).toContain('IMR502');
  });
});

describe('work in slices', () => {
  const steps = (count: number) => {
    let done = 0;
    return (isTimeUp: () => boolean): boolean => {
      while (done < count) {
        done++;
        const end = performance.now() + 3;
        while (performance.now() < end);
        if (isTimeUp()) break;
      }
      return done === count;
    };
  };

  it('lets what came in be done between, and ends', async () => {
    const order: string[] = [];
    const work = inSlices(steps(10), () => true).then((isDone) => order.push(`done: ${isDone}`));
    setImmediate(() => order.push('between'));
    await work;
    expect(order).toEqual(['between', 'done: true']);
  });

  it('that nobody wants any more is not done', async () => {
    expect(await inSlices(steps(100), () => false)).toBe(false);
  });
});
