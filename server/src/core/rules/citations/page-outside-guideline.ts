import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import { confidenceOf } from '../../library/confidence';
import type { PageRange } from '../../library/entries';
import type { Topic } from '../../library/types';
import type { Citation, CitedPart } from '../../model/citations';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const pageOutsideGuideline = defineBlockRule({
  code: 'IMR209',
  name: 'page-outside-guideline',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The cited page is not in the guideline, or its topic is on another page.',
  why: 'The determination refers to the specific evidence it used (8 CCR 9792.10.6(d)), and the parties use the page to find it. A page that does not exist leads nowhere.',
  repair: 'Look up the topic in the guideline and correct the page.',
  examples: {
    bad: [
      {
        form: '2014',
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Soma, page 29.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol (Soma)
Page(s): 29, 412.
             ^^^
Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.

Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids Page(s): 81-74.
                                                                                             ^^^^^
Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const citation of field.statements.flatMap((statement) => statement.citations)) {
        for (const part of citation.parts) {
          const wrong = part.kind === 'page' ? whatIsWrong(ask, citation, part) : undefined;
          if (wrong)
            yield {
              span: part.span,
              message: wrong.message,
              fixes: wrong.right === undefined ? undefined : [citing(part, wrong.right)],
            };
        }
      }
    }
  },
});

interface WrongPage {
  readonly message: string;
  /** What must have been meant; undefined where that is a guess. */
  readonly right?: string;
}

function citing({ span }: CitedPart, right: string): Fix {
  return {
    title: `Cite ${right.includes('-') ? 'pages' : 'page'} ${right}`,
    kind: 'review',
    edits: [replace(span, right)],
  };
}

function whatIsWrong(ask: Ask, citation: Citation, part: CitedPart): WrongPage | undefined {
  const [first = 0, last = first] = (part.text.match(/\d+/g) ?? []).map(Number);
  if (last < first) {
    const message = `The pages ${part.text} run backward.`;
    return { message, right: `${last}-${first}` };
  }
  const { guideline, topics } = ask(resolutionOf, citation);
  const [only, another] = topics.filter(({ by }) => by === 'name');
  const seen = only && !another && citation.pages.length === 1 ? seenPages(only.topic) : [];
  const right = seen[0] && numbersOf(seen[0]);
  const pages = guideline && confidenceOf(guideline, 'pages') === 'seen' ? guideline.pages : undefined;
  if (guideline && pages && !overlap(pages, first, last)) {
    const message = `No page ${part.text}: ${guideline.title} has pages ${pages[0]} to ${pages[1]}.`;
    return { message, right };
  }
  if (!only || seen.length === 0 || seen.some((range) => overlap(range, first, last))) return undefined;
  const places = seen.map(inWords).join(', ');
  return {
    message: `"${only.topic.title}" is not on page ${part.text} but on ${places}.`,
    right,
  };
}

/** Pages that were seen in print together with the topic. */
function seenPages(topic: Topic): readonly PageRange[] {
  if (!topic.pages || confidenceOf(topic, 'pages') !== 'seen') return [];
  return [topic.pages, ...(topic.pagesSeen ?? [])];
}

function overlap([start, end]: PageRange, first: number, last: number): boolean {
  return first <= (end ?? Number.POSITIVE_INFINITY) && start <= last;
}

function inWords(range: PageRange): string {
  return `${numbersOf(range).includes('-') ? 'pages' : 'page'} ${numbersOf(range)}`;
}

function numbersOf([first, last]: PageRange): string {
  return last === null || last === first ? `${first}` : `${first}-${last}`;
}
