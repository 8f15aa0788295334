import { citationChoices } from '../../analysis/citation-choice';
import { coverageOf } from '../../analysis/coverage';
import type { Ask } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { dateOfRequest } from '../../analysis/request-date';
import { resolutionOf } from '../../analysis/resolved-citations';
import { subjectOf } from '../../analysis/subjects';
import type { ResolvedTopic } from '../../library/citation';
import type { TreatmentEntry } from '../../library/entries';
import type { Topic } from '../../library/types';
import type { Citation } from '../../model/citations';
import type { DecisionBlock } from '../../model/letter';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import type { Span } from '../../text/span';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const topicDoesNotCoverItem = defineBlockRule({
  code: 'IMR216',
  name: 'topic-does-not-cover-item',
  severity: 'information',
  fix: 'review',
  reads: 'case',
  summary: 'The cited topics are about another class of drug, or about treatment where the item is a test.',
  why: 'The evidence must be about the treatment that is decided (Labor Code 4610.6(e)). A topic about something else is often left over from the block that was copied.',
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
    const { drugs } = ask(subjectOf, block);
    if (drugs.length === 0) {
      yield* foreignToTreatment(ask, block);
      return;
    }
    const citations = reviewerField(block)?.statements.flatMap((statement) => statement.citations) ?? [];
    const cited = citations.flatMap((citation) =>
      ask(resolutionOf, citation).topics.map((topic) => ({ citation, topic })),
    );
    const isOther = ({ topic }: ResolvedTopic): boolean => isForeign(ask, block, topic) || isForTests(ask, topic);
    if (cited.length === 0 || !cited.every(({ topic }) => isOther(topic))) return;
    for (const { citation, topic } of cited) {
      const span = placeOf(citation, topic);
      const about =
        topic.topic.drugClass !== undefined
          ? `covers another class of drug than ${drugs.map(({ generic }) => generic).join(', ')}`
          : 'is not about this kind of item';
      yield {
        span,
        message: `"${topic.topic.title}" ${about}.`,
        // A rationale that argues by the cited class keeps its citation: another one would be about nothing it says.
        ...(!argues(ask, block, topic.topic) && { fixes: replacements(ask, block, citation, span) }),
      };
    }
  },
});

/** The rationale names the class of drugs that the topic is about. */
function argues(ask: Ask, { fields }: DecisionBlock, { drugClass }: Topic): boolean {
  const named = ask(namesIn, fields.rationale.body).flatMap(({ refs }) => refs);
  return drugClass !== undefined && named.some(({ kind, id }) => kind === 'drug-class' && id === drugClass);
}

/** Everything cited is about drugs, or about treatments of another class than the item's. */
function* foreignToTreatment(ask: Ask, block: DecisionBlock): Generator<Finding> {
  const subject = ask(subjectOf, block);
  const { library } = ask;
  const citations = reviewerField(block)?.statements.flatMap((statement) => statement.citations) ?? [];
  const item = block.heading.item.disputed.text;
  const named = subject.treatments.flatMap((treatment) => library.guidanceFor(treatment));
  if (citations.length === 0) return;
  const cited = citations.map((citation) => ({ citation, resolved: ask(resolutionOf, citation) }));
  const isForeign = ({ resolved }: (typeof cited)[number]): boolean => {
    const { guideline, topics, chapters } = resolved;
    if (!guideline || coverageOf(library, subject, resolved).verdict === 'covers') return false;
    const ids = topics.length > 0 ? topics.map(({ topic }) => topic.id) : [guideline.id];
    if (topics.length === 0 && chapters.length > 0) return false;
    return ids.every(
      (id) => isAboutOthers(library, id, subject.treatments, named) && !shareStem(item, titleOf(library, id)),
    );
  };
  const topics = cited.flatMap(({ resolved }) => resolved.topics);
  const areAcross = topics.length > 0 && topics.every(({ topic }) => isAcrossTests(ask, block, topic));
  if (!areAcross && !cited.every(isForeign)) return;
  for (const { citation, resolved } of cited) {
    const [topic] = resolved.topics;
    if (areAcross && !topic) continue;
    const span = topic ? placeOf(citation, topic) : citation.titleSpan;
    const title = topic?.topic.title ?? resolved.guideline?.title ?? citation.text;
    yield {
      span,
      message: `"${title}" is not about ${subject.treatments[0]?.name}.`,
      fixes: replacements(ask, block, citation, span),
    };
  }
}

