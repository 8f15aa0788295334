import type { FieldKind, Form, HeaderKey, SectionKind } from '../syntax/form';
import type { Outcome } from '../syntax/outcomes';
import type { SyntaxNode } from '../syntax/tree';
import type { Reading } from '../text/reading';
import type { SourceText } from '../text/source-text';
import type { Span } from '../text/span';
import type { Citation } from './citations';
import type { Item } from './item';
import type { Layout } from './layout';
import type { FieldStatement } from './statements';

export type { Form, FormSet } from '../syntax/form';
export type { Outcome } from '../syntax/outcomes';

/** A determination letter as its readers see it. All spans are UTF-16 offsets of `source.text`, half-open. */
export interface Letter {
  readonly source: SourceText;
  readonly form: Form;
  readonly tree: SyntaxNode;
  readonly header: CaseHeader | undefined;
  /** In text order; a required section that is absent stands, empty, where it belongs. */
  readonly sections: readonly Section[];
  readonly blocks: readonly DecisionBlock[];
  readonly layout: Layout;
}

export interface CaseHeader {
  readonly span: Span;
  readonly fields: Readonly<Partial<Record<HeaderKey, HeaderField>>>;
}

export interface HeaderField {
  readonly key: HeaderKey;
  readonly label: Span;
  /** Empty where nothing stands behind the label. */
  readonly span: Span;
  readonly text: string;
}

export interface Section {
  readonly kind: SectionKind;
  readonly span: Span;
  /** Empty where the heading is missing. */
  readonly heading: Span;
  readonly misspelled: boolean;
  /** Neither heading nor text: the section is not there at all. */
  readonly absent: boolean;
  /** The standard sentence that opens it, where one was found. */
  readonly lead: Span | undefined;
  /** All behind the heading. */
  readonly body: Reading;
  /** All behind the lead. */
  readonly prose: Reading;
}

export interface DecisionBlock {
  /** Place among the letter's blocks, from 0. */
  readonly index: number;
  readonly span: Span;
  readonly heading: Heading;
  readonly fields: Readonly<Record<FieldKind, Field>>;
  /** As they stand, repeated ones too, without missing ones. */
  readonly fieldsInOrder: readonly Field[];
  /** Those of the claims administrator, then the reviewer's. */
  readonly citations: readonly Citation[];
}

export interface Heading {
  /** Empty where the block has no heading. */
  readonly span: Span;
  readonly item: Item;
  /** Empty where the separator is missing. */
  readonly colon: Span;
  readonly outcome: HeadingOutcome;
}

export interface HeadingOutcome {
  /** Empty where it is missing; the brackets of one that is still to be chosen. */
  readonly span: Span;
  /** As printed; empty where it is missing or to be chosen. */
  readonly text: string;
  readonly value: Outcome | null;
  /** What a word means that is meant as an outcome, be it one or not: `approved`. Null for no such word. */
  readonly meant: Outcome | 'partial' | 'unclear' | null;
}

export interface Field {
  readonly kind: FieldKind;
  /** `empty`: nothing but punctuation stands behind the label. */
  readonly state: 'present' | 'empty' | 'missing';
  readonly misspelled: boolean;
  readonly span: Span;
  /** With its colon; empty where it is missing. */
  readonly label: Span;
  readonly body: Reading;
  /** What a guideline field says, sentence by sentence; empty for a rationale. */
  readonly statements: readonly FieldStatement[];
}

/** The item as messages name it: `Soma 350 mg #90`; a long one is cut at a word. */
export function nameOf(block: DecisionBlock, longest = 80): string {
  const { text } = block.heading.item.disputed;
  if (text === '') return `Decision ${block.index + 1}`;
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest);
  return `${text.slice(0, cut > 20 ? cut : longest)} …`;
}

/** The section of a kind; where its heading stands twice, the first that says something. */
export function sectionOf(letter: Letter, kind: SectionKind): Section | undefined {
  const own = letter.sections.filter((section) => section.kind === kind);
  return own.length > 1 ? (own.find((section) => section.prose.text !== '') ?? own[0]) : own[0];
}
