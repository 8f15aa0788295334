import { isAncillary } from '../../analysis/ancillary';
import { conceptsIn } from '../../analysis/concepts';
import { datesIn } from '../../analysis/date-mentions';
import { voicesIn } from '../../analysis/sentence-voices';
import { emptySpan, hasWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const noPatientFacts = defineBlockRule({
  code: 'IMR305',
  name: 'no-patient-facts',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'The rationale says nothing about this patient or this record.',
  why: "Medical necessity is decided on the employee's own condition and the documents in the record, and the determination must cite them (Labor Code 4610.6(c) and (e)). A rationale of guideline text alone fits any patient.",
  repair: 'Say what the record shows: diagnosis, findings, what was tried, and the result.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Ambien 10mg #30: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Zolpidem.

Decision rationale: The MTUS is silent. Zolpidem is meant for two to six weeks and not beyond.
^
Therefore, the request for Ambien 10mg #30 is not medically necessary.`,
      },
      {
        blocks: `MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM reserves imaging for a patient whose examination shows a red flag. Early imaging may mislead.
^
Therefore, the request for the MRI is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Ambien 10mg #30: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Zolpidem.

Decision rationale: The MTUS is silent. The ODG allows it when the patient has failed sleep hygiene. There are no sleep
problems noted. Therefore, the request for Ambien 10mg #30 is not medically necessary.`,
      },
      {
        blocks: `Stair lift: Overturned

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Durable medical equipment.

Decision rationale: The MTUS is silent. The bedroom is reached by fourteen steps up from the door, and the leg was amputated.
Therefore, the stair lift is medically necessary.`,
      },
      {
        blocks: `Ambien 10mg #30: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Zolpidem.

Decision rationale: The MTUS is silent. Zolpidem is meant for two to six weeks. The records show ten
months. Therefore, the request for Ambien 10mg #30 is not medically necessary.`,
      },
      {
        blocks: `Associated surgical service: Sling: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.

Decision rationale: As the requested surgical intervention is not medically necessary per the
documentation, the requested ancillary service is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { rationale } = block.fields;
    if (rationale.state !== 'present' || ask(isAncillary, block)) return;
    if (ask(conceptsIn, block.heading.item.reading).has('operation.adjunct')) return;
    const said = ask(conceptsIn, rationale.body);
    if (said.has('case.reference')) return;
    const voices = ask(voicesIn, rationale.body);
    if (voices.some((each) => each.voice !== 'guideline' && hasWithin(said.of('case.fact'), each))) return;
    const circumstances = said.of('case.circumstance');
    const ofCase = voices.filter(({ voice }) => voice === 'case' || voice === 'other');
    if (ofCase.some((sentence) => hasWithin(circumstances, sentence))) return;
    if (ask(datesIn, rationale.body).some(({ day }) => day !== null)) return;
    yield {
      span: emptySpan(rationale.label.start),
      message: 'The rationale states no fact about this patient.',
    };
  },
});
