import { conceptsIn } from '../../analysis/concepts';
import { sentencesIn } from '../../analysis/sentences';
import type { ConceptMatches } from '../../library/lexicon/lexicon';
import { insert, replace } from '../../problem/edits';
import type { FixEdit } from '../../problem/fix';
import { toSourceSpan } from '../../text/reading';
import { type Span, spanAt, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const reasoningContradictsOutcome = defineBlockRule({
  code: 'IMR303',
  name: 'reasoning-contradicts-outcome',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: "The rationale of an upheld item says that the guideline's requirement is met.",
  why: 'A lost "not" turns the reason for a denial into a reason against it. The parties read the letter literally, and a plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Put the lost "not" or "no" back, or say why the request fails although the requirement is met.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The MTUS asks for goals of function, drug screens and an opioid agreement. The
treatment plan does include these items. No drug screen is on record, and Norco should be weaned.
               ^^^^^^^^^^^^
The request for Norco 10/325mg #60 is not medically necessary.`,
      },
      {
        blocks: `Lumbar brace: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care.

Decision rationale: Lumbar supports have no lasting benefit. There is documentation to support the
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
request for a brace. The request of the injured worker is not medically necessary.`,
      },
      {
        blocks: `Lumbar brace: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker has had a strain. The request is consistent with the guideline
                                                                     ^^^^^^^^^^^^^
recommendations. The request is not medically necessary.

Walker: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker walks alone. This request does meet the criteria of the MTUS, and
                                                                 ^^^^^^^^^
is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Lumbar brace: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care.

Decision rationale: The MTUS supports a brace for a patient who meets the criteria of instability.
The injured worker meets the criteria for a trial of exercise. However, a brace is not among them.
The criteria for a brace are not met. The request for the lumbar brace is not medically necessary.`,
      },
      {
        blocks: `Cane: Overturned

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker meets the criteria of the guideline for a walking aid. The
request for a cane is medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    if (block.heading.outcome.value !== 'Upheld') return;
    const said = ask(conceptsIn, body);
    if (!said.has('compliance')) return;
    const sentences = ask(sentencesIn, body);
    for (const [i, sentence] of sentences.entries()) {
      const [whole] = spansWithin(said.of('compliance'), sentence);
      const next = sentences[i + 1];
      if (!whole || (next && spanAt(said.of('compliance.turn'), next.start))) continue;
      const clause = { start: sentence.start, end: endOfClause(said, whole.end, sentence.end) };
      const quotes = /["“]/.test(body.text.slice(clause.start, clause.end));
      if (quotes || spansWithin(said.of('compliance.reserve'), clause).length > 0) continue;
      const claim = spansWithin(said.of('compliance.verb'), whole)[0] ?? whole;
      const words = body.text.slice(claim.start, claim.end);
      const span = toSourceSpan(body, claim);
      const edit = negate(words, span);
      yield {
        span,
        message: `"${words}" supports the request, but the item is upheld. Was a "not" lost?`,
        related: [{ span: block.heading.outcome.span, message: 'The outcome: Upheld' }],
        fixes: edit && [{ title: `Change to "${edit.shown}"`, kind: 'review', edits: [edit] }],
      };
    }
  },
});

/** Of a claim that ends at `from`: what `and is not medically necessary` adds is the conclusion, and takes nothing back. */
function endOfClause(said: ConceptMatches, from: number, sentenceEnd: number): number {
  return spansWithin(said.of('clause.addition'), { start: from, end: sentenceEnd })[0]?.start ?? sentenceEnd;
}

/** `does include` becomes `does not include`; nothing where it is not that simple. */
function negate(words: string, span: Span): (FixEdit & { shown: string }) | undefined {
  const third = /^(meet|satisf|fulfill)(?:s|ies|ls)$/i.exec(words);
  if (third) {
    const shown = `does not ${{ meet: 'meet', satisf: 'satisfy', fulfill: 'fulfill' }[(third[1] ?? '').toLowerCase()] ?? ''}`;
    return { ...replace(span, shown), shown };
  }
  const thereIs = /^there (?:is|was) /i.exec(words);
  if (thereIs) return { ...insert(span.start + thereIs[0].length, ['no ']), shown: `${thereIs[0]}no …` };
  const verb = /\b(?:does|do|have|has|are|is|were|was)(?= \w+$)/i.exec(words);
  if (!verb || span.end - span.start !== words.length) return undefined;
  return {
    ...insert(span.start + verb.index + verb[0].length, [' not']),
    shown: words.replace(verb[0], `${verb[0]} not`),
  };
}
