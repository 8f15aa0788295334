import { citationChoices } from '../../analysis/citation-choice';
import { type CitedSubject, citedSubjects } from '../../analysis/cited-subjects';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { dateOfRequest } from '../../analysis/request-date';
import { resolutionOf } from '../../analysis/resolved-citations';
import { subjectOf } from '../../analysis/subjects';
import type { DrugEntry, TreatmentEntry } from '../../library/entries';
import type { DecisionBlock } from '../../model/letter';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import { matchesIn } from '../../text/matches';
import { spanAt } from '../../text/span';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const topicDoesNotCoverItem = defineBlockRule({
  code: 'IMR216',
  name: 'topic-does-not-cover-item',
  severity: 'information',
  fix: 'review',
  reads: 'case',
  summary: 'The cited topics are about another class of drug, or about treatment where the item is a test.',
  why: 'The determination refers to the specific evidence for the disputed treatment (8 CCR 9792.10.6(d)). A topic about something else is often left over from the block that was copied.',
  repair: 'Cite the topic about the item. Topics that cover more than one class may stay.',
  examples: {
    bad: [
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump
                                                                                           ^^^^^^^^^^^
Inhibitors (PPIs).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
      {
        blocks: `MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special
Studies.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Epidural
                                                                                           ^^^^^^^^
steroid injections (ESIs).

Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.`,
      },
      {
        blocks: `Pepcid 20mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump
                                                                                           ^^^^^^^^^^^
Inhibitors (PPIs).

Decision rationale: No ulcer is on record. The request for Pepcid 20mg #60 is not medically necessary.`,
      },
      {
        blocks: `Acupuncture for the neck, six visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).
                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^

Decision rationale: Relief is not on record. The request for acupuncture is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain), Proton Pump Inhibitors (PPIs).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const citations = reviewerField(block)?.statements.flatMap((statement) => statement.citations) ?? [];
    const cited = citations.flatMap((citation) => ask(citedSubjects, citation));
    if (cited.length === 0 || !cited.every((subject) => isForeign(ask, block, subject))) return;
    const { drugs, treatments } = ask(subjectOf, block);
    const item = drugs.map(({ generic }) => generic).join(', ') || treatments[0]?.name;
    for (const subject of cited) {
      const fixes = argues(ask, block, subject) ? [] : replacements(ask, block, subject);
      // Topical agents may name the drug that is asked for by mouth.
      const about =
        drugs.length > 0 && subject.drugClasses.length > 0 ? 'about another class of drug than' : 'not about';
      yield { span: subject.span, message: `"${subject.title}" is ${about} ${item}.`, fixes };
    }
  },
});

/** What is cited is about something, and the item is nothing of it. */
function isForeign(ask: Ask, block: DecisionBlock, cited: CitedSubject): boolean {
  const { drugs, treatments } = ask(subjectOf, block);
  if (drugs.length + treatments.length === 0) return false;
  if (cited.drugs.length + cited.drugClasses.length + cited.treatments.length === 0)
    return isOtherKind(ask, block, cited);
  if (drugs.length > 0 && cited.drugClasses.some((id) => ask.library.drugClass(id)?.anyDrug)) return false;
  return (
    !drugs.some((drug) => isAboutDrug(ask, cited, drug)) &&
    !treatments.some((treatment) => isAboutTreatment(ask, cited, treatment)) &&
    !sharesStem(ask, block, cited.title)
  );
}

function isAboutDrug({ library }: Ask, cited: CitedSubject, drug: DrugEntry): boolean {
  const own = library.classesOf(drug).map(({ id }) => id);
  const classes = cited.drugClasses.flatMap((id) => withParents(library, id));
  return (
    cited.drugs.includes(drug.id) ||
    cited.drugClasses.some((id) => own.includes(id)) ||
    classes.includes(drug.class) ||
    library.guidanceFor(drug).includes(cited.topic?.id ?? '')
  );
}

/** What the packs name for a treatment may be bound to drugs: a drug screen and its drugs. */
function isAboutTreatment({ library }: Ask, cited: CitedSubject, treatment: TreatmentEntry): boolean {
  const guidance = library.guidanceFor(treatment);
  const classes = guidance.flatMap((id) => library.topic(id)?.drugClass ?? []);
  const others = cited.treatments.map((id) => library.treatment(id)?.rationaleClass);
  return (
    treatment.rationaleClass === undefined ||
    cited.treatments.includes(treatment.id) ||
    others.includes(treatment.rationaleClass) ||
    cited.drugClasses.some((id) => classes.includes(id)) ||
    guidance.includes(cited.topic?.id ?? '')
  );
}

function withParents(library: Ask['library'], id: string): readonly string[] {
  const parent = library.drugClass(id)?.parent;
  return parent ? [id, ...withParents(library, parent)] : [id];
}

/** The category of the Division of Workers' Compensation that holds imaging, nerve studies and laboratory tests. */
const testing = 'Diagnostic Testing';

/** A general topic on tests where the item is none, or one on treatment where the item is a test. */
function isOtherKind(ask: Ask, block: DecisionBlock, { examples, topic }: CitedSubject): boolean {
  const { drugs, treatments } = ask(subjectOf, block);
  const isTest = ({ dwcCategory = '' }: TreatmentEntry): boolean => dwcCategory.startsWith(testing);
  const about = examples.flatMap((id) => ask.library.treatment(id) ?? []);
  const tests = treatments.filter(isTest).length;
  if (!topic || about.length === 0 || (tests > 0 && tests < treatments.length)) return false;
  return tests > 0 && drugs.length === 0 ? !about.some(isTest) : about.every(isTest);
}

/** How many letters at the beginning of a word tell what it is about: `psycho`. */
const stem = 6;

/** A telling word of the heading begins as one of the title does. */
function sharesStem(ask: Ask, { heading }: DecisionBlock, title: string): boolean {
  const { disputed } = heading.item;
  const common = ask(conceptsIn, disputed).of('item.common-word');
  const words = title.toLowerCase();
  return matchesIn(disputed.text, /[A-Za-z]{6,}/g).some(
    ({ index, 0: word }) => spanAt(common, index) === undefined && words.includes(word.toLowerCase().slice(0, stem)),
  );
}

/** The rationale argues by the class of drugs that is cited: another citation would be about nothing it says. */
function argues(ask: Ask, { fields }: DecisionBlock, { drugClasses }: CitedSubject): boolean {
  const named = ask(namesIn, fields.rationale.body).flatMap(({ refs }) => refs);
  return named.some(({ kind, id }) => kind === 'drug-class' && drugClasses.includes(id));
}

/** The topics of the same guideline that are about the item, in place of the part that names the wrong one. */
function replacements(ask: Ask, block: DecisionBlock, { citation, part, span }: CitedSubject): Fix[] {
  const { guideline } = ask(resolutionOf, citation);
  const topics = citationChoices(ask.library, ask(subjectOf, block), ask(dateOfRequest)?.iso)
    .filter((choice) => choice.guideline.id === guideline?.id)
    .flatMap(({ topic }) => topic ?? []);
  return (part ? topics.slice(0, 3) : []).map(({ title }) => ({
    title: `Cite "${title}"`,
    kind: 'review',
    edits: [replace(span, title)],
  }));
}
