// Which rules owe a repair: the catalog's column of fixes (what is not named here owes none); and what fixes may not do.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { applyEdits, askAbout, composeExample, lintLetter, readLetter, rules } from '../../server/src/core/index';

const promised = [
  ...['IMR101', 'IMR102', 'IMR103', 'IMR104', 'IMR105', 'IMR106', 'IMR107', 'IMR108', 'IMR109', 'IMR110', 'IMR112'],
  ...['IMR201', 'IMR202', 'IMR203', 'IMR204', 'IMR205', 'IMR206', 'IMR207', 'IMR208', 'IMR209', 'IMR210', 'IMR211'],
  ...['IMR213', 'IMR214', 'IMR216', 'IMR217', 'IMR218'],
  ...['IMR301', 'IMR302', 'IMR303', 'IMR307', 'IMR308', 'IMR309', 'IMR311'],
  ...['IMR402', 'IMR404', 'IMR411', 'IMR412'],
  ...['IMR501', 'IMR502', 'IMR503', 'IMR504', 'IMR506', 'IMR507', 'IMR508'],
  ...['IMR601', 'IMR602'],
  ...['IMR901', 'IMR903'],
];

describe('the catalog of fixes', () => {
  it.each(promised)('%s offers one', (code) => {
    const rule = rules.find((each) => each.code === code);
    expect(rule, 'no such rule').toBeDefined();
    // That the examples of a rule yield the fix it states is tested with the rules.
    expect(rule?.fix).toMatch(/^(?:safe|review)$/);
  });
});

/** What the fixes of one rule make of the reviewer's field or the rationale; places and choices are open. */
function mended(code: string, block: string, form: '2014' | '2015' = '2015') {
  const text = composeExample({ form, blocks: block });
  const { problems } = lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), rules);
  const fixes = problems.filter((problem) => problem.code === code).flatMap(({ fixes: own = [] }) => own);
  return fixes.map(({ title, edits }) => ({ title, text: applyEdits(text, edits).replace(/\s+/g, ' '), edits }));
}

const administrator =
  'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its\ndecision.';
const walker = (reviewer: string) => `Walker: Upheld

${administrator}

MAXIMUS guideline: ${reviewer}

Decision rationale: The gait of the injured worker is normal. The request for a walker is not medically necessary.`;

describe('a source that stands under the wrong label', () => {
  const odg = 'Official Disability Guidelines (ODG) Knee, Walking aids.';

  it.each([
    ['Decision based on MTUS Chronic Pain Treatment Guidelines', '2014'],
    ['Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care', '2015'],
  ] as const)('moves, and the MTUS citation before it stays: %s', (cited, form) => {
    const [fix, ...others] = mended('IMR203', walker(`${cited} ${odg}`), form);
    expect(others).toEqual([]);
    expect(fix?.title).toBe('Move citation under "Decision based on Non-MTUS Citation", and keep the MTUS citation');
    expect(fix?.text).toContain(`MAXIMUS guideline: ${cited}. Decision based on Non-MTUS Citation ${odg}`);
  });

  it('has its label exchanged where it stands alone, and the title says what is added', () => {
    const [fix] = mended('IMR203', walker(`Decision based on MTUS ${odg}`));
    expect(fix?.title).toContain('and say that the MTUS was not used');
    expect(fix?.text).toContain(
      `outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ${odg} Decision rationale:`,
    );
  });

  it('loses no sentence that the title does not name', () => {
    const outside = 'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS\nGuidelines.';
    const cited = 'Decision based on Non-MTUS Citation Knee Complaints 2004, Section(s): Initial Care.';
    const [fix] = mended('IMR204', walker(`${outside} ${cited}`));
    expect(fix?.title).toBe(
      'Move citation under "Decision based on MTUS", and remove the sentence that the MTUS was not used',
    );
    expect(mended('IMR204', walker(cited))[0]?.title).toBe('Move citation under "Decision based on MTUS"');
  });
});

describe('what nobody entered is not asserted', () => {
  it('of the MTUS: why it does not govern is left open', () => {
    const cited = 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Walking aids.';
    const [fix, ...others] = mended('IMR211', walker(cited));
    expect(others).toEqual([]);
    expect(fix?.text).toContain('Decision rationale: The MTUS does not govern because [why the MTUS does not govern]');
    expect(fix?.text).not.toMatch(/MTUS (?:does not address|is silent)/);
    expect(fix?.edits[0]?.snippet).toContainEqual({ place: 'why the MTUS does not govern' });
  });

  it('of weaning: advisory or taper is for a person to choose', () => {
    const rationale = 'The MTUS does not recommend Soma. The injured worker has taken it since 2012.';
    const block = `Soma 350 mg #90: Upheld\n\n${administrator}\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain
Medical Treatment 2016, Section(s): Muscle relaxants (for pain).\n\nDecision rationale: ${rationale} The request for Soma
350 mg #90 is not medically necessary.`;
    const [fix, ...others] = mended('IMR307', block);
    expect(others).toEqual([]);
    expect(fix?.text).toMatch(/350 mg #90 is not medically necessary\. \[[^[\]]*\bwean[^[\]]* \| [^[\]]*\] ?$/);
  });

  it.each([
    ['Acupuncture 12 sessions', 'The MTUS allows 3 to 6 treatments. The injured worker is new to it.'],
    ['Norco 10/325mg #60', 'The MTUS asks for gains. The injured worker has taken Norco since 2012.'],
    ['MRI of the lumbar spine', 'The MTUS recommends imaging for red flags. The injured worker fell in May.'],
    ['Physical therapy 12 sessions', 'The MTUS allows 10 visits. The injured worker had therapy before.'],
  ])('of the record, by any element that the rationale lacks: %s', (item, rationale) => {
    const block = `${item}: Upheld\n\n${administrator}\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain Medical
Treatment 2016.\n\nDecision rationale: ${rationale} The request for ${item} is not medically necessary.`;
    const single = mended('IMR308', block).filter(({ title }) => title.startsWith('Add a sentence:'));
    expect(single.length).toBeGreaterThan(0);
    for (const { title, edits } of single) {
      const parts = edits[0]?.snippet ?? [];
      expect(parts.filter((part) => typeof part !== 'string').length, title).toBeGreaterThan(0);
      expect(edits[0]?.newText, title).toMatch(/\[[^[\]]+\]/);
    }
  });
});
