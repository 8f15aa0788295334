import { editDistance } from '../text/edit-distance';
import type { Form } from './form';
import { patternsOf } from './form-patterns';

/** `Upheld`: not medically necessary. `Overturned`: medically necessary. */
export type Outcome = 'Upheld' | 'Overturned';

export const outcomes: readonly Outcome[] = ['Upheld', 'Overturned'];

/** The outcome a word names, in any case; null for everything else. */
export function outcomeOf(word: string): Outcome | null {
  return outcomes.find((outcome) => outcome.toLowerCase() === word.toLowerCase()) ?? null;
}

/** `[Upheld | Overturned]`: the outcome is still to be chosen. */
export function isOpenOutcome(text: string): boolean {
  if (!text.startsWith('[') || !text.endsWith(']')) return false;
  const values = text.slice(1, -1).split(/\s\|\s/);
  return values.length > 1 && values.every((value) => outcomeOf(value.trim()) !== null);
}

/**
 * What a value that was meant as an outcome stands for: one of the two, begun or misspelled, or another word of the form's in at most
 * four; `unclear` where that does not say which. Null for what is no outcome at all.
 */
export function meantOutcome(text: string, form: Form): Outcome | 'partial' | 'unclear' | null {
  if (text === '' || text.length > 48 || text.split(/\s+/).length > 4) return null;
  const word = text.toLowerCase();
  const near = outcomes.find((outcome) => {
    const whole = outcome.toLowerCase();
    return (word.length > 2 && whole.startsWith(word)) || editDistance(word, whole, 2) <= 2;
  });
  if (near) return near;
  const { otherOutcomes } = patternsOf(form).wording;
  if (otherOutcomes.none.test(text)) return 'unclear';
  return (['partial', ...outcomes] as const).find((each) => otherOutcomes[each].test(text)) ?? null;
}
