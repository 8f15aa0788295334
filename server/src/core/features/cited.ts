import type { Citation } from '../model/citations';
import type { Field } from '../model/letter';

/** The guidelines a field names, each once, as short as one can say them: `Low Back Complaints 2004`. */
export function citedIn({ statements }: Field): readonly string[] {
  return [...new Set(statements.flatMap(({ citations }) => citations.map(nameOfCitation)))];
}

function nameOfCitation({ title, year }: Citation): string {
  return year === null || title.includes(String(year)) ? title : `${title} ${year}`;
}
