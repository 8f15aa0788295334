import type { Ask } from '../../analysis/fact';
import { isLacking, ledgerOf } from '../../analysis/ledger';
import { dateOfRequest } from '../../analysis/request-date';
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
export function documentationOf(ask: Ask, subject: CompletionSubject): Card | undefined {
  return 'page' in subject ? pageDocumentation(ask, subject.page) : elementDocumentation(ask, subject);
}

function pageDocumentation(ask: Ask, path: string): Card | undefined {
  const { library } = ask;
  const page = pageAt(path);
  if (page?.kind === 'topic') return topicDocumentation(ask, page.id);
  const drug = page?.kind === 'drug' ? library.drug(page.id) : undefined;
  if (drug) return { title: drugTitle(drug), parts: listPart(undefined, drugLines(library, drug, 6, ask)) };
  const treatment = page?.kind === 'treatment' ? library.treatment(page.id) : undefined;
  if (treatment) {
    const guidance = guidanceLines(library, library.guidanceFor(treatment), 3, ask(dateOfRequest));
    return {
      title: capitalize(treatment.name),
      parts: listPart(undefined, [...treatmentLines(library, treatment), ...guidance]),
    };
  }
  const card = page && pageCard(library, page);
  return card && { ...card, parts: card.parts.slice(0, 3) };
}

function topicDocumentation(ask: Ask, id: string): Card | undefined {
  const topic = ask.library.topic(id);
  const guideline = ask.library.guideline(topic?.guideline ?? '');
  if (!topic || !guideline) return undefined;
  return {
    title: topicTitle(topic),
    parts: listPart(undefined, [
      [{ strong: 'In:' }, ' ', guidelineLink(guideline)],
      ...inForceLines(ask, editionFor(ask, guideline)),
      ...summaryLines(ask.library, topic),
      ...pageLines(topic),
    ]),
  };
}

function elementDocumentation(
  ask: Ask,
  subject: { readonly element: string; readonly block: number },
): Card | undefined {
  const block = ask.letter.blocks[subject.block];
  if (!block) return undefined;
  const { class: rationaleClass, elements } = ask(ledgerOf, block);
  const missing = elements.filter((element) => isLacking(element) && element.level !== 'optional');
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
