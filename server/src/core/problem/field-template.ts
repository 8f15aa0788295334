import { fillTemplate } from '../library/template-text';
import type { Conclusion } from '../model/conclusion';
import type { DecisionBlock, Field, Letter } from '../model/letter';
import { choiceOf, type SnippetPart } from '../text/snippet';

type Form = Letter['form'];

/** The label of a field as the form prints it, with its colon: `Decision rationale:`. */
export function labelOf(form: Form, kind: Field['kind']): string {
  return `${form.fields.find((field) => field.kind === kind)?.labels[0] ?? kind}:`;
}

/** The outcomes to choose from; the one that the rationale concludes comes first. */
export function outcomeChoice(conclusion: Conclusion | null = null): SnippetPart {
  return choiceOf(conclusion?.necessary ? ['Overturned', 'Upheld'] : ['Upheld', 'Overturned']);
}

/** An item after a modification, worded as the form does, with places for the portions that are unknown. */
export function portionsTemplate({ wording }: Form, item: string): SnippetPart[] {
  return fillTemplate(wording.request.heading, { item });
}

/** A reviewer's citation of the MTUS as the form writes it, with places for title and locator. */
export function citationTemplate(form: Form): SnippetPart[] {
  const located: SnippetPart[] =
    form.locator === 'page'
      ? [{ place: 'guideline' }, ' Page(s): ', { place: 'pages' }]
      : [{ place: 'guideline' }, ' ', { place: 'year' }, ', Section(s): ', { place: 'section' }];
  return [form.standing.mtus, ' ', ...located, '.'];
}

/** Text to write after a label, with places to fill in. */
export function fieldTemplate(form: Form, kind: Field['kind'], block?: DecisionBlock): SnippetPart[] {
  if (kind === 'claimsAdministratorGuideline') return administratorTemplate(form);
  return kind === 'reviewerGuideline' ? citationTemplate(form) : rationaleTemplate(block);
}

/** "Nothing was cited" has a sentence of its own, which completion offers. */
function administratorTemplate({ standing: { mtus, nonMtus, outsideMtus } }: Form): SnippetPart[] {
  const source = {
    open: 'source: MTUS | outside of the MTUS',
    choice: [mtus, `${outsideMtus.claimsAdministrator} ${nonMtus}`],
  };
  return [source, ' ', { place: 'guideline' }, '.'];
}

function rationaleTemplate(block?: DecisionBlock): SnippetPart[] {
  const outcome = block?.heading.outcome.value;
  const verdict = { Upheld: 'is not', Overturned: 'is' };
  return [
    { place: 'What the guideline requires.' },
    ' ',
    { place: 'What the records show.' },
    ' The request for ',
    block?.heading.item.disputed.text || { place: 'the item' },
    ' ',
    outcome ? verdict[outcome] : choiceOf(['is not', 'is']),
    ' medically necessary.',
  ];
}

/** A whole decision block as paragraphs. */
export function blockTemplate(form: Form): SnippetPart[][] {
  const fields = form.fields.map(({ kind }): SnippetPart[] => [
    `${labelOf(form, kind)} `,
    ...fieldTemplate(form, kind),
  ]);
  return [[{ place: 'Item' }, ': ', outcomeChoice()], ...fields];
}
