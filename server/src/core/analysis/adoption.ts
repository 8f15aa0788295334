import type { Edition } from '../library/types';
import type { Citation } from '../model/citations';
import { fact } from './fact';
import { dateOfRequest } from './request-date';
import { resolutionOf } from './resolved-citations';

/**
 * Whether an ACOEM text was part of the MTUS when treatment was requested. `later`: it was adopted after that, so that then it was the
 * most current ACOEM, a later step of the search sequence (8 CCR 9792.21.1). `unknown`: the day of its adoption is not known.
 */
export type Adoption = 'adopted' | 'replaced' | 'later' | 'unknown';

/** The adoption of a text that the MTUS took over since December 1, 2017; undefined for any other citation, or without a date. */
export const adoptionOf = fact((ask, citation: Citation): Adoption | undefined => {
  const date = ask(dateOfRequest)?.iso;
  const { guideline } = ask(resolutionOf, citation);
  if (!date || !guideline?.family || !(guideline.versions || guideline.adoptedWhole)) return undefined;
  const own = ask.library.editionsOf(guideline.family).filter((edition) => edition.guideline.id === guideline.id);
  const ofYear = own.filter(({ years }) => citation.year !== null && years.includes(citation.year));
  // A year that no known edition bears names a text of which nothing is known.
  if (citation.year !== null && ofYear.length === 0 && own.some(({ years }) => years.length > 0)) return 'unknown';
  const states = (ofYear.length > 0 ? ofYear : own).map((edition) => adoptionOn(edition, date));
  return order.find((state) => states.includes(state));
});

/** Of several texts that a citation may mean, the one that speaks for it. */
const order: readonly Adoption[] = ['adopted', 'unknown', 'later', 'replaced'];

function adoptionOn({ from, to }: Edition, date: string): Adoption {
  if (from === null) return 'unknown';
  if (date < from) return 'later';
  return to !== null && to < date ? 'replaced' : 'adopted';
}
