/**
 * Text to insert with places to fill in. `${…}` syntax is made only at the end, so that no letter text is ever taken for it.
 * A place shows its text in brackets, `[date]`, so that one left open is seen; without text it is an empty tab stop. Linked
 * places of one text are filled in together. A choice offers its values, the first one filled in.
 */
export type SnippetPart =
  | string
  | { readonly place: string; readonly linked?: true }
  | { readonly choice: readonly string[] };

/** As plain text: a place is its text in brackets, a choice its first value. */
export function toPlainText(parts: readonly SnippetPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : 'place' in part ? shown(part.place) : (part.choice[0] ?? '')))
    .join('');
}

/** In the snippet syntax of editors: `${1:place}`, `${2|a,b|}`, tab stops numbered in order, `$0` at the end. */
export function toSnippet(parts: readonly SnippetPart[]): string {
  const linked = new Map<string, number>();
  let last = 0;
  const stopOf = (part: Exclude<SnippetPart, string>): number => {
    const known = 'place' in part && part.linked ? linked.get(part.place) : undefined;
    if (known !== undefined) return known;
    last++;
    if ('place' in part && part.linked) linked.set(part.place, last);
    return last;
  };
  const body = parts.map((part) => {
    if (typeof part === 'string') return escapeIn(part, /[\\$}]/g);
    const stop = stopOf(part);
    if ('choice' in part) return `\${${stop}|${part.choice.map((value) => escapeIn(value, /[\\$},|]/g)).join(',')}|}`;
    return part.place === '' ? `$${stop}` : `\${${stop}:${escapeIn(shown(part.place), /[\\$}]/g)}}`;
  });
  return `${body.join('')}$0`;
}

function escapeIn(text: string, special: RegExp): string {
  return text.replace(special, '\\$&');
}

export function hasPlaces(parts: readonly SnippetPart[]): boolean {
  return parts.some((part) => typeof part !== 'string');
}

function shown(place: string): string {
  return place === '' ? '' : `[${place}]`;
}
