import { suggestCitations } from '../../analysis/citation-suggestions';
import type { Ask } from '../../analysis/fact';
import type { DecisionBlock, Field } from '../../model/letter';
import { type SnippetPart, toPlainText } from '../../text/snippet';
import { guidancePage, pathOf } from '../pages/page-id';
import { placesInCitation } from './citation-places';
import { type Candidate, type CompletionProvider, continueWith, startsWith } from './completion';
import { typedInField } from './place';

/** Longer than any citation with its topics. */
const longest = 2000;

/** In a guideline field: citations for the block's item as the form writes them, then standard sentences, then the guideline's places. */
export const citationCompletions: CompletionProvider = (place) => {
  const { ask, block, field } = place;
  if (!block || !field || field.kind === 'rationale') return [];
  // Candidates repeat what stands before them, so of a long field only the end is given. No sentence is so long as to begin with it.
  const typed = typedInField(place).slice(-longest);
  const candidates = [
    ...suggested(ask, block, field),
    ...placesInCitation(ask, block, field, typed),
    ...standing(ask, field).filter(({ parts }) => startsWith(toPlainText(parts.slice(0, 1)), typed)),
  ];
  return candidates.flatMap((candidate) => continueWith(place, typed, candidate));
};

function suggested(ask: Ask, block: DecisionBlock, field: Field): Candidate[] {
  return suggestCitations(ask, block).map(({ id, title, isMtus, parts }): Candidate => {
    const page = guidancePage(ask.library, id);
    return {
      kind: 'citation',
      label: title.replace(/^Official Disability Guidelines \(ODG\)/, 'ODG'),
      detail: isMtus ? 'MTUS' : 'outside of the MTUS',
      parts: asCitedBy(ask, field, parts),
      ...(page && { about: { page: pathOf(page) } }),
    };
  });
}

/** Suggestions are written for the reviewer; the claims administrator has standard sentences of its own. */
function asCitedBy({ letter }: Ask, { kind }: Field, parts: readonly SnippetPart[]): SnippetPart[] {
  const { reviewer, claimsAdministrator } = letter.form.standing.outsideMtus;
  if (kind === 'reviewerGuideline') return [...parts];
  return parts.map((part) => (part === reviewer ? claimsAdministrator : part));
}

function standing({ letter }: Ask, { kind }: Field): Candidate[] {
  const { mtus, nonMtus, outsideMtus, citesNothing } = letter.form.standing;
  const party = kind === 'reviewerGuideline' ? 'reviewer' : 'claimsAdministrator';
  const outside = `${outsideMtus[party]} ${nonMtus}`;
  return [
    { kind: 'sentence', label: mtus, parts: [`${mtus} `, { place: 'guideline' }, '.'] },
    { kind: 'sentence', label: nonMtus, parts: [`${outside} `, { place: 'source, chapter, topic' }, '.'] },
    { kind: 'sentence', label: citesNothing[party], parts: [citesNothing[party]] },
  ];
}
