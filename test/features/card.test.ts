import { describe, expect, it } from 'vitest';
import { type Card, toDocument, toMarkdown, toPlainCard } from '../../server/src/core/index';

const card: Card = {
  title: 'Norco 10/325mg #60 (hydrocodone)',
  page: 'drug/norco',
  parts: [
    { paragraph: ['Pain ', { strong: '8/10' }, '; see ', { text: 'Opioids', page: 'topic/opioids' }, '.'] },
    {
      title: 'Missing',
      list: [['a *starred* word'], ['- a [bracket](x)'], ['1. <b> &lt; snake_case _so_'], ['#60, 3.3.9 > 2']],
    },
    { list: [[{ text: 'dir.ca.gov', address: 'https://www.dir.ca.gov/a(b)' }]] },
  ],
};
const address = (page: string) => `imr-library:/${page}.md`;

describe('a card', () => {
  it('in markdown takes no mark-up from a letter, and no more escapes than it needs', () => {
    expect(toMarkdown(card, address)).toBe(
      `**Norco 10/325mg #60 (hydrocodone)**

Pain **8/10**; see [Opioids](imr-library:/topic/opioids.md).

**Missing**
- a \\*starred\\* word
- \\- a \\[bracket\\](x)
- 1\\. \\<b> \\&lt; snake_case \\_so\\_
- #60, 3.3.9 > 2

- [dir.ca.gov](https://www.dir.ca.gov/a%28b%29)

[Open the card](imr-library:/drug/norco.md)`,
    );
  });

  it('has no links to pages for a client that cannot open them', () => {
    expect(toMarkdown(card)).toContain('see Opioids.');
    expect(toMarkdown(card)).not.toContain('Open the card');
  });

  it('as a document has headings', () => {
    expect(toDocument(card, address)).toMatch(/^# Norco[\s\S]*\n\n## Missing\n\n- a /);
  });

  it('in plain text is words, dashes and public addresses', () => {
    expect(toPlainCard(card)).toBe(
      `Norco 10/325mg #60 (hydrocodone)

Pain 8/10; see Opioids.

Missing
- a *starred* word
- - a [bracket](x)
- 1. <b> &lt; snake_case _so_
- #60, 3.3.9 > 2

- dir.ca.gov (https://www.dir.ca.gov/a(b))`,
    );
  });
});
