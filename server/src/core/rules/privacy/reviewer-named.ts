import { runningText } from '../../analysis/running-text';
import type { DecisionBlock, Letter } from '../../model/letter';
import { replace } from '../../problem/edits';
import { matchesIn } from '../../text/matches';
import { type Reading, readText, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineLetterRule } from '../rule';

const word = "[A-Z](?:[A-Za-z'’-]{1,24}|\\.)";
const name = `(?<name>(?:Dr\\.? )?${word}(?: ${word}){0,3}`;
const degree =
  '(?:M\\. ?D\\.?|MD\\b|D\\. ?O\\.?|DO\\b|D\\. ?C\\.|D\\. ?P\\. ?M\\.?|DPM\\b|Ph\\. ?D\\.?|PhD\\b|Psy\\. ?D\\.?|PsyD\\b|D\\. ?D\\. ?S\\.?|DDS\\b|L\\. ?Ac\\.?|MBBS\\b|MPH\\b)';
const named = `${name}(?:,? ${degree}){0,3})`;
const titled = `${name}(?:,? ${degree}){1,3})`;

/** An expression for a name, and a plain one that every match of it passes: most texts hold no name and cost no more. */
interface NamePattern {
  readonly cue: RegExp;
  readonly pattern: RegExp;
}

/** Words that lead to a name, and the name. */
function behind(words: string, whom: string): NamePattern {
  return { cue: new RegExp(`${words}[A-Z]`), pattern: new RegExp(words + whom, 'g') };
}

const withDegree = new RegExp(degree);
const withDr = /(?<![A-Za-z])Dr\.? [A-Z]/;

