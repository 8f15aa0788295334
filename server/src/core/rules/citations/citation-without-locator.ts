import { citationChoices } from '../../analysis/citation-choice';
import { pagesOf, sectionOf } from '../../analysis/citation-text';
import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import { resolutionOf } from '../../analysis/resolved-citations';
import { subjectOf } from '../../analysis/subjects';
import type { Citation } from '../../model/citations';
import type { DecisionBlock, Letter } from '../../model/letter';
import { replaceParts } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import { choiceOf, type SnippetPart } from '../../text/snippet';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const citationWithoutLocator = defineBlockRule({
  code: 'IMR202',
  name: 'citation-without-locator',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The reviewer cites the MTUS without a section or page.',
  why: 'The determination refers to the specific evidence it used (8 CCR 9792.10.6(d)), so the parties must be able to find the recommendation. 8 CCR 9792.21.1 asks for guideline, effective year, chapter, and section. Letters from 2015 on name the section; earlier letters name the page. Acupuncture is cited as a whole.',
  repair: 'Add the section after "Section(s):". In a 2014 letter, add the page after "Page(s):".',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Introduction, and Knee Complaints 2004, Section(s):.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.`,
      },
      {
        form: '2014',
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Soma.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Muscle relaxants.
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Acupuncture 6 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.

MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.

Decision rationale: Earlier visits brought no gain. The request for acupuncture is not medically
necessary.`,
      },
    ],
  },
  *check({ letter, ask, block }) {
    const statements = reviewerField(block)?.statements ?? [];
    for (const citation of statements.filter(({ kind }) => kind === 'mtus').flatMap((s) => s.citations)) {
      if (citation.pages.length > 0 || citation.sections.length > 0) continue;
      const { guideline } = ask(resolutionOf, citation);
      if (guideline?.kind === 'non-mtus' || guideline?.citedAsWhole) continue;
      const wanted = isByPage(letter, citation) ? 'page' : 'section';
      yield {
        span: citation.span,
        message: `The citation of ${citation.title}${citation.year ? ` ${citation.year}` : ''} has no ${wanted}.`,
        fixes: () => [completion(ask, block, citation, guideline?.id)],
      };
    }
  },
});

/** A citation with its year is of the newer style, whatever the form. */
function isByPage({ form }: Letter, { year }: Citation): boolean {
  return form.locator === 'page' && year === null;
}

function completion(ask: Ask, block: DecisionBlock, citation: Citation, guideline: string | undefined): Fix {
  const byPage = isByPage(ask.letter, citation);
  const choices = citationChoices(ask.library, ask(subjectOf, block), ask(dateOfRequest)?.iso);
  const topics = choices.flatMap((choice) => (choice.guideline.id === guideline && choice.topic ? [choice.topic] : []));
  const places = topics.map(byPage ? pagesOf : sectionOf).filter((place) => typeof place === 'string');
  const place: SnippetPart =
    places.length > 1 ? choiceOf([...new Set(places)]) : (places[0] ?? { place: byPage ? 'pages' : 'section' });
  const source = ask.letter.source.text.slice(citation.span.start, citation.span.end);
  const start = citation.span.start + wordsOf(source).length;
  const stop = /[.]\s{0,20}$/.test(source) ? '.' : '';
  return {
    title: byPage ? 'Add the page' : 'Add the section',
    kind: 'review',
    edits: [replaceParts({ start, end: citation.span.end }, [byPage ? ' Page(s): ' : ', Section(s): ', place, stop])],
  };
}

/** Without the stop, and without a label that nothing stands behind. */
function wordsOf(source: string): string {
  const bare = (text: string): string => text.replace(/[\s.,;:]{1,20}$/, '');
  return bare(bare(source).replace(/(?:Section|Page)\(s\)$/i, ''));
}
