import type { Provenance } from '../../library/entries';
import type { Library } from '../../library/types';
import { type Inline, type Line, lineOf } from '../hover/card';
import { cut, dateInWords } from './words';

/** Where the facts of an entry come from, the first `most` of its sources; what about it is in doubt; when its pack was checked. */
export function sourceLines(library: Library, entry: Partial<Provenance>, most: number): Line[] {
  const { shown, more } = cut(entry.source ?? [], most);
  const sources = shown.flatMap((source, i): Inline[] => [
    ...(i === 0 ? [] : ['; ']),
    ...sourceInWords(library.sourceText(source)),
  ]);
  const rest = more > 0 ? [`; ${more} more`] : [];
  return [
    ...(entry.uncertain ? lineOf({ strong: 'In doubt:' }, ` ${entry.uncertain}`) : []),
    ...(sources.length > 0 ? lineOf({ strong: 'Source:' }, ' ', ...sources, ...rest) : []),
    ...(entry.checkedOn ? lineOf({ strong: 'Checked:' }, ` ${dateInWords(entry.checkedOn)}`) : []),
  ];
}

const letterName = /^(?:CM\d\d-\d{7}|\d{3}_[0-9a-f]{6,})$/;

/** An address becomes a link, the name of a letter is called one. */
function sourceInWords(source: string): Inline[] {
  if (letterName.test(source)) return [`letter ${source}`];
  const address = /^https?:\/\/\S+/.exec(source)?.[0];
  if (address === undefined) return [source];
  return [publicLink(address), source.slice(address.length)].filter((part) => part !== '');
}

/** A link to a public page, under the name of its host. */
export function publicLink(address: string): Inline {
  const host = /^https?:\/\/(?:www\.)?([^/]+)/.exec(address)?.[1] ?? address;
  return { text: host, address };
}