/** Anywhere: who reviewed or signed this letter, said of the reviewer or at the beginning of a sentence. */
const everywhere: readonly NamePattern[] = [
  behind(`\\b(?:[Ee]xpert|IMR|[Tt]his|[Uu]ndersigned) [Rr]eviewer(?:,|:| is| was| named|'s name is|, named) `, named),
  behind(
    `(?<=^|[.!?] |[Nn]ecessary )(?:(?:Electronically |Digitally )?(?:[Rr]eviewed|[Ss]igned|[Pp]repared|[Dd]etermined|[Cc]ompleted|[Ss]ubmitted)(?: and signed)? by:?|[Ss]igned:|Sincerely,|Respectfully(?: submitted)?,|Signature:|/s/) `,
    named,
  ),
  behind('(?<=^|[.!?] |[Nn]ecessary )I, ', titled),
];
/** In the section about the reviewer nobody else is named. */
const aboutReviewer: readonly NamePattern[] = [
  {
    cue: withDr,
    pattern: new RegExp(`(?<![A-Za-z])(?<name>Dr\\.? ${word}(?: ${word}){0,2}(?:,? ${degree}){0,3})`, 'g'),
  },
  { cue: withDegree, pattern: new RegExp(`(?<![A-Za-z])${titled}`, 'g') },
  behind(`\\b(?:Reviewer(?:'s)? )?[Nn]ame(?: of (?:the )?(?:expert )?reviewer)?: ?`, named),
  {
    cue: /\d{4}/,
    pattern: /\b(?:[Ll]icen[sc]e|NPI)(?: [Nn]umber| [Nn]o\.?| #)?:? ?#?(?<name>[A-Z]{0,3}-?\d{4,12})\b/g,
  },
];
/** A line of its own at the letter's end, or behind `Reviewer:`. */
const signature: readonly NamePattern[] = [
  {
    cue: withDegree,
    pattern: new RegExp(`^(?:(?:Expert |IMR |Medical |Physician )?Reviewer:? )?${titled}[.,]?$`, 'g'),
  },
  behind('^(?:Expert |IMR |Medical |Physician )?Reviewer: ', `${named}[.,]?$`),
  { cue: withDr, pattern: new RegExp(`^(?<name>Dr\\.? ${word}(?: ${word}){0,2})$`, 'g') },
];
/** Words of titles and specialties, which are written as names are. */
const noName =
  /\b(?:Board|Certified|Certification|Licensed?|Medicine|Medical|Practice|Surgery|Surgical|Management|Pain|Occupational|Physical|Therapy|Rehabilitation|Federal|Services|Washington|Columbia|California|State|Expert|Reviewer|Independent|Determination|Administrator|Guidelines?|Utilization|The|He|She|It|In|On|Of|An|As)\b/;

const redacted = '[redacted]';

export const reviewerNamed = defineLetterRule({
  code: 'IMR602',
  name: 'reviewer-named',
  severity: 'error',
  fix: 'review',
  summary: 'The reviewer is named or signs the letter.',
  why: 'Labor Code 4610.6(f) keeps the names of the reviewers confidential: the determination describes their qualifications and is issued by the review organization.',
  repair: 'Take name, signature and licence number out; the specialty and the states of licensure stay.',
  examples: {
    bad: [
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer. Dr. Jane Q. Roe has no
                                                                            ^^^^^^^^^^^^^^^
affiliation with the employer, employee, providers or the claims administrator. The expert reviewer, John
                                                                                                     ^^^^
Doe, is Board Certified in Physical Medicine and is licensed to practice in California.`,
        form: '2014',
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.

Decision rationale: The MTUS asks for gains in function, and Dr. Example, the treating physician, records none. Norco should
be weaned. The request for Norco 10/325mg #60 is not medically necessary. Reviewed by John Doe, M.D.
                                                                                      ^^^^^^^^^^^^^^

Jane Roe, MD, MPH
^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 who sees Jane Roe, M.D. The
request was signed by Dr. Doe and reviewed by Dr. Poe for utilization review, which on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      { form: '2014' },
    ],
  },
  *check({ letter, ask }) {
    for (const span of findNames(letter, ask(runningText))) {
      yield {
        span,
        message:
          'This names the reviewer, whose name is confidential (Labor Code 4610.6(f)). Take it out; the specialty and the states of licensure say enough.',
        fixes: [{ title: `Write "${redacted}"`, kind: 'review', edits: [replace(span, redacted)] }],
      };
    }
  },
});

function findNames(letter: Letter, prose: readonly Reading[]): Span[] {
  const howMade = letter.sections.find((section) => section.kind === 'how-made')?.body;
  const found = prose.flatMap((reading) => {
    const patterns = reading === howMade ? [...everywhere, ...aboutReviewer] : everywhere;
    return patterns.flatMap((pattern) => namesBy(pattern, reading));
  });
  found.push(...signatures(letter));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}

function namesBy({ cue, pattern }: NamePattern, reading: Reading): Span[] {
  if (!cue.test(reading.text)) return [];
  return matchesIn(reading.text, pattern).flatMap((match) => {
    const text = match.groups?.name ?? '';
    const start = match.index + match[0].lastIndexOf(text);
    const length = withoutTitle(text).length;
    return length > 0 ? [toSourceSpan(reading, { start, end: start + length })] : [];
  });
}

/** The name up to the first word of a title behind it; empty where it begins with one. */
function withoutTitle(text: string): string {
  return text.slice(0, noName.exec(text)?.index ?? text.length).trimEnd();
}

/** Among the last lines of the letter, and of the section about the reviewer. */
function signatures({ source, blocks, sections }: Letter): Span[] {
  const last: DecisionBlock | undefined = blocks.at(-1);
  const howMade = sections.find((section) => section.kind === 'how-made');
  return [last?.fields.rationale.body, howMade?.body].flatMap((body) => {
    if (!body) return [];
    const text = source.text.slice(body.span.start, body.span.end);
    return [...text.matchAll(/[^\r\n\f]+/g)].slice(-6).flatMap((line) => {
      const reading = readText(source.text, {
        start: body.span.start + line.index,
        end: body.span.start + line.index + line[0].length,
      });
      return signature.flatMap((pattern) => namesBy(pattern, reading)).slice(0, 1);
    });
  });
}
