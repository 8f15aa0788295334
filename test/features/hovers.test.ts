// What a pointer is told at forty places of letters in real shapes; `npx vitest run test/features/hovers.test.ts -u` writes the
// answers anew, and the difference is to be reviewed as behavior.
import { describe, expect, it } from 'vitest';
import { hoverAt, toPlainCard } from '../../server/src/core/index';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { analyze } from './analyzed';

/** Places by the words around them; the pointer is on the first unit of what stands in `[…]`. */
const places: Readonly<Record<string, readonly string[]>> = {
  '2014-letter.imr.txt': [
    '[CLINICAL CASE SUMMARY]',
    'expert reviewer [developed] the following',
    'therapy, \n\na home exercise program, [ibuprofen]',
    '[Utilization Review] non-certified',
    'The [MTUS] and the Official',
    'and the [Official Disability Guidelines] were cited',
    '[Cyclobenzaprine] 7.5 mg #60: Upheld',
    '7.5 mg [#60]: Upheld',
    'Cyclobenzaprine 7.5 mg #60: [Upheld]',
    '[Claims Administrator guideline:]',
    'Decision based on [MTUS] Chronic',
    'MTUS [Chronic Pain Treatment Guidelines] \n\nCyclobenzaprine',
    '(Flexeril), [Muscle relaxants (for pain)]',
    'Page(s): [41-42], 63-64',
    '41-42, [63-64]',
    '[Decision rationale:]',
    'Page(s): [76-80]',
    'an [opioid] such as tramadol',
    'such as [tramadol] be followed',
    'No \n\n[urine drug test] and',
    'Pain \n\nchapter, [Zolpidem]. ',
    '(ODG) Pain chapter, \n\n[Zolpidem (Ambien)]',
  ],
  '2015-letter.imr.txt': [
    '[Case Number:]',
    'UR Denial Date:      [10/09/2015]',
    '[HOW THE IMR FINAL DETERMINATION WAS MADE]',
    'a [knee brace], naproxen',
    'asked\nfor therapy of the left knee, an [MRI of the lumbar spine] and',
    '[Physical therapy] of the left knee 2 times a week for 4 weeks: Overturned',
    'therapy of the left [knee] 2 times a week for 4 weeks: Overturned',
    'Section(s):\n[Physical Methods]',
    'Chronic Pain Medical Treatment 2009, Section(s): [Physical Medicine]',
    '[MAXIMUS guideline:]',
    'MTUS [Low Back Complaints 2004].',
    'Section(s): [Special\nStudies]',
    'original request, [Norco] 5/325mg #30\nis',
    'criteria for use, [Weaning of Medications]',
    'Norco 5/325mg #30\nis: [Upheld]',
    'the [MTUS Opioids Treatment\nGuidelines] ("Tapering',
  ],
  '2014-extracted.txt': [
    '[Opioids], \n\ncriteria',
    '[91]. ',
    'Low Back [chapter]',
    'MTUS [Acupuncture Treatment Guidelines]',
  ],
  '2015-table.txt': [
    '[Associated surgical service]: crutches',
    "Chronic), [MRI's]",
    'did [not cite] any medical',
    'a positive [McMurray] test',
  ],
  '2013-notice.txt': ['request for [gabapentin] 300', '[Case Summary:]'],
  'professional-review.txt': ['Whether a [back brace]', 'DOCUMENTS [REVIEWED] FOR'],
};

const letters = new Map([...sampleLetters(), ...fictionalLetters()].map(({ name, text }) => [name, text]));

describe.each(Object.entries(places))('%s', (name, marked) => {
  it('tells at each place what it told', async () => {
    const text = letters.get(name) ?? '';
    const { ask, problems } = analyze(text);
    const told = marked.map((place) => {
      const offset = offsetOf(text, place);
      const hover = hoverAt({ ask, problems, offset });
      const about = hover ? `over ${JSON.stringify(text.slice(hover.span.start, hover.span.end))}` : 'nothing';
      return `=== ${JSON.stringify(place)}: ${about}\n${hover ? `\n${toPlainCard(hover.card)}\n` : ''}`;
    });
    await expect(told.join('\n')).toMatchFileSnapshot(`hovers/${name.replace(/(?:\.imr)?\.txt$/, '')}.hovers`);
  });
});

/** White space in the letter may be any. */
function offsetOf(text: string, place: string): number {
  const [before = '', inner = ''] = place.split(/[[\]]/);
  const words = place.replace(/[[\]]/g, '').trim();
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const found = new RegExp(pattern).exec(text);
  if (!found) throw new Error(`not in the letter: ${place}`);
  const rest = found[0].slice(before.trim() === '' ? 0 : before.replace(/\s/g, '').length);
  return found.index + found[0].length - rest.length + Math.max(0, rest.indexOf(inner.split(/\s/)[0] ?? ''));
}

it('are forty places and more', () => {
  expect(Object.values(places).flat().length).toBeGreaterThanOrEqual(40);
});
