import type { Ask } from '../analysis/fact';
import { namesIn } from '../analysis/names';
import { resolutionOf } from '../analysis/resolved-citations';
import { runningText } from '../analysis/running-text';
import type { NameMatch } from '../library/types';
import { blockAt } from '../model/block-places';
import { type DecisionBlock, nameOf } from '../model/letter';
import { toSourceSpan } from '../text/reading';
import { isEmpty, type Span } from '../text/span';
import { shortTitle } from './facts/guideline';
import { type PageId, pathOf } from './pages/page-id';

/** A place in a letter that cites a guideline or names a drug or treatment. */
export interface Mention {
  /** Paths of all pages it stands for: of a citation its guideline, chapters and topics. */
  readonly pages: readonly string[];
  readonly span: Span;
  readonly kind: 'citation' | 'name';
}

/** What of a letter is found from outside: small enough to be kept for every letter of a folder. */
export interface LetterIndex {
  readonly mentions: readonly Mention[];
  readonly symbols: readonly LetterSymbol[];
}

/** An item, or a guideline or drug at its first place. */
export interface LetterSymbol {
  readonly kind: 'item' | 'guideline' | 'drug';
  readonly name: string;
  /** Of an item its outcome; of a guideline or drug the item of the first block that holds it. */
  readonly detail: string;
  readonly span: Span;
}

export function indexLetter(ask: Ask): LetterIndex {
  const mentions = [...citationMentions(ask), ...nameMentions(ask)];
  return { mentions, symbols: [...itemSymbols(ask), ...entrySymbols(ask, mentions)] };
}

function citationMentions(ask: Ask): Mention[] {
  return ask.letter.blocks.flatMap(({ citations }) =>
    citations.flatMap((citation): Mention[] => {
      const { guideline, chapters, topics } = ask(resolutionOf, citation);
      if (!guideline) return [];
      const pages: PageId[] = [
        { kind: 'guideline', id: guideline.id },
        ...chapters.map(({ id }): PageId => ({ kind: 'chapter', id })),
        ...topics.map(({ topic }): PageId => ({ kind: 'topic', id: topic.id })),
      ];
      return [{ pages: pages.map(pathOf), span: citation.span, kind: 'citation' }];
    }),
  );
}

/** Names outside of guideline fields, without those that have everyday meanings. */
function nameMentions(ask: Ask): Mention[] {
  const fields = ask.letter.blocks.flatMap((block) => block.fieldsInOrder);
  const citing = new Set(fields.filter(({ kind }) => kind !== 'rationale').map(({ body }) => body));
  const readings = ask(runningText).filter((reading) => !citing.has(reading));
  return readings.flatMap((reading) =>
    ask(namesIn, reading).flatMap((match): Mention[] => {
      const pages = match.sure ? pagesOf(match) : [];
      return pages.length === 0 ? [] : [{ pages, span: toSourceSpan(reading, match), kind: 'name' }];
    }),
  );
}

function pagesOf({ refs }: NameMatch): string[] {
  return refs.flatMap(({ kind, id }): string[] => {
    switch (kind) {
      case 'drug':
      case 'brand':
      case 'generic':
        return [pathOf({ kind: 'drug', id })];
      case 'treatment':
      case 'drug-class':
      case 'guideline':
        return [pathOf({ kind, id })];
      default:
        return [];
    }
  });
}

function itemSymbols({ letter }: Ask): LetterSymbol[] {
  return letter.blocks
    .filter(({ heading }) => !isEmpty(heading.item.span))
    .map((block) => ({
      kind: 'item',
      name: nameOf(block),
      detail: block.heading.outcome.value ?? 'no outcome',
      span: block.heading.item.span,
    }));
}

/** Each guideline cited and each drug once, where it is first found in a decision; what the summary alone names is none of it. */
function entrySymbols(ask: Ask, mentions: readonly Mention[]): LetterSymbol[] {
  const { library, letter } = ask;
  const found = new Map<string, LetterSymbol>();
  for (const { pages, span, kind: by } of mentions) {
    const [path = ''] = pages;
    const block = blockAt(letter, span.start);
    if (!block || found.has(path)) continue;
    const [kind, id] = [path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1)];
    const guideline = by === 'citation' ? library.guideline(id) : undefined;
    const drug = kind === 'drug' ? library.drug(id) : undefined;
    if (guideline) found.set(path, symbol('guideline', shortTitle(guideline), block, span));
    else if (drug) found.set(path, symbol('drug', drug.generic, block, span));
  }
  return [...found.values()];
}

function symbol(kind: 'guideline' | 'drug', name: string, block: DecisionBlock, span: Span): LetterSymbol {
  return { kind, name, detail: nameOf(block, 50), span };
}

/** The places that cite or name one of these pages, in text order. */
export function mentionsOfPages({ mentions }: LetterIndex, pages: readonly PageId[]): readonly Mention[] {
  const paths = new Set(pages.map(pathOf));
  return mentions
    .filter((mention) => mention.pages.some((path) => paths.has(path)))
    .toSorted((a, b) => a.span.start - b.span.start);
}
