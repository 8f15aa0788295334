import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { type Voice, voicesIn } from '../../server/src/core/analysis/sentence-voices';
import { askAbout, composeExample, readLetter } from '../../server/src/core/index';

function voicesOf(rationale: string): (readonly [string, Voice])[] {
  const blocks = `Norco 10/325mg #60: Upheld\n\nDecision rationale: ${rationale}`;
  const letter = readLetter(composeExample({ blocks }), builtinForms);
  const body = letter.blocks[0]?.fields.rationale.body;
  if (!body) throw new Error('the letter has no block');
  return askAbout(letter, builtinLibrary)(voicesIn, body).map(({ start, end, voice }) => [
    body.text.slice(start, end),
    voice,
  ]);
}

/** Fictional sentences, each with whom it is about where nothing stands before it. */
const labeled: Readonly<Record<Voice, readonly string[]>> = {
  guideline: [
    'The MTUS recommends a brace for no more than two weeks.',
    'According to the ACOEM Guidelines, a brace is an option in the first weeks.',
    'The ODG states that a brace should be tried if the patient is unable to walk.',
    'Per the Official Disability Guidelines, twelve visits over eight weeks are recommended.',
    'The MTUS is silent with regard to this request.',
    'A recent study found that braces shorten the time to recovery.',
    'The guidelines support a trial of six visits before any other care.',
  ],
  'patients-in-general': [
    'Patients who wear a brace recover no sooner.',
    'Carisoprodol is a centrally acting muscle relaxant.',
    'Braces are not recommended for patients with chronic pain.',
    'The lowest effective dose should be used.',
    'A second trial may be considered if the patient has improved.',
    'It is generally recommended that therapy fade to a home program.',
    'Tapering should be slow in patients with long use.',
    'Myalgia: 9 visits over 8 weeks.',
  ],
  case: [
    'The injured worker has taken Norco since March 2015.',
    'There is no documentation of a drug screen.',
    'The treating physician did not give a reason for the brace.',
    'She returned to full duty in May.',
    'In this case, a brace was tried in the first week.',
    'On 11/18/2016, strength was 4 out of 5.',
    'The request for Norco 10/325mg #60 is not medically necessary.',
    'No drug screens are on record.',
    'Per the MTUS, a trial comes first, which this patient has not had.',
    'While the ODG allows twelve visits, the injured worker has had thirty.',
    'Given the above, the requested brace is not supported.',
    'Physical examination revealed spasm of the neck.',
  ],
  other: ['(Massey, 2010) (Mason, 2004).'],
};

describe('whom a sentence is about', () => {
  for (const voice of Object.keys(labeled) as Voice[]) {
    it.each(labeled[voice])(`${voice}: %s`, (sentence) => {
      expect(voicesOf(sentence)).toEqual([[sentence, voice]]);
    });
  }

  it('goes on with the sentence before that it points back to', () => {
    expect(voicesOf('The MTUS allows a trial. They also name its length.').map(([, voice]) => voice)).toEqual([
      'guideline',
      'guideline',
    ]);
    expect(voicesOf('The injured worker wears a brace. It helps at night.').map(([, voice]) => voice)).toEqual([
      'case',
      'case',
    ]);
  });

  it('takes a sentence that holds one end of a quotation for the guideline', () => {
    const voices = voicesOf('The ODG states, "A brace is an option. Long wear weakens the back."');
    expect(voices.map(([, voice]) => voice)).toEqual(['guideline', 'guideline']);
  });
});
