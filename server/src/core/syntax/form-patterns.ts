import { compilePhrases } from '../text/phrase-pattern';
import { type CitationPatterns, compileCitations } from './citation-patterns';
import type { FieldKind, Form, FormWording, HeaderKey, OtherOutcomes, RequestWording, StatementWording } from './form';
import { compileSeams, type SeamPatterns } from './seam-patterns';

/** What a form's labels and headings are looked for with, compiled once a form. */
export interface FormPatterns {
  /** Of each row, the patterns in the order in which they are tried. */
  readonly headerRows: readonly { readonly key: HeaderKey; readonly patterns: readonly RegExp[] }[];
  /** Global, in any case. */
  readonly labels: readonly { readonly kind: FieldKind; readonly label: string; readonly pattern: RegExp }[];
  /** Sticky: a line that may be a section's heading, by its first letters. */
  readonly headingStart: RegExp;
  readonly wording: WordingPatterns;
}

/** The set words of a form; none of them is global but the seams. */
export interface WordingPatterns {
  readonly request: Readonly<Record<Exclude<keyof RequestWording, 'heading'>, RegExp>>;
  /** At the beginning of what stands for an outcome. */
  readonly otherOutcomes: Readonly<Record<keyof OtherOutcomes, RegExp>>;
  readonly statements: Readonly<Record<keyof StatementWording, RegExp>>;
  readonly seams: SeamPatterns;
  readonly citations: CitationPatterns;
  /** As printed: prose may begin a line with the same words in small letters. */
  readonly opener: RegExp;
  /** At the beginning of a value. */
  readonly unstated: RegExp;
  readonly closing: RegExp;
}

const known = new WeakMap<Form, FormPatterns>();

export function patternsOf(form: Form): FormPatterns {
  const patterns = known.get(form) ?? compile(form);
  known.set(form, patterns);
  return patterns;
}

function compile({ headerRows, fields, sections, wording }: Form): FormPatterns {
  return {
    headerRows: headerRows.map(({ key, label }) => ({ key, patterns: headerPatterns(label) })),
    labels: fields.flatMap(({ kind, labels }) =>
      labels.map((label) => ({ kind, label, pattern: labelPattern(label) })),
    ),
    wording: compileWording(wording),
    headingStart: headingStart(sections.flatMap(({ headings }) => headings)),
  };
}

function compileWording(wording: FormWording): WordingPatterns {
  const { request, otherOutcomes, statements, openers, unstated, closing } = wording;
  const { original, authorized, authorizes, leaves, remaining, rest, again, parts } = request;
  const { Upheld, Overturned, partial, none } = otherOutcomes;
  const { intact, citesNothing, outsideMtus } = statements;
  const phrase = (text: string): RegExp => compilePhrases([text]);
  return {
    request: {
      original: phrase(original),
      authorized: phrase(authorized),
      authorizes: phrase(authorizes),
      leaves: phrase(leaves),
      remaining: phrase(remaining),
      rest: phrase(rest),
      again: phrase(again),
      parts: compilePhrases(parts),
    },
    otherOutcomes: {
      Upheld: compilePhrases(Upheld, 'start'),
      Overturned: compilePhrases(Overturned, 'start'),
      partial: compilePhrases(partial, 'start'),
      none: compilePhrases(none, 'start'),
    },
    statements: {
      intact: compilePhrases(intact, 'whole', true),
      citesNothing: compilePhrases(citesNothing),
      outsideMtus: compilePhrases(outsideMtus),
    },
    seams: compileSeams(wording),
    citations: compileCitations(wording.citations),
    opener: compilePhrases(openers, 'start', true),
    unstated: compilePhrases(unstated, 'start'),
    closing: compilePhrases(closing, 'end'),
  };
}

/** Between words of a label, which a narrow cell wraps. */
const space = '(?:[ \\t]{1,4}|[ \\t]{0,4}[\\r\\n]{1,2}[ \\t]{0,40})';

/**
 * `Application Received:` may be split round its value, so its first word without a colon is enough. Another label does without
 * a colon alone in a cell; spelled out, with it, it may be glued to the value before.
 */
function headerPatterns(label: string): RegExp[] {
  const [first = '', ...rest] = label.split(' ').map(escaped);
  const whole = [first, ...rest].join(space);
  const glued = new RegExp(`${[first, ...rest].join(' ')}:`);
  if (first === 'Application')
    return [new RegExp(`(?<![A-Za-z])${first}(?![A-Za-z])(?:${space}${rest.join(' ')}:?|:)?`, 'i'), glued];
  return [
    new RegExp(`(?<![A-Za-z])${whole}[ \\t]{0,4}:`, 'i'),
    glued,
    new RegExp(`(?<![^\\n\\r\\t])[ ]{0,40}${whole}(?=[ ]{0,40}(?:[\\t\\n\\r]|$))`, 'i'),
  ];
}

/** The words of the label over any white space, since narrow columns wrap it. */
function labelPattern(label: string): RegExp {
  return new RegExp(`${label.split(' ').map(escaped).join('\\s{1,8}')} ?:`, 'gi');
}

/** Loud from the start, or begun like a heading in any case. */
function headingStart(headings: readonly string[]): RegExp {
  const beginnings = new Set(headings.map((heading) => escaped(heading.slice(0, 3)).replace(/[A-Z]/g, bothCases)));
  return new RegExp(['[^a-z]{8}', '[^a-z]{1,7}$', ...beginnings].join('|'), 'y');
}

function bothCases(letter: string): string {
  return `[${letter}${letter.toLowerCase()}]`;
}

function escaped(word: string): string {
  return word.replace(/[^\w]/g, '\\$&');
}
