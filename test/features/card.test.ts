import { describe, expect, it } from 'vitest';
import { type Card, toMarkdown, toPlainCard } from '../../server/src/core/index';

const card: Card = {
  title: 'Norco 10/325mg #60',
  parts: [
    { paragraph: ['Pain ', { strong: '8/10' }, '; see ', { text: 'Opioids', page: 'guidelines/opioids' }, '.'] },
    { title: 'Missing', list: [['a *starred* word'], ['- a [bracket](x)']] },
  ],
};

describe('a card', () => {
  it('in markdown takes no mark-up from a letter', () => {
    expect(toMarkdown(card, (page) => `imr:/${page}.md`)).toBe(
      [
        '**Norco 10/325mg \\#60**',
        '',
        'Pain **8/10**; see [Opioids](imr:/guidelines/opioids.md).',
        '',
        '**Missing**',
        '- a \\*starred\\* word',
        '- \\- a \\[bracket\\]\\(x\\)',
      ].join('\n'),
    );
  });

  it('has no links for a client that cannot follow them', () => {
    expect(toMarkdown(card)).toContain('see Opioids.');
  });

  it('in plain text is words and dashes', () => {
    expect(toPlainCard(card)).toBe(
      'Norco 10/325mg #60\n\nPain 8/10; see Opioids.\n\nMissing\n- a *starred* word\n- - a [bracket](x)',
    );
  });
});
