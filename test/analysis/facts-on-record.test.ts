import { describe, expect, it } from 'vitest';
import { composeExample, ledgerOf, templateSentence, toPlainText } from '../../server/src/core/index';
import { analyze } from '../templates/items';

const letterWith = (facts: string) =>
  composeExample({
    summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2006. She takes Norco 10/325mg #60. ${facts}
Utilization review on 12/07/2016 denied Norco 10/325mg #60 because no urine drug screen of 2016 was sent.`,
    blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids.

Decision rationale: The MTUS requires ongoing review of long-term opioids. She has taken Norco since 2012.`,
  });

function choiceIn(text: string) {
  const ask = analyze(text);
  const [block] = ask.letter.blocks;
  const [part] = (block && templateSentence(ask, block, 'op-uds', 'Upheld')) ?? [];
  if (!part || typeof part === 'string' || !('choice' in part)) throw new Error('no choice');
  return part;
}

describe('a fact that the summary states', () => {
  it('is offered first, with its place', () => {
    const text = letterWith('The last urine drug screen was in 2010.');
    const { open, choice } = choiceIn(text);
    const line = text.slice(0, text.indexOf('The last urine')).split('\n').length;
    expect(open).toMatch(new RegExp(`^urine drug screen: summary, line ${line} \\| not documented \\| `));
    expect(choice[0]).toBe('As noted in the clinical case summary, the last urine drug screen was in 2010.');
  });

  it('counts as stated once it is chosen', () => {
    const text = letterWith('The last urine drug screen was in 2010.');
    const chosen = analyze(text.replace(/(since 2012\.)/, `$1 ${choiceIn(text).choice[0]}`));
    const [block] = chosen.letter.blocks;
    const element = block && chosen(ledgerOf, block).elements.find(({ id }) => id === 'op-uds');
    expect(element?.state).toBe('stated');
  });

  it.each([
    ['is not about the element', 'She had surgery in 2010.'],
    ['has no date', 'She had a urine drug screen.'],
    ['is open itself', 'A urine drug screen was done on [date] 2010.'],
  ])('is not offered where it %s', (_, facts) => {
    const { open, choice } = choiceIn(letterWith(facts));
    expect(open).not.toContain('summary');
    expect(choice.join(' ')).not.toContain('summary');
  });

  it('leaves the choice open until somebody answers', () => {
    expect(toPlainText([choiceIn(letterWith('The last urine drug screen was in 2010.'))])).toMatch(/^\[urine.*\]$/);
  });
});
