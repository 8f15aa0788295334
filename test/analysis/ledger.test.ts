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
      'Norco has been taken since 2014. No urine\ndrug screens are on record. Norco should be tapered. The request for Norco is not medically necessary.',
    );
    expect([state('op-uds'), shown('op-uds')]).toEqual(['stated', 'urine\ndrug']);
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
    expect(ledgerFor(rationale).state('weaning-caution')).toBe('missing');
    expect(ledgerFor(rationale.replace('not ', ''), 'Norco 10/325mg #60: Overturned').state('weaning-caution')).toBe(
      'not-applicable',
    );
    expect(ledgerFor(`${rationale} It should be weaned.`).state('weaning-caution')).toBe('stated');
  });

  it('asks of an ancillary item its conclusion only', () => {
    const { ledger, state } = ledgerFor(
      'As the requested surgical intervention is not medically necessary per the documentation, the requested ancillary service is not medically necessary.',
      'Associated surgical service: Cold therapy unit: Upheld',
    );
    expect(state('conclusion')).toBe('stated');
    expect(ledger.elements.filter((element) => element.state === 'missing')).toEqual([]);
  });

  it('has the common elements alone for an item of no known class', () => {
    const { ledger } = ledgerFor('The request is not medically necessary.', 'Horse riding lessons: Upheld');
    expect(ledger.class).toBeUndefined();
    expect(ledger.elements.every(({ isCommon }) => isCommon)).toBe(true);
  });
});

describe('the four states', () => {
  const conclusion = 'The request for Soma 350mg #60 is not medically necessary.';
  const soma = (rationale: string) => ledgerFor(`${rationale} ${conclusion}`, 'Soma 350mg #60: Upheld');

  it('tells a criterion that is only recited from one that is stated for this patient', () => {
    const recital = 'The MTUS recommends muscle relaxants for an acute flare-up.';
    const { state, shown } = soma(recital);
    expect([state('mr-acute'), shown('mr-acute')]).toEqual(['criterion-only', 'acute']);
    expect(soma(`${recital} The injured worker has no flare-up.`).state('mr-acute')).toBe('stated');
    expect(soma('Patients with an acute flare-up may benefit.').state('mr-acute')).toBe('criterion-only');
    expect(soma('The injured worker was seen.').state('mr-acute')).toBe('missing');
  });

  it('prefers an open choice to a recital', () => {
    const recital = 'The MTUS recommends muscle relaxants for an acute flare-up.';
    expect(soma(`${recital} [acute flare-up: documented | not documented]`).state('mr-acute')).toBe('open');
  });

  it('holds the sentence that shows a state', () => {
    const { ledger } = soma('He has taken it since 2014. There is no spasm on examination.');
    const acute = ledger.elements.find(({ id }) => id === 'mr-acute');
    expect(acute?.sentence?.end).toBe((acute?.span?.end ?? 0) + ' on examination.'.length);
  });

  it('takes a recital for enough where the element is a criterion itself', () => {
    const { state } = soma('The MTUS recommends muscle relaxants for an acute flare-up.');
    expect([state('criterion'), state('guideline-consistency')]).toEqual(['stated', 'stated']);
  });

  it('wants the item in the sentence that decides', () => {
    const heading = 'Soma 350mg #60: Upheld';
    const told = 'The injured worker has taken Soma since 2014.';
    expect(ledgerFor(`${told} The request is not medically necessary.`, heading).state('item-named')).toBe('missing');
    expect(ledgerFor(`${told} Soma is not medically necessary.`, heading).state('item-named')).toBe('stated');
  });
});

