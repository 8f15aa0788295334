// Sentences in which a rule about language reads over more words than one phrase, and near misses of each.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { checkLetter, composeExample, readConfig, resolveSettings, rules } from '../../server/src/core/index';
import { language } from '../language';

function letterWith(sentence: string): string {
  return composeExample({
    summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. ${sentence}
She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
  });
}

function findingsOf(text: string) {
  const settings = resolveSettings(
    [{ config: readConfig({ name: 'test', content: {} }, { rules, forms: [] }) }],
    rules,
  );
  return checkLetter(text, { forms: builtinForms, library: builtinLibrary, settings, language }).problems;
}

const findings = (sentence: string) => findingsOf(letterWith(sentence));

/** The text under each finding of a code in a summary that contains the sentence. */
function marked(sentence: string, code: string): readonly string[] {
  const text = letterWith(sentence);
  return findingsOf(text)
    .filter((problem) => problem.code === code)
    .map(({ span: { start, end } }) => text.slice(start, end));
}

describe('a slip', () => {
  it.each([
    ['IMR702', 'Warmth was noted in lumbar and thoracic spine.', 'in lumbar and thoracic spine'],
    ['IMR702', 'She has no swelling in right wrist or warmth.', 'in right wrist'],
    ['IMR703', 'Blisters are seen on the heel and improves with rest.', 'improves'],
    ['IMR703', 'Evidence of a tear or a bruise are present.', 'Evidence of a tear or a bruise are'],
    ['IMR708', 'The CT scan of the heel taken on 11-30-16, revealed a spur.', '11-30-16, revealed'],
    ['IMR708', 'The Official Disability Guidelines (ODG), state that rest helps.', '), state'],
    [
      'IMR709',
      'Dense plantar scar tissue of the heel and arch with redness.',
      'Dense plantar scar tissue of the heel and arch with redness.',
    ],
    ['IMR701', 'The swelling of the ankle shows a defecit.', 'defecit'],
    ['IMR703', 'One of these criterion was met.', 'these criterion'],
    ['IMR710', 'The visit was short. it was painful.', 'it'],
    ['IMR703', 'The therapist report no gain with the sling.', 'therapist report'],
    ['IMR703', 'The patient report pain in the heel.', 'patient report'],
    ['IMR703', 'X-rays shows mild bowing of the shin.', 'X-rays shows'],
    ['IMR703', 'Because of this reasons, the sling was kept.', 'this reasons'],
    ['IMR703', 'There were no repeated dislocation of the thumb.', 'There were no repeated dislocation'],
    ['IMR703', 'Due to the swelling, the sling were kept.', 'sling were'],
    ['IMR701', 'The plan is to establishs a baseline.', 'establishs'],
    ['IMR702', 'He was seen for strain of right heel and strain of the left hip.', 'of right heel'],
    ['IMR710', 'He is being Monitored for redness.', 'Monitored'],
    ['IMR711', 'Pain is rated 12/10 at rest.', '12/10'],
    ['IMR711', 'The pain was 14 out of 10.', '14 out of 10'],
    ['IMR711', 'She takes ibuprofen 600mg 600mg.', '600mg 600mg'],
  ])('of %s is found in "%s"', (code, sentence, slip) => {
    expect(marked(sentence, code)).toEqual([slip]);
  });

  it.each([
    ['The ankle shows a defecit.', 'Change to "deficit"'],
    ['Indiscriminant use was seen.', 'Change to "Indiscriminate"'],
    ['The dorsion of the foot is warm.', undefined],
  ])('of spelling in "%s" has the fix %s', (sentence, title) => {
    expect(findings(sentence).find(({ code }) => code === 'IMR701')?.fixes?.[0]?.title).toBe(title);
  });

  it('of a second verb has no fix where what is necessary is another subject', () => {
    const [slip] = findings('The criteria have not been met and is not medically necessary.').filter(
      ({ code }) => code === 'IMR703',
    );
    expect(slip).toBeDefined();
    expect(slip?.fixes ?? []).toEqual([]);
  });

  it('of a capital is a hint where the item is quoted as its heading prints it', () => {
    const blocks = `Physical therapy 2 times a week for 4 weeks: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine.

Decision rationale: The MTUS asks for gain, and none is on record after six visits. The request for Physical therapy 2 times a
week for 4 weeks is not medically necessary. She asks for Physical therapy.`;
    const capitals = findingsOf(composeExample({ blocks })).filter(({ code }) => code === 'IMR710');
    expect(capitals.map(({ severity }) => severity)).toEqual(['hint', 'information']);
  });

  it('is found in a sentence that lacks a conclusion', () => {
    const blocks = `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for Tapering Opioids.

Decision rationale: The injured worker takes Norco without a gain. The dose were high.`;
    const codes = findingsOf(composeExample({ blocks })).map(({ code }) => code);
    expect(codes).toContain('IMR301');
    expect(codes).toContain('IMR703');
  });

  it.each([
    ['IMR702', 'A 4 to 6 week course is usual.'],
    ['IMR702', 'The 40 year old male injured worker fell.'],
    ['IMR703', 'None of these can be seen.'],
    ['IMR703', 'None of those need surgery.'],
    ['IMR703', 'There is pain over the heel, and there are numbness and redness.'],
    ['IMR703', 'He asked that the therapist report a gain.'],
    ['IMR703', 'Per the therapist note the patient walks well.'],
    ['IMR703', 'In the treatment request the provider asks for a sling.'],
    ['IMR710', 'She has minor risk factors.'],
    ['IMR705', 'It was modified in prior utilization reviews.'],
    ['IMR707', 'Subjective complaints reported May 3, 2016 were of the knee.'],
    ['IMR709', 'Sleep was poor due to pain and a study was ordered.'],
    ['IMR710', 'He may have 9 visits over 8 weeks Post-injection treatment: 1-2 visits.'],
    ['IMR710', 'The brace, cream etc. of the set were used.'],
    ['IMR711', 'On 12/10 she had pain.'],
    ['IMR702', 'She has right wrist and leg pain, in right knee and leg pain alike.'],
    ['IMR703', 'A blister is seen on the heel and improves with rest.'],
    ['IMR703', 'Evidence of a tear or a bruise is present.'],
    ['IMR708', 'On 11-30-16, the film revealed a spur.'],
    ['IMR709', 'Muscle strength 4/5.'],
  ])('of %s is not found in "%s"', (code, sentence) => {
    expect(marked(sentence, code)).toEqual([]);
  });
});
