import { editDistance } from '../text/edit-distance';

export type Outcome = 'Upheld' | 'Overturned';

export const outcomes: readonly Outcome[] = ['Upheld', 'Overturned'];

/** Words that stand where an outcome belongs although they are none. Longest first within a shared beginning. */
const otherVerdicts =
  /^(?:(?:not|fully|partly|hereby) )?(?:upheld|overturned|partial(?:ly)?|modified|modify|denied|deny|denial|approved?|approval|granted|authori[sz]ed|certified|non-?\s?certified|affirmed?|reversed?|sustained|rejected|accepted|allowed|dismissed|pending|split|mixed|uphold(?:s|ing)?|upholded|overturns?|overturning|overrule[ds]?|overruled|withdrawn|necessary|medically necessary|yes|no|n\/a|tbd|unknown|undecided|deferred)\b/i;

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

/** True for a value that was meant as an outcome: one of the two, begun or misspelt, or another verdict of at most four words. */
export function looksLikeOutcome(text: string): boolean {
  if (text === '' || text.length > 48 || text.split(/\s+/).length > 4) return false;
  if (outcomeOf(text) || otherVerdicts.test(text)) return true;
  const word = text.toLowerCase();
  return outcomes.some((outcome) => {
    const whole = outcome.toLowerCase();
    return (word.length > 2 && whole.startsWith(word)) || editDistance(word, whole, 2) <= 2;
  });
}
