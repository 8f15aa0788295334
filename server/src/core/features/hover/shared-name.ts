import type { Library, NameMatch } from '../../library/types';
import { capitalize, sentence } from '../facts/words';
import { type Card, type CardPart, type Line, listPart } from './card';

/** A name that stands for several things, one of `lines` for each, and why it does. */
export function sharedNameCard(library: Library, { name, ids }: NameMatch, lines: readonly Line[]): Card {
  const shared = library.sharedNames.find(
    (each) => each.names.includes(name) && each.ids.filter((id) => ids.includes(id)).length > 1,
  );
  return {
    title: `${capitalize(name)}: ${lines.length} things bear this name`,
    parts: [...(shared ? [{ paragraph: [capitalize(sentence(shared.why))] }] : []), ...listPart(undefined, lines)],
  };
}

/** A word of caution where a name has everyday meanings too. */
export function unsurePart({ sure, name }: NameMatch): CardPart[] {
  return sure ? [] : [{ paragraph: [`"${name}" has other meanings too; here it may be this:`] }];
}
