import type { Library, NameMatch } from '../library/types';
import { areOneRegion } from './body-parts';
import { caseSummary } from './case-summary';
import { type Ask, fact } from './fact';
import { namesIn } from './names';

/**
 * Returns the ids of the body parts that the summary and the headings name, sure or not, and of those that their treatments fix. A
 * region of which parts are named is left out where it is only another word for them: `back` beside `lumbar`.
 */
export const partsOfCase = fact((ask): ReadonlySet<string> => {
  const summary = ask(caseSummary)?.prose;
  const readings = [...(summary ? [summary] : []), ...ask.letter.blocks.map(({ heading }) => heading.item.reading)];
  const names = readings.flatMap((reading) => ask(namesIn, reading));
  const parts = new Set(names.flatMap((name) => partsNamed(ask.library, name)));
  return withoutAxis(ask.library, parts);
});

/** Removes the spine if one of its parts is named: in everyday words, "back" means any of them. */
function withoutAxis(library: Library, parts: ReadonlySet<string>): ReadonlySet<string> {
  const axis = [...parts].find((part) => library.bodyPart(part)?.axis);
  const isNamed = axis !== undefined && [...parts].some((part) => library.bodyPart(part)?.parent === axis);
  return isNamed ? new Set([...parts].filter((part) => part !== axis)) : parts;
}

/** Returns the parts that a name means, by itself or as the part that its treatment is for; none for a treatment of several kinds. */
export function partsNamed(library: Library, { refs }: NameMatch): readonly string[] {
  const own = refs.flatMap(({ kind, id }) => (kind === 'body-part' ? [id] : []));
  const treatments = refs.filter(({ kind }) => kind === 'treatment');
  const [treatment] = treatments;
  return treatments.length === 1 && treatment ? [...own, ...(library.treatment(treatment.id)?.bodyParts ?? [])] : own;
}

/** True where the case is about this part, or about a region that holds it or lies in it. */
export function isPartOfCase(ask: Ask, part: string): boolean {
  for (const known of ask(partsOfCase)) if (areOneRegion(ask.library, known, part)) return true;
  return false;
}
