import { runningText } from '../../analysis/running-text';
import { toSourceSpan } from '../../text/reading';
import { defineLetterRule } from '../rule';

/**
 * `[date]`, `[which criterion]`, `{{age}}`, `<insert name>`, `____`: a template's place; not `[CI]`, `[12]`, `[sic]` or the `[t]he` of
 * a quotation.
 */
const place =
  /\[(?!sic\])(?![A-Z\d-]{1,6}\])[A-Za-z][a-z]{2}[^[\]]{0,60}\]|\{\{?[A-Za-z][\w -]{1,40}\}\}?|<(?:[Ii]nsert|[Ee]nter|[Nn]ame|[Dd]ate|[Ii]tem)\b[^<>]{0,40}>|_{4,}/g;

export const unfilledPlace = defineLetterRule({
  code: 'IMR509',
  name: 'unfilled-place',
  severity: 'warning',
  fix: null,
  summary: 'A place of a template was left open.',
  why: 'Text inserted by a template shows what to fill in in brackets or leaves a line. A letter that is sent with one of them lacks that fact, and says so to every party.',
  repair: 'Write the fact in place of the brackets, or take the sentence out.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes
Norco 10/325mg #60 since [date]. She is {{age}} and works as ______. Utilization review on 12/07/2016 denied it.
                         ^^^^^^
                                        ^^^^^^^
                                                             ^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes
Norco 10/325mg #60 (relief 40% [95% CI 30 to 50] [CI] [12]; "feels good [sic]", "[t]he same").
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    for (const reading of ask(runningText)) {
      for (const match of ask.matches(reading, place)) {
        const span = toSourceSpan(reading, { start: match.index, end: match.index + match[0].length });
        yield {
          span,
          message: `${match[0]} is a place to fill in that was left open. Write the fact there, or delete the sentence.`,
        };
      }
    }
  },
});
