import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';
import { caseSummary } from './case-summary';
import { fact } from './fact';
import { sentencesIn } from './sentences';

/** What the clinical summary says that utilization review did with a request. Offsets are those of the summary's reading. */
export interface ReviewDecision {
  readonly kind: 'denied' | 'modified' | 'certified';
  /** The words that say so: `non-certified`. */
  readonly verb: Span;
  /** What it was done to, reasons left out; empty where the sentence does not say (`denied the request`). */
  readonly object: readonly Span[];
  readonly sentence: Span;
}

/** Who decides: named, or told by `previously`. */
const agent =
  /\b(?:utilization reviews?|UR\b|claims administrator|was the original request|(?:prior|previous|original|initial|earlier) (?:peer )?(?:review(?:er)?|determination|denial|decision)|(?:was|were|been) (?:previously )?(?:denied|non-? ?certified|not certified|modified|partially|deemed not|reviewed|disapproved|rejected))\b/i;
/** A request is what is decided on; a patient who denies pain decides nothing. */
const requested =
  /\b(?:requests?|requested|authorizations?|certification|treatments?|case|services?|items?|prescriptions?|medications?)\b/i;

export const decisionVerbs = new RegExp(
  [
    '\\bpartially (?:approved|certified|authorized|denied)\\b|\\bmodif(?:ied|ying|ication of)\\b(?! (?:work|dut|activit|job|position|schedule))|\\bconditionally (?:approved|certified)\\b|\\bwas the original request\\b',
    '\\b(?:non|un)-? ?certif(?:ied|ying|ication)\\b|\\b(?:failed to|did not|declined to) (?:certify|approve|authorize)\\b|\\bnot (?:been )?(?:certified|approved|authorized)\\b|\\bnon-?approved\\b|\\bden(?:ied|ying|ial)\\b|\\bdisapproved\\b|\\brejected\\b|\\b(?:not|as not) (?:to be )?medically necessary\\b',
    '\\b(?:certif(?:ied|ying)|approved|authorized)\\b',
  ]
    .map((part) => `(${part})`)
    .join('|'),
  'gi',
);

/** Where a reason begins. */
const reason =
  /[ ,](?:due to|because|given(?: the| that)?|since|as (?:there|the|an?|no|none|patient|efficacy|guidelines?|red flags|it|rationale|they)|on the (?:grounds|basis)|for (?:no|lack)|stating|noting|citing|per the)\b/i;

/** What the summary says that utilization review did; offsets are those of the summary's prose. */
export const decisionsOfReview = fact((ask): readonly ReviewDecision[] => {
  const summary = ask(caseSummary);
  return summary ? readReviewDecisions(summary.prose.text, ask(sentencesIn, summary.prose)) : [];
});

/** Reads the decisions of utilization review in the summary, sentence by sentence. */
function readReviewDecisions(text: string, sentences: readonly Span[]): ReviewDecision[] {
  return sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    return speaksOfReview(words) ? decisionsIn(words, sentence) : [];
  });
}

/** The sentence tells what utilization review, and nobody else, decided. */
export function speaksOfReview(sentence: string): boolean {
  return agent.test(sentence) && isAboutRequest(sentence);
}

function isAboutRequest(sentence: string): boolean {
  return (
    requested.test(sentence) ||
    /\butilization review|\bUR\b|claims administrator|\bmodified to allow\b|\b(?:prior|previous) (?:review|determination|denial)/i.test(
      sentence,
    ) ||
    /\bMRIs?\b/.test(sentence)
  );
}

function decisionsIn(sentence: string, { start: offset }: Span): ReviewDecision[] {
  const found = matchesIn(sentence, decisionVerbs).filter(
    (match) =>
      !/\b(?:denied|denies|denying) (?:any|having|pain|numbness|headache)/i.test(
        sentence.slice(match.index, match.index + 30),
      ),
  );
  return found.map((match, i) => {
    const end = match.index + match[0].length;
    const until = found[i + 1]?.index ?? sentence.length;
    const from = (found[i - 1]?.index ?? 0) + (found[i - 1]?.[0].length ?? 0);
    const isPassive =
      match[0].startsWith('was ') ||
      /\b(?:was|were|been|is|are|be|to be)(?: \w+ly)?(?: (?:found|deemed|considered|determined))?(?: to be)? ?$/i.test(
        sentence.slice(0, match.index),
      );
    const behind = isPassive && !/^ for /.test(sentence.slice(end, end + 5)) ? [] : activeObject(sentence, end, until);
    const object = isPassive ? [...passiveObject(sentence, from, match.index), ...behind] : behind;
    return {
      kind: match[1] !== undefined ? 'modified' : match[2] !== undefined ? 'denied' : 'certified',
      verb: { start: offset + match.index, end: offset + end },
      object: object.map((part) => ({ start: offset + part.start, end: offset + part.end })),
      sentence: { start: offset, end: offset + sentence.length },
    };
  });
}

/** From the verb to the next one, a reason cut out of each part. */
function activeObject(sentence: string, start: number, end: number): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const piece of sentence.slice(start, end).split(';')) {
    const cut = reason.exec(piece)?.index ?? piece.length;
    if (piece.slice(0, cut).trim() !== '') parts.push({ start: from, end: from + cut });
    from += piece.length + 1;
  }
  return parts;
}

/** From the clause's start to the verb. */
function passiveObject(sentence: string, start: number, end: number): Span[] {
  const before = sentence.slice(start, end);
  const clause = matchesIn(before, /;|\.(?=[A-Z])/g).at(-1)?.index ?? -1;
  return before.slice(clause + 1).trim() === '' ? [] : [{ start: start + clause + 1, end }];
}
