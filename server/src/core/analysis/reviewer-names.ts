import type { ConceptId } from '../library/lexicon/generated/concept-id';
import type { Letter } from '../model/letter';
import { matchesBehind, matchesIn } from '../text/matches';
import { type Reading, readSource, toSourceSpan } from '../text/reading';
import { redacted } from '../text/redacted';
import { type Span, span, spansApart, spansWithin } from '../text/span';
import { conceptsIn } from './concepts';
import { fact, type TextFact, textFact } from './fact';
import { runningText, textLeftOut } from './running-text';

const word = "[A-Z](?:[A-Za-z'’-]{1,24}|\\.)";
const name = `(?<name>(?:Dr\\.? )?${word}(?: ${word}){0,3}`;
const degree =
  '(?:M\\. ?D\\.?|MD\\b|D\\. ?O\\.?|DO\\b|D\\. ?C\\.|D\\. ?P\\. ?M\\.?|DPM\\b|Ph\\. ?D\\.?|PhD\\b|Psy\\. ?D\\.?|PsyD\\b|D\\. ?D\\. ?S\\.?|DDS\\b|L\\. ?Ac\\.?|MBBS\\b|MPH\\b)';
const named = `${name}(?:,? ${degree}){0,3})`;
const titled = `${name}(?:,? ${degree}){1,3})`;
const doctor = `(?<name>Dr\\.? ${word}(?: ${word}){0,2}`;

/** A name behind a phrase, or behind what every match holds: most texts hold neither and cost no more. */
type NamePattern =
  | { readonly label: ConceptId; readonly pattern: RegExp }
  | { readonly cue: RegExp; readonly pattern: RegExp };

const withDegree = new RegExp(degree);
const withDr = /(?<![A-Za-z])Dr\.? [A-Z]/;
const behindLabel = new RegExp(` ${named}`, 'y');

/** Anywhere: who reviewed or signed this letter, said of the reviewer or at the beginning of a sentence. */
const everywhere: readonly NamePattern[] = [
  { label: 'reviewer.introduced', pattern: behindLabel },
  { label: 'reviewer.signed', pattern: behindLabel },
  { cue: /\/s\//, pattern: new RegExp(`(?<=^|[.!?] )/s/ ${named}`, 'g') },
  { cue: /I, [A-Z]/, pattern: new RegExp(`(?<=^|[.!?] )I, ${titled}`, 'g') },
];
/** In the section about the reviewer nobody else is named. */
const aboutReviewer: readonly NamePattern[] = [
  { cue: withDr, pattern: new RegExp(`(?<![A-Za-z])${doctor}(?:,? ${degree}){0,3})`, 'g') },
  { cue: withDegree, pattern: new RegExp(`(?<![A-Za-z])${titled}`, 'g') },
  { label: 'reviewer.name-label', pattern: new RegExp(` ?${named}`, 'y') },
  { label: 'reviewer.license', pattern: /:? ?#?(?<name>[A-Z]{0,3}-?\d{4,12})\b/y },
];
/** A line of its own at the letter's end, or behind `Reviewer:`. */
const signature: readonly NamePattern[] = [
  { label: 'reviewer.line-label', pattern: new RegExp(`(?<=:) ${named}[.,]?$`, 'y') },
  { label: 'reviewer.line-label', pattern: new RegExp(` ${titled}[.,]?$`, 'y') },
  { cue: withDegree, pattern: new RegExp(`^${titled}[.,]?$`, 'g') },
  { cue: withDr, pattern: new RegExp(`^${doctor})$`, 'g') },
];

/** What takes the place of the reviewer's name or license. */
export const reviewerPlaceholder = redacted('REVIEWER');

/** Where the running text and its signatures name the reviewer, in text order, with spans of the source. */
export const reviewerNames = fact((ask): readonly Span[] => {
  const howMade = sectionOnReviewer(ask.letter)?.body;
  const inReading = (reading: Reading, ...found: readonly TextFact<readonly Span[]>[]): Span[] =>
    found.flatMap((each) => ask(each, reading)).map((name) => toSourceSpan(reading, name));
  return spansApart([
    ...ask(runningText).flatMap((reading) =>
      reading === howMade ? inReading(reading, namesAnywhere, namesAboutReviewer) : inReading(reading, namesAnywhere),
    ),
    ...ask(textLeftOut).flatMap((line) => inReading(line, namesAnywhere, namesInSignature)),
    ...lastLines(ask.letter).flatMap((line) => inReading(line, namesInSignature).slice(0, 1)),
  ]);
});

const namesAnywhere = textFact((text, _, of) => everywhere.flatMap((pattern) => namesBy(pattern, text, of)));
const namesAboutReviewer = textFact((text, _, of) => aboutReviewer.flatMap((pattern) => namesBy(pattern, text, of)));
const namesInSignature = textFact((text, _, of) => signature.flatMap((pattern) => namesBy(pattern, text, of)));

/** Answers another question about the text at hand. */
type Of = <T>(fact: TextFact<T>) => T;

function namesBy(pattern: NamePattern, text: string, of: Of): Span[] {
  return matchesOf(pattern, text, of).flatMap((match) => {
    const name = match.groups?.name ?? '';
    const start = match.index + match[0].lastIndexOf(name);
    const end = endOfName(text, span(start, start + name.length), of);
    return end > start ? [{ start, end }] : [];
  });
}

function matchesOf(name: NamePattern, text: string, of: Of): readonly RegExpExecArray[] {
  const { pattern } = name;
  if ('cue' in name) return name.cue.test(text) ? matchesIn(text, pattern) : [];
  return matchesBehind(text, of(conceptsIn).of(name.label), pattern);
}

/** The name up to the first word of a title behind it; empty where it begins with one. */
function endOfName(text: string, name: Span, of: Of): number {
  const [title] = spansWithin(of(conceptsIn).of('reviewer.no-name'), name);
  const end = title?.start ?? name.end;
  return name.start + text.slice(name.start, end).trimEnd().length;
}

function sectionOnReviewer({ sections }: Letter) {
  return sections.find((section) => section.kind === 'how-made');
}

/** Those of the last lines of the letter, and of the section about the reviewer, that may hold a signature. */
function lastLines(letter: Letter): Reading[] {
  const { source, blocks } = letter;
  return [blocks.at(-1)?.fields.rationale.body, sectionOnReviewer(letter)?.body].flatMap((body) => {
    if (!body) return [];
    const lines = [...source.text.slice(body.span.start, body.span.end).matchAll(/[^\r\n\f]+/g)].slice(-6);
    return lines
      .filter(([line]) => mayBeSigned(line))
      .map(({ index, 0: line }) => {
        const start = body.span.start + index;
        return readSource(source, span(start, start + line.length));
      });
  });
}

/** What every line with a signature holds. */
function mayBeSigned(line: string): boolean {
  return line.includes(':') || withDegree.test(line) || withDr.test(line);
}