describe('what is due', () => {
  const denied = 'is not medically necessary.';

  it('asks an opioid that goes on for monitoring, and a first one for the kind of pain', () => {
    const first = ledgerFor(`The injured worker had a fracture on 11/18/2016. Norco ${denied}`);
    expect([first.state('op-uds'), first.state('op-indication')]).toEqual(['not-applicable', 'stated']);
    const ongoing = ledgerFor(`The injured worker has taken Norco for two years. Norco ${denied}`);
    expect([ongoing.state('op-uds'), ongoing.state('op-indication')]).toEqual(['missing', 'not-applicable']);
  });

  it('takes advice against an abrupt stop for no sign of long use', () => {
    const advice = 'This decision is not a recommendation to stop long-term opioids abruptly.';
    expect(ledgerFor(`The injured worker had a fracture. ${advice} Norco ${denied}`).state('op-uds')).toBe(
      'not-applicable',
    );
  });

  it('asks a drug of its use, not of any use in the summary', () => {
    const heading = 'Cyclobenzaprine 7.5mg #60: Upheld';
    const rationale = `There is no spasm. Cyclobenzaprine ${denied}`;
    const state = (summary: string) => ledgerFor(rationale, heading, summary).state('mr-benefit');
    expect(state('She has taken naproxen since 2014. She asks for cyclobenzaprine.')).toBe('not-applicable');
    expect(state('She has been taking cyclobenzaprine since 2014.')).toBe('missing');
  });

  it('asks an approval for fewer elements than a denial', () => {
    const rationale = 'The injured worker has taken Norco for two years.';
    const stateFor = (outcome: string) => ledgerFor(rationale, `Norco 10/325mg #60: ${outcome}`).state('op-uds');
    expect([stateFor('Upheld'), stateFor('Overturned')]).toEqual(['missing', 'not-applicable']);
  });

  it('asks no functional gain of imaging, surgery, consultations and first therapy', () => {
    for (const item of ['MRI of the lumbar spine', 'Left shoulder arthroscopy', 'Consultation with a neurologist']) {
      const { ledger } = ledgerFor(`In this case there is no deficit. It ${denied}`, `${item}: Upheld`);
      expect(ledger.elements.filter(({ id, state }) => /gain|improvement/.test(id) && state === 'missing')).toEqual([]);
    }
    const first = ledgerFor(`The visits requested exceed a trial. It ${denied}`, 'Acupuncture 12 sessions: Upheld');
    expect(first.state('ac-extension')).toBe('not-applicable');
  });

  it('asks conservative care of no imaging of the head', () => {
    const { state } = ledgerFor(`In this case there was no trauma. It ${denied}`, 'CT scan of the head: Upheld');
    expect(state('im-conservative')).toBe('not-applicable');
  });
});

describe('an element that is still open', () => {
  const conclusion = 'The request for Norco 10/325mg #60 is not medically necessary.';

  it('is open where only an open place or choice speaks of it', () => {
    const { state, shown } = ledgerFor(
      `The use of Norco is ongoing use. [urine drug screen: consistent | not documented] It has been taken since [date]. ${conclusion}`,
    );
    expect([state('op-uds'), shown('op-uds')]).toEqual(['open', 'urine drug']);
    expect(state('op-duration')).toBe('open');
    expect(state('conclusion')).toBe('stated');
    expect(state('op-agreement')).toBe('missing');
  });

  it('is present once another sentence states it', () => {
    const { state, shown } = ledgerFor(
      `Norco has been taken since 2014. [urine drug screen: consistent | not documented] No drug screen is on record. ${conclusion}`,
    );
    expect([state('op-uds'), shown('op-uds')]).toEqual(['stated', 'drug screen']);
  });

  it('makes no condition come true', () => {
    expect(ledgerFor(`It has been taken since [date]. ${conclusion}`).state('weaning-caution')).toBe('not-applicable');
    expect(ledgerFor(`It has been taken since 2014. ${conclusion}`).state('weaning-caution')).toBe('missing');
  });

  it('is the conclusion while its verdict is open', () => {
    const { state } = ledgerFor('The request for Norco 10/325mg #60 [is not | is] medically necessary.');
    expect(state('conclusion')).toBe('open');
    expect(state('item-named')).toBe('open');
  });
});

/** A sentence about this case that a cue finds. */
function wordsOf(cue: string): string {
  const words = cue
    .replaceAll('{!{number}}', '')
    .replaceAll('{number}', '8')
    .replaceAll('{word}', 'much')
    .replace(/\{(?:!|\?|\.\.)[^{}]*\}/g, '')
    .replace(/\{([^{}|]*)[^{}]*\}/g, '$1')
    .replace(/[*~]/g, '');
  return `In this case the injured worker told of ${words}.`;
}

describe('every list of cues in the packs is read', () => {
  // Whatever narrows an element is taken away: a single cue is then enough for it.
  const always = ({ appliesWhen: _, outcome: __, ...element }: ElementEntry): ElementEntry => element;
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
        expect(state(element.id), `${element.id}: ${cue}`).toBe('stated');
      }
    }
  });

  it('and only what the shape of the rationale shows has none', () => {
    const all = [...commonElements, ...classes.flatMap(({ elements }) => elements)];
    expect(all.filter(({ cues }) => cues === undefined).map(({ id }) => id)).toEqual(['facts', 'conclusion']);
  });
});
