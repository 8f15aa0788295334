import { conclusionsOf } from '../../analysis/conclusions';
import { fact } from '../../analysis/fact';
import type { Conclusion } from '../../model/conclusion';
import type { DecisionBlock, Letter } from '../../model/letter';
import { insert, remove, replace } from '../../problem/edits';
import type { Fix, FixEdit } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { printedText } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const conclusionContradictsOutcome = defineBlockRule({
  code: 'IMR302',
  name: 'conclusion-contradicts-outcome',
  severity: 'error',
  fix: 'review',
  summary: 'The heading and the conclusion of the rationale contradict each other.',
  why: 'Upheld means that the request is not medically necessary; Overturned means that it is. The determination binds all parties (Labor Code 4610.6(g)), and a claims administrator has five working days to authorize what was overturned (8 CCR 9792.10.7). Nobody can carry out a letter that says both.',
  repair:
    'Find out which one was meant and correct the other: the outcome in the heading, or the sentence in the rationale.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco.
Therefore, the request for Norco 10/325mg #60 is not medically necessary.
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      },
      {
        blocks: `Cane: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The request for a cane is medically necessary. The guideline allows a walking
                                           ^^^^^^^^^^^^^^^^^^^^^^
aid in the first days after a sprain, and the injured worker is in the third month. The request is
not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco. A trial
of physical therapy may be medically necessary. As such, the request is considered not medically
necessary. This decision addresses the medical necessity of opioids as they have been prescribed to
this patient. This medical necessity decision should not be interpreted as a recommendation to stop
long-term opioids abruptly.`,
      },
    ],
  },
  *check({ letter, ask, block }) {
    const outcome = block.heading.outcome.value;
    const conclusions = ask(conclusionsOf, block);
    const last = conclusions.at(-1);
    if (outcome === null || !last) return;
    const isNecessary = outcome === 'Overturned';
    const wrong = conclusions.filter((conclusion) => conclusion.necessary !== isNecessary);
    const first = wrong.at(-1);
    if (!first) return;
    if (last !== first) {
      // An earlier one may speak of another item of the letter, decided the other way.
      if (ask(outcomesOf).size === 1) yield contradictsItself(letter, block, wrong, last);
      return;
    }
    yield contradictsHeading(letter, block, first, wrong);
  },
});

const outcomesOf = fact((ask) => new Set(ask.letter.blocks.map(({ heading }) => heading.outcome.value)));

function contradictsHeading(
  letter: Letter,
  block: DecisionBlock,
  last: Conclusion,
  wrong: readonly Conclusion[],
): Finding {
  const { outcome } = block.heading;
  const other = outcome.value === 'Upheld' ? 'Overturned' : 'Upheld';
  return {
    span: last.phrase,
    message: `The heading says ${outcome.value}; the rationale concludes ${quote(letter, last)}.`,
    related: [{ span: outcome.span, message: `The outcome: ${outcome.value}` }],
    fixes: [
      { title: `Change the outcome to ${other}`, kind: 'review', edits: [replace(outcome.span, other)] },
      ...turnRound(letter, wrong),
    ],
  };
}

function contradictsItself(
  letter: Letter,
  block: DecisionBlock,
  wrong: readonly Conclusion[],
  last: Conclusion,
): Finding {
  const earlier = wrong.at(-1) ?? last;
  const { outcome } = block.heading;
  return {
    span: earlier.phrase,
    message: `${outcome.value}, but the rationale says both ${quote(letter, earlier)} and ${quote(letter, last)}.`,
    related: [
      { span: last.phrase, message: 'The conclusion' },
      { span: outcome.span, message: `The outcome: ${outcome.value}` },
    ],
    fixes: turnRound(letter, wrong),
  };
}

function quote({ source }: Letter, { phrase }: Conclusion): string {
  return `"${printedText(source, phrase).replace(/\s+/g, ' ')}"`;
}

/** Takes the `not` out of a conclusion, or puts it in; nothing where one of them is not built that simply. */
function turnRound(letter: Letter, conclusions: readonly Conclusion[]): Fix[] {
  const edits = conclusions.map((conclusion) => turned(letter, conclusion));
  if (edits.some((edit) => edit === undefined)) return [];
  const verdict = conclusions[0]?.necessary ? 'is not' : 'is';
  const title = `Change the conclusion: … ${verdict} medically necessary`;
  return [{ title, kind: 'review', edits: edits as FixEdit[] }];
}

function turned({ source }: Letter, { necessary, phrase }: Conclusion): FixEdit | undefined {
  const words = source.text.slice(phrase.start, phrase.end);
  const part = (match: RegExpExecArray | null): { start: number; end: number } | undefined =>
    match ? { start: phrase.start + match.index, end: phrase.start + match.index + match[0].length } : undefined;
  if (necessary) {
    const verb = part(/\b(?:is|are|was|were|can|will|has|have|had|do|does|did)\b/i.exec(words));
    return verb && insert(verb.end, [' not']);
  }
  const not = part(
    /\b(?:not|never)\b(?:-|\s{1,9})|(?<=\b(?:can))not\b|(?<=\b(?:is|are|was|were))n't|\bun(?=nec)/i.exec(words),
  );
  return not && remove(not);
}
