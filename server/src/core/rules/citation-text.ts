import type { LetterAnalysis } from '../analysis/analysis';
import { type CitationChoice, citationChoices } from '../analysis/citation-choice';
import { wrapParts } from '../model/layout';
import type { DecisionBlock, Letter } from '../model/letter';
import type { SnippetPart } from '../text/snippet';
import { lineAt } from '../text/source-text';
import type { Span } from '../text/span';
import { replaceParts } from './edits';
import { citationTemplate } from './field-template';
import type { Fix } from './rule';

type Form = Letter['form'];

/** A reviewer's citation as the form writes it, its standing sentence included; places where something has to be looked up. */
export function citationParts(form: Form, choice: CitationChoice | undefined): SnippetPart[] {
  if (!choice) return citationTemplate(form);
  if (choice.guideline.kind === 'non-mtus') return outsideCitation(form, choice);
  return [`${form.standing.mtus} `, ...(form.locator === 'page' ? byPage(choice) : bySection(choice)), '.'];
}

function outsideCitation({ standing }: Form, { guideline, chapter, topic }: CitationChoice): SnippetPart[] {
  const title = guideline.id === 'odg' ? 'Official Disability Guidelines (ODG)' : guideline.title;
  const place = [chapter?.title.replace(/ ?\([^()]*\)/g, ''), topic?.title].filter(Boolean).join(', ');
  return [`${standing.outsideMtus.reviewer} ${standing.nonMtus} ${title}${place === '' ? '' : ` ${place}`}.`];
}

function bySection({ guideline, topic }: CitationChoice): SnippetPart[] {
  const title = `${guideline.citedTitle ?? guideline.title} ${guideline.year ?? ''}`.trim();
  return guideline.family === 'acupuncture' ? [title] : [`${title}, Section(s): `, sectionOf(topic)];
}

/** What stands behind `Section(s):`; a place where no topic is known. */
export function sectionOf(topic: CitationChoice['topic']): SnippetPart {
  if (!topic) return { place: 'section' };
  return topic.number ? `${topic.number} ${topic.title}` : topic.title;
}

function byPage({ guideline, topic }: CitationChoice): SnippetPart[] {
  const chapter = guideline.chapter ? `ACOEM Practice Guidelines, Chapter ${guideline.chapter} ` : '';
  const title =
    guideline.family === 'chronic-pain'
      ? 'Chronic Pain Treatment Guidelines'
      : (guideline.citedTitle ?? guideline.title);
  return [`${chapter}${title}${topic ? `${chapter ? ',' : ''} ${topic.title}` : ''} Page(s): `, pagesOf(topic)];
}

/** Pages that were seen in print; a place where the library only remembers them. */
export function pagesOf(topic: CitationChoice['topic']): SnippetPart {
  const seen = topic?.pagesSeen ?? [];
  const pages = seen.map(([first, last]) => (last === null || last === first ? `${first}` : `${first}-${last}`));
  return pages.length > 0 ? pages.join(', ') : { place: 'pages' };
}

/** The best three citations that the library knows for an item, in place of `span`; else one with places to fill in. */
export function suggestCitations(analysis: LetterAnalysis, block: DecisionBlock, span: Span): Fix[] {
  const { letter, library, requestDate } = analysis;
  const choices = citationChoices(library, analysis.subjectOf(block), requestDate?.iso).slice(0, 3);
  const column = span.start - (letter.source.lineStarts[lineAt(letter.source, span.start)] ?? 0);
  return (choices.length > 0 ? choices : [undefined]).map((choice) => ({
    title: choice ? `Cite ${titleOf(choice)}` : 'Insert a citation',
    kind: 'review',
    edits: [replaceParts(span, wrapParts(citationParts(letter.form, choice), letter.layout, column))],
  }));
}

function titleOf({ guideline, topic }: CitationChoice): string {
  const title = guideline.citedTitle ?? guideline.title;
  return topic ? `${title}: ${topic.title}` : title;
}
