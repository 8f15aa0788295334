/**
 * Text to insert with places to fill in. `${…}` syntax is made only at the end, so that no letter text is ever taken for it.
 * A place shows its text in brackets, `[date]`, so that one left open is seen; without text it is an empty tab stop; a choice offers its values, the first one filled in.
 */
export type SnippetPart = string | { readonly place: string } | { readonly choice: readonly string[] };

/** As plain text: a place is its text in brackets, a choice its first value. */
export function toPlainText(parts: readonly SnippetPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : 'place' in part ? shown(part.place) : (part.choice[0] ?? '')))
    .join('');
}

/** In the snippet syntax of editors: `${1:place}`, `${2|a,b|}`, tab stops numbered in order, `$0` at the end. */
export function toSnippet(parts: readonly SnippetPart[]): string {
  let stop = 0;
  const body = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\$}]/g, '\\$&');
    stop++;
    if ('choice' in part)
      return `\${${stop}|${part.choice.map((value) => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
    return part.place === '' ? `$${stop}` : `\${${stop}:${shown(part.place).replace(/[\\$}]/g, '\\$&')}}`;
  });
  return `${body.join('')}$0`;
}

export function hasPlaces(parts: readonly SnippetPart[]): boolean {
  return parts.some((part) => typeof part !== 'string');
}

function shown(place: string): string {
  return place === '' ? '' : `[${place}]`;
}
