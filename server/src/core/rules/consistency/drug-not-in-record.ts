import { drugsOnRecord } from '../../analysis/drugs-on-record';
import { ingredientsNamed } from '../../analysis/mentions';
import { namesIn } from '../../analysis/names';
import { sentencesIn } from '../../analysis/sentences';
import { toSourceSpan } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const drugNotInRecord = defineBlockRule({
  code: 'IMR403',
  name: 'drug-not-in-record',
  severity: 'warning',
  fix: null,
  summary: 'The rationale says that the patient takes a drug of which summary and headings know nothing.',
  why: 'A drug that is nowhere in the record is a finding of fact without a source, and often a sentence left from another letter. It is the kind of plain error for which determinations are set aside (Labor Code 4610.6(h)).',
  repair: 'Check the record: correct the drug, or add it to the summary.',
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
      if (!sentence || !isTaken(body.text.slice(sentence.start, name.start), body.text.slice(name.start, sentence.end)))
        continue;
      seen.add(name.name);
      yield {
        span: toSourceSpan(body, name),
        message: `The patient takes ${body.text.slice(name.start, name.end)} by the rationale, but neither the summary nor a heading mentions it.`,
      };
    }
  },
});

const patient = /\b(?:injured worker|worker|patient|claimant|applicant|IW|individual|he|she|his|her)\b/i;
/** What is told of this case without naming the patient: the list of medications, what the provider gave, a drug screen. */
const ofThisCase =
  /^(?:the )?(?:(?:current|present|prescribed|listed|relevant) medications?\b|(?:prior |past |previous )?treatments?\b)|\b(?:provider|physician|doctor|treater|surgeon) (?:also |then |has |had )?(?:prescrib|refill|dispens|renew|start|gave|continu|switch)|\b(?:drug screen|UDS|UDT|toxicology)\b/i;
const taking =
  /\b(?:(?:is|was|were|been|being) (?:also |currently |previously )?(?:prescribed|given|taking|using|on|placed on|started on|treated with|maintained on|utilizing|dispensed|tak(?:en|ing)|weaned)|takes|took|taken|uses|used|utiliz(?:es|ed|ing)|taking|using|prescribed|medications? (?:includ\w+|are|were|consist\w+)|receiv(?:es|ed|ing)|underwent|failed|tried|refilled|dispensed|renewed|has been on|remains on|continues (?:on|to take|to use)|(?:relief|benefit|improvement) (?:with|from)|side effects? (?:from|of|with)|treatments?(?: to date)? ha(?:s|ve) included|(?:ongoing|current|chronic|prior|previous|history of) use of|history of (?=\w+ use)|consistent (?:with|for)|positive for|negative for|on (?=\w+ (?:for|since)))\b/i;
const possessive =
  /\b(?:patient|worker|claimant|applicant)['’]s (?:(?:current|ongoing|prescribed|daily) )?(?:use of |prescription (?:for|of) )?$/i;
/** What is not said to have happened. */
const unreal =
  /\b(?:not|no|nor|never|without|lack|unclear|whether|if|should|would|could|may|might|recommend\w*|consider\w*|such as|e\.g\.|including but|instead|rather than|contraindicat\w*|guidelines?|MTUS|ODG|ACOEM|FDA|stud(?:y|ies)|patients|indicated (?:for|in)|(?<!\b(?:failed|completed|had|after) (?:an? )?)trial of|candidate|request\w*|prior to (?:starting|using))\b|n't\b|["“]/i;

/** The sentence tells of this patient that it was used, and nothing near the verb takes it back. */
function isTaken(before: string, from: string): boolean {
  if (possessive.test(before)) return true;
  const verb = [...before.matchAll(new RegExp(taking, 'gi'))].at(-1);
  if (
    !verb ||
    !(patient.test(before) || ofThisCase.test(before) || patient.test(from.slice(0, 40))) ||
    general.test(from)
  )
    return false;
  const near = before.slice(Math.max(0, verb.index - 60));
  const clause = near.split(/\b(?:despite|although|though|while|because|when|since)\b/i).at(-1) ?? near;
  return !unreal.test(clause);
}

/** A sentence that turns out to be about a guideline. */
const general = /\b(?:guidelines?|MTUS|ODG|FDA)\b/;