/** The topic is bound to a class of drugs, or its title names a treatment of another class than any of the item's. */
function isAboutOthers(
  library: Ask['library'],
  id: string,
  own: readonly TreatmentEntry[],
  named: readonly string[],
): boolean {
  const topic = library.topic(id);
  const title = titleOf(library, id);
  const classes = new Set(own.map(({ rationaleClass }) => rationaleClass));
  if (named.length === 0 || classes.has(undefined) || own.some(({ name }) => shareStem(name, title))) return false;
  // What is named for the item may be bound to drugs too: a drug screen and its drugs.
  const drugClass = topic?.drugClass;
  if (drugClass) return !named.some((each) => library.topic(each)?.drugClass === drugClass);
  const inTitle = library.matchNames(title).flatMap(({ sure, refs }) => (sure ? refs : []));
  const isNamed = named.some((each) => each === id || library.topic(each)?.guideline === id);
  const ids =
    topic || isNamed ? inTitle.filter(({ kind }) => kind === 'treatment').map((ref) => ref.id) : onlyIn(library, id);
  const others = ids.flatMap((other) => library.treatment(other) ?? []);
  return others.length > 0 && others.every(({ rationaleClass }) => rationaleClass && !classes.has(rationaleClass));
}

/** The treatments of a guideline that is about one or two. */
function onlyIn(library: Ask['library'], guideline: string): readonly string[] {
  const { drugs, treatments } = library.coveredBy(guideline);
  return drugs.length === 0 && treatments.length < 3 ? treatments : [];
}

function titleOf(library: Ask['library'], id: string): string {
  return library.topic(id)?.title ?? library.guideline(id)?.title ?? '';
}

/** How many letters at the beginning of a word tell what it is about: `psycho`. */
const stem = 6;

function shareStem(name: string, title: string): boolean {
  const words = title.toLowerCase();
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.length >= stem && words.includes(word.slice(0, stem)));
}

/** Topics about a purpose or a way of making, which drugs of any class may serve: sleep, compounds. */
const openClasses = new Set(['sedative-hypnotic', 'topical-compound']);

/** The topic is bound to a class, and neither the item's drugs nor their classes are among what it is about. */
function isForeign(ask: Ask, block: DecisionBlock, topic: Topic): boolean {
  const { drugClass } = topic;
  if (!drugClass || openClasses.has(drugClass)) return false;
  const { drugs } = ask(subjectOf, block);
  const classes = drugs.flatMap((drug) => ask.library.classesOf(drug));
  const parents = parentsOf(ask.library, drugClass);
  const covered = ask.library.coveredBy(topic.id).drugs;
  return (
    !classes.some(({ id }) => id === drugClass) &&
    !drugs.some((drug) => covered.includes(drug.id) || parents.includes(drug.class))
  );
}

/** The category of the Division of Workers' Compensation that holds imaging, nerve studies and laboratory tests. */
const testing = 'Diagnostic Testing';

/** The topic is about tests alone. */
function isForTests({ library }: Ask, { id }: Topic): boolean {
  const { drugs, treatments } = library.coveredBy(id);
  const about = treatments.flatMap((treatment) => library.treatment(treatment) ?? []);
  return (
    drugs.length === 0 && about.length > 0 && about.every(({ dwcCategory = '' }) => dwcCategory.startsWith(testing))
  );
}

/** The item is a test and the topic about treatments alone, or the other way round. */
function isAcrossTests(ask: Ask, block: DecisionBlock, { id }: Topic): boolean {
  const covered = ask.library.coveredBy(id);
  const about = covered.treatments.flatMap((treatment) => ask.library.treatment(treatment) ?? []);
  const { treatments } = ask(subjectOf, block);
  if (about.length + covered.drugs.length === 0 || treatments.length === 0) return false;
  const isTest = ({ dwcCategory = '' }: TreatmentEntry): boolean => dwcCategory.startsWith(testing);
  const isMixed = treatments.some(isTest) !== treatments.every(isTest);
  const asksForTest = treatments.some(isTest);
  return (
    !isMixed &&
    (asksForTest ? !about.some(isTest) : about.length > 0 && covered.drugs.length === 0 && about.every(isTest))
  );
}

function parentsOf(library: Ask['library'], id: string): readonly string[] {
  const parent = library.drugClass(id)?.parent;
  return parent ? [parent, ...parentsOf(library, parent)] : [];
}

function placeOf(citation: Citation, { text }: ResolvedTopic): Span {
  return citation.parts.find((part) => text !== '' && part.text.includes(text))?.span ?? citation.span;
}

function replacements(ask: Ask, block: DecisionBlock, citation: Citation, span: Span): Fix[] {
  const { guideline } = ask(resolutionOf, citation);
  const isPart = citation.parts.some((part) => part.span.start === span.start);
  const topics = citationChoices(ask.library, ask(subjectOf, block), ask(dateOfRequest)?.iso)
    .filter((choice) => choice.guideline.id === guideline?.id)
    .flatMap(({ topic }) => topic ?? []);
  return (isPart ? topics.slice(0, 3) : []).map(({ title }) => ({
    title: `Cite "${title}"`,
    kind: 'review',
    edits: [replace(span, title)],
  }));
}
