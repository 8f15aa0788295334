import type { SnippetPart } from '../text/snippet';

/** What the names of a template stand for. */
export interface TemplateValues {
  /** The item as printed in the heading. */
  readonly item: string;
  /** Its short name, `Norco`. */
  readonly name: string;
  /** The guideline as prose names it, `The MTUS`. */
  readonly guideline: string;
}

/** A template's text as parts to insert: `[text]` is a place, `[a|b]` a choice, `{item}` a value. */
export function fillTemplate(body: string, values: TemplateValues): SnippetPart[] {
  const parts: SnippetPart[] = [];
  for (const [token, place, value] of body.matchAll(/\[([^[\]]*)\]|\{(item|name|guideline)\}|[^[{]+|[[{]/g)) {
    if (place !== undefined) parts.push(place.includes('|') ? { choice: place.split('|') } : { place });
    else parts.push(value === undefined ? token : values[value as keyof TemplateValues]);
  }
  return parts;
}
