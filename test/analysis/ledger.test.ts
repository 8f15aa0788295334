import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { builtinPacks } from '../../server/src/builtin/packs';
import {
  askAbout,
  composeExample,
  createLibrary,
  type Ledger,
  ledgerOf,
  readLetter,
} from '../../server/src/core/index';
import type { ElementEntry } from '../../server/src/core/library/entries';
import { items } from '../templates/items';

interface Read {
  readonly ledger: Ledger;
  /** The words that show an element. */
  shown(id: string): string | undefined;
  state(id: string): string | undefined;
}

function ledgerFor(
  rationale: string,
  heading = 'Norco 10/325mg #60: Upheld',
  summary?: string,
  library = builtinLibrary,
): Read {
  const blocks = `${heading}\n\nClaims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.\n\nMAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1.\n\nDecision rationale: ${rationale}`;
  const letter = readLetter(composeExample({ blocks, ...(summary !== undefined && { summary }) }), builtinForms);
  const ask = askAbout(letter, library);
  const [block] = letter.blocks;
  if (!block) throw new Error('the letter has no block');
  const ledger = ask(ledgerOf, block);
  const element = (id: string) => ledger.elements.find((candidate) => candidate.id === id);
  return {
    ledger,
    state: (id) => element(id)?.state,
    shown: (id) => {
      const span = element(id)?.span;
      return span && letter.source.text.slice(span.start, span.end);
    },
  };
}

describe('the element ledger', () => {
  it('holds the elements of the class, then those of every rationale', () => {
    const { ledger } = ledgerFor('The request for Norco is not medically necessary.');
    expect(ledger.class?.id).toBe('opioids');
    const common = ledger.elements.map(({ isCommon }) => isCommon);
    expect(common).toEqual(common.toSorted());
    expect(ledger.elements.filter(({ isCommon }) => !isCommon).map(({ id }) => id)).toEqual(
      builtinLibrary.rationaleClass('opioids')?.elements.map(({ id }) => id),
    );
  });

  it('shows where an element is present, over a line wrap too', () => {
    const { state, shown } = ledgerFor(
      'No urine\ndrug screens are on record. Norco should be tapered. The request for Norco is not medically necessary.',
    );
    expect([state('op-uds'), shown('op-uds')]).toEqual(['present', 'urine\ndrug']);
    expect(shown('conclusion')).toBe('is not medically necessary');
    expect(state('op-aberrant')).toBe('missing');
    expect(shown('op-aberrant')).toBeUndefined();
  });

  it('takes the conclusion from its grammar, not from a cue', () => {
    expect(ledgerFor('No rationale was given as to the medical necessity for Norco.').state('conclusion')).toBe(
      'missing',
    );
  });

  it('asks for weaning only where a drug in long use is denied', () => {
    const rationale = 'The injured worker has taken Norco since 2014. The request is not medically necessary.';
    expect(ledgerFor(rationale).state('op-weaning')).toBe('missing');
    expect(ledgerFor(rationale.replace('not ', ''), 'Norco 10/325mg #60: Overturned').state('op-weaning')).toBe(
      'not-applicable',
    );
    expect(ledgerFor(`${rationale} It should be weaned.`).state('op-weaning')).toBe('present');
  });

  it('asks of an ancillary item its conclusion only', () => {
    const { ledger, state } = ledgerFor(
      'As the requested surgical intervention is not medically necessary per the documentation, the requested ancillary service is not medically necessary.',
      'Associated surgical service: Cold therapy unit: Upheld',
    );
    expect(state('conclusion')).toBe('present');
    expect(ledger.elements.filter((element) => element.state === 'missing')).toEqual([]);
  });

  it('has the common elements alone for an item of no known class', () => {
    const { ledger } = ledgerFor('The request is not medically necessary.', 'Horse riding lessons: Upheld');
    expect(ledger.class).toBeUndefined();
    expect(ledger.elements.every(({ isCommon }) => isCommon)).toBe(true);
  });
});

describe('an element that is still open', () => {
  const conclusion = 'The request for Norco 10/325mg #60 is not medically necessary.';

  it('is open where only an open place or choice speaks of it', () => {
    const { state, shown } = ledgerFor(
      `[urine drug screen: consistent | not documented] It has been taken since [date]. ${conclusion}`,
    );
    expect([state('op-uds'), shown('op-uds')]).toEqual(['open', 'urine drug']);
    expect(state('op-duration')).toBe('open');
    expect(state('conclusion')).toBe('present');
    expect(state('op-agreement')).toBe('missing');
  });

  it('is present once another sentence states it', () => {
    const { state, shown } = ledgerFor(
      `[urine drug screen: consistent | not documented] No drug screen is on record. ${conclusion}`,
    );
    expect([state('op-uds'), shown('op-uds')]).toEqual(['present', 'drug screen']);
  });

  it('makes no condition come true', () => {
    expect(ledgerFor(`It has been taken since [date]. ${conclusion}`).state('op-weaning')).toBe('not-applicable');
    expect(ledgerFor(`It has been taken since 2014. ${conclusion}`).state('op-weaning')).toBe('missing');
  });

  it('is the conclusion while its verdict is open', () => {
    const { state } = ledgerFor('The request for Norco 10/325mg #60 [is not | is] medically necessary.');
    expect(state('conclusion')).toBe('open');
    expect(state('item-named')).toBe('open');
  });
});

/** A text that a cue finds. */
function wordsOf(cue: string): string {
  return cue.replaceAll('{!{number}}', '').replaceAll('{number}', '8');
}

describe('every list of cues in the packs is read', () => {
  // Whatever narrows an element is taken away: a single cue is then enough for it.
  const always = ({ appliesWhen: _, ...element }: ElementEntry): ElementEntry => element;
  const packs = builtinPacks.map((pack) => ({
    ...pack,
    ...(pack.commonElements && { commonElements: pack.commonElements.map(always) }),
    ...(pack.classes && { classes: pack.classes.map((each) => ({ ...each, elements: each.elements.map(always) })) }),
  }));
  const { library } = createLibrary(packs);
  const { commonElements, classes } = library;
  const elementsOf = classes.map(({ id, elements }) => [id, elements] as const);

  it.each([...elementsOf, ['opioids', commonElements] as const])('for a rationale of class %s', (id, elements) => {
    for (const element of elements) {
      for (const cue of element.cues ?? []) {
        const { state } = ledgerFor(wordsOf(cue), `${items[id]}: Upheld`, undefined, library);
        expect(state(element.id), `${element.id}: ${cue}`).toBe('present');
      }
    }
  });

  it('and only the conclusion has none', () => {
    const all = [...commonElements, ...classes.flatMap(({ elements }) => elements)];
    expect(all.filter(({ cues }) => cues === undefined).map(({ id }) => id)).toEqual(['conclusion']);
  });
});
