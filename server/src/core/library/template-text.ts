import { choiceOf, type SnippetPart } from '../text/snippet';

/** A template's text as parts to insert: `[text]` is a place, `[a | b]` a choice, `{name}` the value of that name. */
export function fillTemplate(body: string, values: Readonly<Record<string, string>>): SnippetPart[] {
  const parts: SnippetPart[] = [];
  for (const [token, place, name] of body.matchAll(/\[([^[\]]*)\]|\{(\w+)\}|[^[{]+|[[{]/g)) {
    if (place !== undefined) parts.push(place.includes(' | ') ? choiceOf(place.split(' | ')) : { place });
    else parts.push((name === undefined ? undefined : values[name]) ?? token);
  }
  return parts;
}
