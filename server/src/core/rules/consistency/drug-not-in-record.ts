import { conceptsIn, endingAt } from '../../analysis/concepts';
import { drugsOnRecord } from '../../analysis/drugs-on-record';
import { ingredientsNamed } from '../../analysis/mentions';
import { namesIn } from '../../analysis/names';
import { sentencesIn } from '../../analysis/sentences';
import type { ConceptMatches } from '../../library/lexicon/lexicon';
import { toSourceSpan } from '../../text/reading';
import { type Span, span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const drugNotInRecord = defineBlockRule({
  code: 'IMR403',
  name: 'drug-not-in-record',
  severity: 'warning',
  fix: null,
  reads: 'items',
  summary: 'The rationale says that the patient takes a drug that neither the summary nor a heading mentions.',
  why: 'A drug that appears nowhere in the record is a finding of fact without a source, often a sentence left over from another letter. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Check the record. Correct the drug, or add it to the summary.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The injured worker was prescribed Norco and methadone, and the drug screen showed
                                                                ^^^^^^^^^
neither. Norco should be weaned. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: Current medications include Xanax. The provider refilled Soma in June, and the claimant
                                                ^^^^^
                                                                             ^^^^
has failed a trial of Lyrica. Norco should be weaned. The request for Norco 10/325mg #60 is not medically
                      ^^^^^^
necessary.`,
      },
    ],
    good: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The MTUS names gabapentin first. The injured worker takes hydrocodone and has not
tried gabapentin, and there is no evidence that the patient failed Tylenol. The patient would do better
on naproxen. Norco should be weaned. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const seen = new Set<string>();
    for (const name of ask(namesIn, body)) {
      const ingredients = ingredientsNamed(ask.library, name);
      if (!name.sure || ingredients.length === 0 || seen.has(name.name)) continue;
      if (ingredients.some((ingredient) => ask(drugsOnRecord).has(ingredient))) continue;
      const sentence = ask(sentencesIn, body).find(({ start, end }) => start <= name.start && name.end <= end);
      if (!sentence || !isTaken(body.text, ask(conceptsIn, body), sentence, name)) continue;
      seen.add(name.name);
      yield {
        span: toSourceSpan(body, name),
        message: `The rationale says the patient takes ${body.text.slice(name.start, name.end)}; the summary never mentions it.`,
      };
    }
  },
});

/** How far before a verb, and behind a name, words count for it. */
const nearVerb = 60;
const nearName = 40;

/** The sentence tells of this patient that it was used, and nothing near the verb takes it back. */
function isTaken(text: string, concepts: ConceptMatches, sentence: Span, name: Span): boolean {
  if (endingAt(text, concepts.of('drug.of-patient'), name.start)) return true;
  const before = span(sentence.start, name.start);
  const verb = concepts.of('drug.taken').findLast(({ start }) => before.start <= start && start < before.end);
  if (!verb || !isOfThisCase(concepts, before, name)) return false;
  if (spansWithin(concepts.of('drug.general-source'), span(name.start, sentence.end)).length > 0) return false;
  const near = span(Math.max(before.start, verb.start - nearVerb), before.end);
  const clause = span(spansWithin(concepts.of('clause.concession'), near).at(-1)?.end ?? near.start, before.end);
  return (
    spansWithin(concepts.of('drug.not-real'), clause).length === 0 && !/["“]/.test(text.slice(clause.start, clause.end))
  );
}

function isOfThisCase(concepts: ConceptMatches, before: Span, { start }: Span): boolean {
  const namesPatient = (part: Span): boolean =>
    [concepts.of('patient'), concepts.family('pronoun')].some((spans) => spansWithin(spans, part).length > 0);
  return (
    namesPatient(before) ||
    spansWithin(concepts.of('drug.in-this-case'), before).length > 0 ||
    namesPatient(span(start, start + nearName))
  );
}
