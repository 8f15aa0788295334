import { textFact } from '../analysis/fact';
import { marked, matchesIn } from '../text/matches';
import type { Span } from '../text/span';

/** A quotation mark that is no sign for inches or seconds. */
const marks = marked('"“”', /(?<!\d)["“”]|(?<=\d)["”](?=[\s.,;:)]|$)/g);

/** A quotation that runs on longer than this was never closed. */
const longest = 3000;

/** What stands in quotation marks in a text, marks included, in order. A mark without its partner opens nothing. */
export const quotationsIn = textFact((text): readonly Span[] => {
  const quotations: Span[] = [];
  let open: number | undefined;
  for (const { index, 0: mark } of matchesIn(text, marks)) {
    if (opensAt(text, index, mark)) open = index;
    else if (open !== undefined) {
      if (index - open < longest) quotations.push({ start: open, end: index + 1 });
      open = undefined;
    }
  }
  return quotations;
});

/** Stands before a word and not behind one. */
function opensAt(text: string, at: number, mark: string): boolean {
  if (mark !== '"') return mark === '“';
  return (at === 0 || /[\s([—–-]/.test(text.charAt(at - 1))) && /\S/.test(text.charAt(at + 1));
}
