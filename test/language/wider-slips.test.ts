// Sentences in which a rule about language reads over more words than one phrase, and near misses of each.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { checkLetter, composeExample, readConfig, resolveSettings, rules } from '../../server/src/core/index';
import { language } from '../language';

/** The text under each finding of a code in a summary that contains the sentence. */
function marked(sentence: string, code: string): readonly string[] {
  const text = composeExample({
    summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. ${sentence}
She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
  });
  const settings = resolveSettings(
    [{ config: readConfig({ name: 'test', content: {} }, { rules, forms: [] }) }],
    rules,
  );
  const { problems } = checkLetter(text, { forms: builtinForms, library: builtinLibrary, settings, language });
  return problems.filter((problem) => problem.code === code).map(({ span: { start, end } }) => text.slice(start, end));
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
  ])('of %s is found in "%s"', (code, sentence, slip) => {
    expect(marked(sentence, code)).toEqual([slip]);
  });

  it.each([
    ['IMR702', 'She has right wrist and leg pain, in right knee and leg pain alike.'],
    ['IMR703', 'A blister is seen on the heel and improves with rest.'],
    ['IMR703', 'Evidence of a tear or a bruise is present.'],
    ['IMR708', 'On 11-30-16, the film revealed a spur.'],
    ['IMR709', 'Muscle strength 4/5.'],
  ])('of %s is not found in "%s"', (code, sentence) => {
    expect(marked(sentence, code)).toEqual([]);
  });
});
