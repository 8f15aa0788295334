import { touches } from '../../text/span';
import { pathOf } from '../pages/page-id';
import type { CardPart, Hover, HoverContext } from './card';

/** More would hide the card. */
const most = 3;

/** Adds the help of the problems at the pointer to a card, or makes a card of it where there is none. */
export function withProblemHelp(hover: Hover | undefined, { problems, offset }: HoverContext): Hover | undefined {
  const here = problems.filter(({ span, help }) => help && touches(span, offset)).slice(0, most);
  const [first] = here;
  if (!first) return hover;
  const parts = here.map(({ code, help = '' }): CardPart => {
    return { paragraph: [{ text: code, page: pathOf({ kind: 'rule', id: code }) }, ` ${help}`] };
  });
  if (hover) return { ...hover, card: { ...hover.card, parts: [...hover.card.parts, ...parts] } };
  return { span: first.span, card: { title: first.message, parts } };
}
