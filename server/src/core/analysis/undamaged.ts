import { withoutDamage } from '../text/mojibake';
import { type Reading, readText } from '../text/reading';
import { fact } from './fact';

/** What a text says when its damaged characters are left out; undefined where none is damaged. Offsets are those of the new text. */
export const undamaged = fact((_, { text }: Reading): Reading | undefined => {
  const rest = withoutDamage(text);
  return rest === text ? undefined : readText(rest, { start: 0, end: rest.length });
});
