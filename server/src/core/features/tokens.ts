import { conclusionOf } from '../analysis/conclusions';
import type { Ask } from '../analysis/fact';
import { namesIn } from '../analysis/names';
import type { NameKind } from '../library/types';
import type { DecisionBlock, Letter } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import { lineAt, lineSpan } from '../text/source-text';
import { hasOverlapping, overlaps, type Span } from '../text/span';

/** Kinds of words an editor colors; `package.json` gives each a color to fall back on. */
export const tokenTypes = [
  'heading',
  'item',
  'outcome',
  'label',
  'standing',
  'guideline',
  'conclusion',
  'drug',
  'treatment',
] as const;

/**
 * `upheld`, `overturned`, `undecided`: what an item, outcome or conclusion decides. `misspelt` is the former name of `misspelled`;
 * both are sent, because color themes may use either.
 */
export const tokenModifiers = ['upheld', 'overturned', 'undecided', 'misspelled', 'misspelt'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** In one line, without white space at its ends. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const nameTypes: Partial<Record<NameKind, TokenType>> = {
  drug: 'drug',
  brand: 'drug',
  generic: 'drug',
  'drug-class': 'drug',
  treatment: 'treatment',
  guideline: 'guideline',
};

/** All tokens of a letter, sorted, none overlapping another; where two claim a word the structure wins over a name. */
export function tokensOf(ask: Ask): readonly Token[] {
  const { letter } = ask;
  const structure = [
    ...headerTokens(letter),
    ...sectionTokens(letter),
    ...letter.blocks.flatMap((block) => blockTokens(ask, block)),
  ];
  const names = proseOf(letter).flatMap((reading) => nameTokens(ask, reading));
  const kept = withoutOverlaps(structure);
  const free = withoutOverlaps([...kept, ...names]);
  return free.flatMap((each) => [...linesOf(letter, each)]);
}

function headerTokens({ header }: Letter): Token[] {
  return Object.values(header?.fields ?? {}).map(({ label }) => token(label, 'label'));
}

function sectionTokens({ sections }: Letter): Token[] {
  return sections.flatMap(({ heading, misspelled, lead }) => [
    token(heading, 'heading', ...(misspelled ? (['misspelled', 'misspelt'] as const) : [])),
    ...(lead ? [token(lead, 'standing')] : []),
  ]);
}

const modifierOf = { Upheld: 'upheld', Overturned: 'overturned', none: 'undecided' } as const;

function blockTokens(ask: Ask, block: DecisionBlock): Token[] {
  const { heading, fieldsInOrder, citations } = block;
  const conclusion = ask(conclusionOf, block);
  const { item, outcome } = heading;
  const decided = modifierOf[outcome.value ?? 'none'];
  const statements = fieldsInOrder.flatMap((field) => field.statements);
  return [
    token(item.span, 'item', decided),
    token(outcome.span, 'outcome', decided),
    ...fieldsInOrder.map(({ label, misspelled }) =>
      token(label, 'label', ...(misspelled ? (['misspelled', 'misspelt'] as const) : [])),
    ),
    ...statements.map(({ opener }) => token(opener, 'standing')),
    ...citations.map(({ span }) => token(span, 'guideline')),
    ...(conclusion ? [token(conclusion.phrase, 'conclusion', conclusion.necessary ? 'overturned' : 'upheld')] : []),
  ];
}

function token(span: Span, type: TokenType, ...modifiers: TokenModifier[]): Token {
  return { span, type, modifiers };
}

/** The readings that are prose: names are looked for nowhere else. */
function proseOf({ sections, blocks }: Letter): Reading[] {
  const spans = blocks.map(({ span }) => span);
  const withoutBlocks = sections.filter(({ span }) => !hasOverlapping(spans, span));
  return [
    ...withoutBlocks.map(({ prose }) => prose),
    ...blocks.flatMap(({ fieldsInOrder }) => fieldsInOrder.map(({ body }) => body)),
  ];
}

function nameTokens(ask: Ask, reading: Reading): Token[] {
  return ask(namesIn, reading).flatMap((match) => {
    const type = nameTypes[match.kind];
    return type && match.sure ? [token(toSourceSpan(reading, match), type)] : [];
  });
}

/** Sorted; of two that overlap the one that stands first in the list given. */
function withoutOverlaps(tokens: readonly Token[]): Token[] {
  const order = new Map(tokens.map((each, i) => [each, i]));
  const place = (each: Token): number => order.get(each) ?? 0;
  const kept: Token[] = [];
  for (const next of [...tokens].sort((a, b) => a.span.start - b.span.start || place(a) - place(b))) {
    const last = kept.at(-1);
    if (next.span.start >= next.span.end) continue;
    if (!last || !overlaps(last.span, next.span)) kept.push(next);
    else if (place(next) < place(last)) kept[kept.length - 1] = next;
  }
  return kept;
}

function* linesOf({ source }: Letter, { span, type, modifiers }: Token): Generator<Token> {
  for (let line = lineAt(source, span.start); line <= lineAt(source, span.end - 1); line++) {
    const whole = lineSpan(source, line);
    const start = Math.max(whole.start, span.start);
    const raw = source.text.slice(start, Math.min(whole.end, span.end));
    const first = start + raw.length - raw.trimStart().length;
    const end = start + raw.trimEnd().length;
    if (first < end) yield { span: { start: first, end }, type, modifiers };
  }
}
