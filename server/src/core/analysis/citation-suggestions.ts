import type { IsoDate } from '../library/entries';
import type { DecisionBlock, Letter } from '../model/letter';
import type { SnippetPart } from '../text/snippet';
import { citationChoices, isOutside } from './citation-choice';
import { citationParts, citationTitle } from './citation-text';
import type { Ask } from './fact';
import { dateOfRequest } from './request-date';
import { subjectOf } from './subjects';

/** A citation that fits a block's item. */
export interface CitationSuggestion {
  /** Id of the topic, chapter or guideline it cites. */
  readonly id: string;
  readonly isMtus: boolean;
  /** What it cites, for a list: `Chronic Pain Medical Treatment 2016: Muscle relaxants (for pain)`. */
  readonly title: string;
  /** The reviewer's whole field in the letter's form, with a place for what is not known for certain. */
  readonly parts: readonly SnippetPart[];
}

/** The citations that the library knows for a block's item, best first, as this letter's form writes them; empty where it knows none. */
export function suggestCitations(ask: Ask, block: DecisionBlock): readonly CitationSuggestion[] {
  const { letter, library } = ask;
  const requestDate = ask(dateOfRequest);
  const choices = citationChoices(library, ask(subjectOf, block), requestDate?.iso ?? dayInPeriodOf(letter.form));
  return choices.map((choice) => ({
    id: (choice.topic ?? choice.chapter ?? choice.guideline).id,
    isMtus: !isOutside(choice),
    title: citationTitle(choice),
    parts: citationParts(letter.form, choice),
  }));
}

/** For a letter that does not tell when treatment was requested: a day on which letters of its form were written. */
function dayInPeriodOf({ locator }: Letter['form']): IsoDate {
  return locator === 'page' ? '2014-06-30' : '2016-12-31';
}
