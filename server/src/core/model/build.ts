import type { FieldKind, Form, FormSet } from '../syntax/form';
import { isOpenOutcome, meantOutcome, outcomeOf } from '../syntax/outcomes';
import { parseLetter } from '../syntax/parse';
import { childOf, childrenOf, type SyntaxNode } from '../syntax/tree';
import { once } from '../text/once';
import { printedText, readSource } from '../text/reading';
import { createSourceText, type SourceText } from '../text/source-text';
import type { Span } from '../text/span';
import { readItem } from './item';
import type { CaseHeader, DecisionBlock, Field, HeaderField, Heading, Letter, Section } from './letter';
import { measureLayout } from './measure-layout';
import { readStatements } from './statements';

/** Parses a text and reads it as a letter; parts of blocks are read when they are asked for. Takes any text, throws on none. */
export function readLetter(text: string, forms: FormSet): Letter {
  const source = createSourceText(text);
  const { form, tree } = parseLetter(source, forms);
  const header = tree.children.flatMap((child) => childrenOf(child, 'header'))[0];
  const nodes = childrenOf(tree, 'section');
  const sections = nodes.map((node) => readSection(source, node));
  const blocks = nodes.flatMap((node) => childrenOf(node, 'block')).map((node, i) => readBlock(source, node, i, form));
  const layout = once(() => measureLayout(source, sections, blocks));
  return {
    source,
    form,
    tree,
    header: header && readHeader(source, header),
    sections,
    blocks,
    // Only fixes need it.
    get layout() {
      return layout();
    },
  };
}

function readHeader(source: SourceText, node: SyntaxNode): CaseHeader {
  const fields: Partial<Record<HeaderField['key'], HeaderField>> = {};
  for (const value of childrenOf(node, 'header-value')) {
    const key = value.role as HeaderField['key'];
    const label = node.children.find((child) => child.kind === 'header-label' && child.role === key) ?? value;
    fields[key] = { key, label: plain(label), span: plain(value), text: printedText(source, value).trim() };
  }
  return { span: plain(node), fields };
}

function readSection(source: SourceText, node: SyntaxNode): Section {
  const heading = plain(childOf(node, 'section-heading') ?? { start: node.start, end: node.start });
  const lead = childOf(node, 'lead');
  const body = once(() => readSource(source, { start: heading.end, end: node.end }));
  const prose = once(() => readSource(source, { start: lead?.end ?? heading.end, end: node.end }));
  return {
    kind: node.role as Section['kind'],
    span: plain(node),
    heading,
    misspelled: childOf(node, 'section-heading')?.misspelled ?? false,
    absent: node.start === node.end,
    lead: lead && plain(lead),
    // Of the section that holds the blocks, these are the letter all over, and seldom asked for.
    get body() {
      return body();
    },
    get prose() {
      return prose();
    },
  };
}

function readBlock(source: SourceText, node: SyntaxNode, index: number, form: Form): DecisionBlock {
  const all = childrenOf(node, 'field').map((field) => readField(source, field, form));
  const missing = (kind: FieldKind): Field =>
    readField(source, { kind: 'field', role: kind, start: node.end, end: node.end, children: [] }, form);
  const best = (kind: FieldKind): Field => {
    const same = all.filter((field) => field.kind === kind);
    return same.find((field) => field.state === 'present') ?? same[0] ?? missing(kind);
  };
  const fields = once(() => ({
    claimsAdministratorGuideline: best('claimsAdministratorGuideline'),
    reviewerGuideline: best('reviewerGuideline'),
    rationale: best('rationale'),
  }));
  const citations = once(() =>
    [fields().claimsAdministratorGuideline, fields().reviewerGuideline].flatMap(({ statements }) =>
      statements.flatMap((statement) => statement.citations),
    ),
  );
  return {
    index,
    span: plain(node),
    heading: readHeading(source, childOf(node, 'heading') ?? node, form),
    fieldsInOrder: form.hasBlocks ? all.filter(({ label }) => label.start < label.end) : [],
    get fields() {
      return fields();
    },
    get citations() {
      return citations();
    },
  };
}

function readHeading(source: SourceText, node: SyntaxNode, form: Form): Heading {
  const at = { start: node.start, end: node.start };
  const outcome = childOf(node, 'outcome') ?? at;
  const word = printedText(source, outcome).replace(/\s+/g, ' ').trim();
  const item = once(() => readItem(source, childOf(node, 'item') ?? at, form));
  return {
    span: plain(node),
    colon: plain(childOf(node, 'colon') ?? at),
    outcome: {
      span: plain(outcome),
      text: isOpenOutcome(word) ? '' : word,
      value: outcomeOf(word),
      meant: meantOutcome(word, form),
    },
    get item() {
      return item();
    },
  };
}

function readField(source: SourceText, node: SyntaxNode, form: Form): Field {
  const kind = node.role as FieldKind;
  const label = childOf(node, 'label');
  const prose = childOf(node, 'prose');
  const body = once(() => readSource(source, prose ?? { start: node.end, end: node.end }));
  const by = kind === 'claimsAdministratorGuideline' ? 'claims-administrator' : 'reviewer';
  const statements = once(() => (kind === 'rationale' || body().text === '' ? [] : readStatements(body(), by, form)));
  return {
    kind,
    misspelled: label?.misspelled ?? false,
    span: plain(node),
    label: plain(label ?? { start: node.start, end: node.start }),
    get state() {
      if (label === undefined) return 'missing';
      return /[\p{L}\p{N}]/u.test(body().text) ? 'present' : 'empty';
    },
    get body() {
      return body();
    },
    get statements() {
      return statements();
    },
  };
}

/** The span alone: a model holds no syntax nodes but the tree's own. */
function plain({ start, end }: Span): Span {
  return { start, end };
}
