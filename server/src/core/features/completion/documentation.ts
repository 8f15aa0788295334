import type { LetterAnalysis } from '../../analysis/analysis';
import { drugLines, drugTitle } from '../facts/drug';
import { guidanceLines } from '../facts/guidance';
import { editionFor, guidelineLink, inForceLines } from '../facts/guideline';
import { pageLines, summaryLines, topicTitle } from '../facts/topic';
import { treatmentLines } from '../facts/treatment';
import { capitalize } from '../facts/words';
import { type Card, listPart } from '../hover/card';
import { pageCard } from '../pages/page';
import { pageAt } from '../pages/page-id';
import type { CompletionSubject } from './completion';

/** What tells more about a completion; undefined where there is no more to tell than its text. */
export function documentationOf(analysis: LetterAnalysis, subject: CompletionSubject): Card | undefined {
  return 'page' in subject ? pageDocumentation(analysis, subject.page) : elementDocumentation(analysis, subject);
}

function pageDocumentation(analysis: LetterAnalysis, path: string): Card | undefined {
  const { library } = analysis;
  const page = pageAt(path);
  if (page?.kind === 'topic') return topicDocumentation(analysis, page.id);
  const drug = page?.kind === 'drug' ? library.drug(page.id) : undefined;
  if (drug) return { title: drugTitle(drug), parts: listPart(undefined, drugLines(library, drug, 6, analysis)) };
  const treatment = page?.kind === 'treatment' ? library.treatment(page.id) : undefined;
  if (treatment) {
    const guidance = guidanceLines(library, library.guidanceFor(treatment), 3, analysis.requestDate);
    return {
      title: capitalize(treatment.name),
      parts: listPart(undefined, [...treatmentLines(library, treatment), ...guidance]),
    };
  }
  const card = page && pageCard(library, page);
  return card && { ...card, parts: card.parts.slice(0, 3) };
}

function topicDocumentation(analysis: LetterAnalysis, id: string): Card | undefined {
  const topic = analysis.library.topic(id);
  const guideline = analysis.library.guideline(topic?.guideline ?? '');
  if (!topic || !guideline) return undefined;
  return {
    title: topicTitle(topic),
    parts: listPart(undefined, [
      [{ strong: 'In:' }, ' ', guidelineLink(guideline)],
      ...inForceLines(analysis, editionFor(analysis, guideline)),
      ...summaryLines(analysis.library, topic),
      ...pageLines(topic),
    ]),
  };
}

function elementDocumentation(
  analysis: LetterAnalysis,
  subject: { readonly element: string; readonly block: number },
): Card | undefined {
  const block = analysis.letter.blocks[subject.block];
  if (!block) return undefined;
  const { class: rationaleClass, elements } = analysis.ledgerOf(block);
  const missing = elements.filter(({ state, level }) => state === 'missing' && level !== 'optional');
  if (subject.element === 'rationale') {
    return {
      title: `What is missing${rationaleClass ? ` (${rationaleClass.name})` : ''}`,
      parts: listPart(
        undefined,
        missing.map(({ mustSay }) => [mustSay]),
      ),
    };
  }
  const element = missing.find(({ id }) => id === subject.element);
  return (
    element && {
      title: element.level === 'required' ? 'Required' : 'Expected',
      parts: [{ paragraph: [element.mustSay] }],
    }
  );
}
