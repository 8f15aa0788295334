import type { ResolvedCitation } from '../library/citation';
import type { IsoDate } from '../library/entries';
import { resolveCitation } from '../library/resolve';
import type { Library } from '../library/types';
import type { Citation } from '../model/citations';
import { fact } from './fact';
import { dateOfRequest } from './request-date';

/** Citations are few and come again in every block and with every keystroke: what one means is looked up once. */
const known = new WeakMap<Library, Map<string, ResolvedCitation>>();
const mostKnown = 2000;

/** What the library knows of a citation; `date` chooses the edition where the citation gives no year. */
function resolvedCitation(library: Library, citation: Citation, date: IsoDate | undefined): ResolvedCitation {
  const resolved = known.get(library) ?? new Map<string, ResolvedCitation>();
  known.set(library, resolved);
  const key = `${citation.kind} ${date ?? ''} ${citation.text}`;
  const before = resolved.get(key);
  if (before) return before;
  if (resolved.size >= mostKnown) resolved.clear();
  const result = resolveCitation(library, citation, date);
  resolved.set(key, result);
  return result;
}

/** What the library says about a citation: guideline, edition, chapter, topics and pages. */
export const resolutionOf = fact((ask, citation: Citation) =>
  resolvedCitation(ask.library, citation, ask(dateOfRequest)?.iso),
);
