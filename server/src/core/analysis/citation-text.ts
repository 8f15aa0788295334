import type { PageRange } from '../library/entries';
import type { Topic } from '../library/types';
import type { Letter } from '../model/letter';
import type { SnippetPart } from '../text/snippet';
import { type CitationChoice, isOutside } from './citation-choice';

type Form = Letter['form'];

/** A reviewer's citation as the form writes it, its standard sentence included; places where something has to be looked up. */
export function citationParts(form: Form, choice: CitationChoice): SnippetPart[] {
  const { mtus, nonMtus, outsideMtus } = form.standing;
  if (isOutside(choice)) return [outsideMtus.reviewer, ' ', nonMtus, ' ', outsideTitle(choice), '.'];
  return [mtus, ' ', ...(form.locator === 'page' ? byPage(choice) : bySection(choice)), '.'];
}

/** What is cited, for a list: `Chronic Pain Medical Treatment 2016: Muscle relaxants (for pain)`. */
export function citationTitle(choice: CitationChoice): string {
  if (isOutside(choice)) return outsideTitle(choice);
  return choice.topic ? `${datedTitle(choice)}: ${choice.topic.title}` : datedTitle(choice);
}

/** What stands behind `Section(s):`; a place where no topic is known. The number of a chapter (`5`) is not printed. */
export function sectionOf(topic: Topic | undefined): SnippetPart {
  if (!topic) return { place: 'section' };
  return topic.number?.includes('.') ? `${topic.number} ${topic.title}` : topic.title;
}

/** What stands behind `Page(s):`: pages that were seen in print; a place where the library only remembers them. */
export function pagesOf(topic: Topic | undefined): SnippetPart {
  const seen = joined(topic?.pagesSeen ?? []);
  const pages = seen.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return pages.length > 0 ? pages.join(', ') : { place: 'pages' };
}

/** Ranges that overlap or follow upon each other are one; one whose end is not known is its first page. */
function joined(ranges: readonly PageRange[]): [first: number, last: number][] {
  const all: [number, number][] = [];
  for (const [first, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = end ?? first;
    const before = all.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else all.push([first, last]);
  }
  return all;
}

/** `Opioid Treatment 2016, Section(s): 3.3.9 Maintenance …`; a guideline cited as a whole ends with its year. */
function bySection(choice: CitationChoice): SnippetPart[] {
  const title = datedTitle(choice);
  return choice.guideline.citedAsWhole ? [title] : [`${title}, Section(s): `, sectionOf(choice.topic)];
}

/** `Chronic Pain Treatment Guidelines Opioids Page(s): 78-80`, `ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): …`. */
function byPage(choice: CitationChoice): SnippetPart[] {
  const { guideline, topic } = choice;
  // The topics of General Approaches are chapters themselves.
  const chapter = guideline.kind === 'mtus' ? (guideline.chapter ?? topic?.number) : undefined;
  if (chapter !== undefined) return [`${chapterTitle(choice, chapter)} Page(s): `, pagesOf(topic)];
  // The year came with the form of 2015, and so did the word Medical.
  const title = `${titleOf(choice).replace(' Medical', '')} Guidelines`;
  if (choice.guideline.citedAsWhole) return [title];
  return [`${title} `, topic?.title ?? { place: 'topic' }, ' Page(s): ', pagesOf(topic)];
}

function chapterTitle({ guideline, topic }: CitationChoice, chapter: number | string): string {
  const titles = [guideline.chapter && titleOf({ guideline }), topic?.title].filter(Boolean);
  return `ACOEM Practice Guidelines, Chapter ${chapter} ${titles.join(', ')}`;
}

/** `Official Disability Guidelines (ODG) Pain, Insomnia treatment`: letters leave out what ODG puts in brackets behind a chapter. */
function outsideTitle({ guideline, chapter, topic }: CitationChoice): string {
  const title = guideline.citedTitle ?? withoutBrackets(guideline.title);
  const place = [chapter && withoutBrackets(chapter.title), topic?.title].filter(Boolean).join(', ');
  return place === '' ? title : `${title} ${place}`;
}

function withoutBrackets(title: string): string {
  return title.replace(/ ?\([^()]*\)/g, '');
}

function datedTitle({ guideline, year }: CitationChoice): string {
  return [titleOf({ guideline }), year].filter(Boolean).join(' ');
}

function titleOf({ guideline }: CitationChoice): string {
  return guideline.citedTitle ?? guideline.title;
}
