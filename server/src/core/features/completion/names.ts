import { conclusionOf } from '../../analysis/conclusions';
import { itemsOnRecord } from '../../analysis/items-on-record';
import type { Library } from '../../library/types';
import { isEmpty } from '../../text/span';
import { pathOf } from '../pages/page-id';
import type { Completion, CompletionProvider } from './completion';
import type { CompletionPlace } from './place';

/** In an item: what the summary names, drugs by any name, their strengths, treatments. */
export const nameCompletions: CompletionProvider = (place) => {
  if (!isItemPlace(place)) return [];
  const { library } = place.ask;
  // A reading has no space at its end, but behind a name it asks for what follows.
  const starts = startsOfWords(/\s$/.test(place.before) ? `${place.paragraph} ` : place.paragraph);
  const found = starts.flatMap((typed) => itemsOfSummary(place, typed));
  for (const typed of starts)
    found.push(...strengthsAfter(library, place, typed), ...namesStarting(library, place, typed));
  return found.filter((item, i) => found.findIndex(({ label }) => label === item.label) === i);
};

/** A heading before its colon, or a line that begins one: in capitals or small letters, but no sentence. */
function isItemPlace({ ask, block, field, offset, paragraph, paragraphStart, before }: CompletionPlace): boolean {
  if (/[:?!]|\. [A-Z]/.test(paragraph) || before.trim() === '' || paragraph.length > 200) return false;
  const heading = block?.heading.span;
  if (heading && !isEmpty(heading) && heading.start <= offset && offset <= heading.end) return true;
  const issues = ask.letter.sections.find(({ kind, absent }) => kind === 'issues' && !absent);
  if (!issues || paragraphStart < issues.heading.end || (issues.lead && offset <= issues.lead.end)) return false;
  if (!block) return true;
  // Behind a rationale that has come to its conclusion the next paragraph is the next item.
  if (field === undefined) return true;
  const conclusion = field.kind === 'rationale' ? ask(conclusionOf, block) : null;
  return conclusion !== null && paragraphStart > conclusion.span.end;
}

/** The last one to four words as typed, the longest first. */
function startsOfWords(paragraph: string): string[] {
  const words = paragraph.split(' ');
  return [4, 3, 2, 1].flatMap((count) => (words.length < count ? [] : [words.slice(-count).join(' ')]));
}

const shortest = 2;

/** Items as the summary states them, with their strengths and quantities; not those that a heading has already. */
function itemsOfSummary({ ask, offset }: CompletionPlace, typed: string): Completion[] {
  if (typed.trim().length < shortest) return [];
  const { blocks, source } = ask.letter;
  const start = typed.toLowerCase();
  const span = { start: offset - typed.length, end: offset };
  if (source.text.slice(span.start, span.end) !== typed) return [];
  const decided = new Set(blocks.map(({ heading }) => heading.item.disputed.text.toLowerCase()));
  return ask(itemsOnRecord)
    .filter(({ item }) => item.toLowerCase().startsWith(start) && item.length > typed.length)
    .filter(({ item }) => !decided.has(item.toLowerCase()))
    .map(({ item, isUndecided }): Completion => {
      const detail = isUndecided ? 'in dispute, not decided yet' : 'in the summary';
      return { kind: 'item', label: item, detail, span, parts: [item], filter: item };
    });
}

function namesStarting(library: Library, { offset, ask }: CompletionPlace, typed: string): Completion[] {
  if (typed.trim().length < shortest || /\s$/.test(typed)) return [];
  const start = typed.toLowerCase();
  const span = { start: offset - typed.length, end: offset };
  // A name typed over a line end is not replaced: the edit must stay in one line.
  if (ask.letter.source.text.slice(span.start, span.end) !== typed) return [];
  const item = (kind: 'drug' | 'treatment', id: string, label: string, detail: string): Completion => ({
    kind,
    label,
    detail,
    span,
    parts: [label],
    filter: label,
    about: { page: pathOf({ kind, id }) },
  });
  const fits = (name: string): boolean => name.toLowerCase().startsWith(start);
  return [
    ...library.drugs.flatMap(({ id, generic, brands = [] }) => [
      ...brands.filter(fits).map((brand) => item('drug', id, brand, generic)),
      ...(fits(generic) ? [item('drug', id, generic, brands[0] ?? '')] : []),
    ]),
    ...library.treatments.flatMap(({ id, name, names = [] }) =>
      [name, ...names].filter(fits).map((each) => item('treatment', id, each, each === name ? '' : name)),
    ),
  ];
}

/** `Norco 10` goes on with the strengths that it is made in. */
function strengthsAfter(library: Library, { offset }: CompletionPlace, typed: string): Completion[] {
  const [, name = '', begun = ''] = /^(.{3,60}) ([\d./]{0,8})$/.exec(typed) ?? [];
  const span = { start: offset - begun.length, end: offset };
  return library.findDrugs(name).flatMap(({ id, generic, strengths = [] }) =>
    strengths
      .filter((strength) => strength.startsWith(begun))
      .map((strength): Completion => {
        const about = { page: pathOf({ kind: 'drug', id }) };
        return { kind: 'drug', label: strength, detail: generic, span, parts: [strength], filter: strength, about };
      }),
  );
}
