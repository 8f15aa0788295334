import { describe, expect, it } from 'vitest';
import { applyEdits, composeExample, insertChoices, type Outcome, rationaleChoices } from '../../server/src/core/index';
import { analyze, read } from './analyzed';

const item = 'Cyclobenzaprine 7.5mg #60';

function letterWith(rationale: string | undefined, outcome: Outcome | '' = 'Upheld'): string {
  const label = rationale === undefined ? '' : `\n\nDecision rationale:${rationale && ` ${rationale}`}`;
  return composeExample({
    summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back pain and takes
${item}. Utilization review on 12/07/2016 denied ${item}.`,
    blocks: `${item}: ${outcome}

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).${label}`,
  });
}

function blockOf(text: string) {
  const ask = read(text);
  const [block] = ask.letter.blocks;
  if (!block) throw new Error('no block');
  return { ask, block };
}

function choices(text: string) {
  const { ask, block } = blockOf(text);
  return rationaleChoices(ask, block);
}

function inserted(text: string, ids: readonly string[]): string {
  const { ask, block } = blockOf(text);
  const edit = insertChoices(ask, block, ids);
  return edit ? applyEdits(text, [edit]) : text;
}

const inWords = (text: string): string => text.replace(/\s+/g, ' ');
const half = `The MTUS limits muscle relaxants to short courses. The injured worker has no acute spasm. The request for
${item} is not medically necessary.`;

describe('what a rationale may be given', () => {
  it('begins with the whole where nothing is written, then its elements, then standard sentences', () => {
    const offered = choices(letterWith(''));
    expect(offered[0]).toMatchObject({ id: 'whole', title: 'Whole rationale' });
    const groups = offered.map(({ group }) => group);
    expect([...new Set(groups)]).toEqual(['whole', 'missing', 'standing']);
    expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(['mr-duration', 'ancillary-service']));
    expect(offered.find(({ id }) => id === 'conclusion')?.text).toContain(`${item} is not medically necessary.`);
  });

  it('leaves out what is written, and what has no text for the outcome', () => {
    const ids = choices(letterWith(half)).map(({ id }) => id);
    expect(ids).not.toContain('conclusion');
    expect(ids).not.toContain('mr-acute');
    expect(choices(letterWith('', 'Overturned')).map(({ id }) => id)).not.toContain('opioid-advisory');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what is chosen goes in', () => {
  it('before the conclusion, which stays the last word', () => {
    const text = letterWith(half);
    const result = inserted(text, ['mr-sedation', 'mr-second-line']);
    expect(inWords(result)).toMatch(
      /no acute spasm\. \[first-line drug: .+\] \[sedation and .+\] The request for Cyclobenzaprine 7\.5mg #60 is not/,
    );
    expect(
      Math.max(
        ...result
          .slice(result.indexOf('Decision rationale'))
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(125);
  });

  it('behind it, where it is advice', () => {
    const result = inWords(inserted(letterWith(half), ['weaning-caution']));
    expect(result).toMatch(/is not medically necessary\. \[weaning: taper \| advisory \| not needed\] ?$/);
  });

  it('at the start, where it says why another source was used', () => {
    const result = inWords(inserted(letterWith(half), ['non-mtus-reason']));
    expect(result).toContain('Decision rationale: The MTUS does not govern because [why the MTUS does not govern], so');
  });

  it('behind the label, and with the label where it is missing', () => {
    for (const rationale of ['', undefined]) {
      const text = letterWith(rationale);
      const result = inserted(text, ['whole']);
      expect(inWords(result)).toMatch(/Decision rationale: .+ is not medically necessary\. ?$/);
      expect(result.startsWith(text.trimEnd())).toBe(true);
      const errors = analyze(result).problems.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code }) => code)).toEqual([]);
    }
  });

  it('nowhere, where there is no text', () => {
    const text = letterWith('', 'Overturned');
    expect(inserted(text, ['opioid-advisory'])).toBe(text);
    expect(inserted(text, [])).toBe(text);
  });
});
