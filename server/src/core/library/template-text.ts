import { choiceOf, type SnippetPart, toPlainText } from '../text/snippet';
import type { ConditionFacets, TemplateEntry } from './entries';

/** What the names in braces stand for. */
export type TemplateValues = Readonly<Record<string, SnippetPart>>;

/** The names that the templates of a rationale may hold. */
export const templateNames = ['item', 'name', 'Name', 'guideline', 'Guideline', 'verdict'] as const;

/** A text as parts to insert: `[text]` is a place, `[a | b]` a choice, `{name}` the value of that name. */
export function fillTemplate(text: string, values: TemplateValues): SnippetPart[] {
  const parts: SnippetPart[] = [];
  for (const [token, place, name] of text.matchAll(/\[([^[\]]*)\]|\{(\w+)\}|[^[{]+|[[{]/g)) {
    if (place !== undefined) parts.push(place.includes(' | ') ? choiceOf(place.split(' | ')) : { place });
    else parts.push((name === undefined ? undefined : values[name]) ?? token);
  }
  return parts;
}

/**
 * What a template writes: its text, or its open choice, whose options come in the order of their likelihood. Undefined where it has
 * nothing for the outcome. `outcome`: null where nobody has decided yet.
 */
export function templateParts(
  template: TemplateEntry,
  outcome: NonNullable<ConditionFacets['outcome']> | null,
  values: TemplateValues,
): SnippetPart[] | undefined {
  const { choice, options, upheld, overturned } = template;
  if (choice !== undefined && options) {
    const listed = Object.entries(options);
    const ordered = outcome === 'Upheld' ? listed.reverse() : listed;
    return [
      {
        open: `${choice}: ${ordered.map(([word]) => word).join(' | ')}`,
        choice: ordered.map(([, sentence]) => toPlainText(fillSentence(sentence, values))),
        mayBeLeftOut: true,
      },
    ];
  }
  const own = { Upheld: upheld, Overturned: overturned };
  const text = template.text ?? (outcome ? own[outcome] : undefined);
  return text === undefined ? undefined : fillSentence(text, values);
}

/** A value that starts the sentence starts with a capital letter. */
function fillSentence(text: string, values: TemplateValues): SnippetPart[] {
  const [first, ...others] = fillTemplate(text, values);
  if (first === undefined || typeof first !== 'string') return first === undefined ? [] : [first, ...others];
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others];
}
