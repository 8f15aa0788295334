import { isAncillary } from '../../analysis/ancillary';
import { areOneRegion, regionsOf } from '../../analysis/body-parts';
import { conceptsIn } from '../../analysis/concepts';
import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesMeantIn } from '../../analysis/misspelled-drugs';
import { namesIn } from '../../analysis/names';
import { isItem } from '../../analysis/open-parts';
import { sidedPartsIn } from '../../analysis/sided-parts';
import { subjectOf } from '../../analysis/subjects';
import type { ConceptMatches } from '../../library/lexicon/lexicon';
import type { Library } from '../../library/types';
import type { Conclusion } from '../../model/conclusion';
import type { DecisionBlock } from '../../model/letter';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { matchesIn } from '../../text/matches';
import { type Reading, toReadingOffset, toSourceSpan } from '../../text/reading';
import { contains, type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const conclusionChangesScope = defineBlockRule({
  code: 'IMR311',
  name: 'conclusion-changes-scope',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'The conclusion decides something other than the item in the heading.',
  why: 'The determination is about the disputed treatment, with its strength, quantity, and duration (8 CCR 9792.10.6(d)). A conclusion about use "on a chronic basis" does not say whether the requested tablets are necessary.',
  repair: 'Conclude on the item as the heading states it. Put the broader remark in its own sentence.',
  examples: {
    bad: [
      {
        blocks: `Ibuprofen 600mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS asks for the lowest dose over the shortest time. The injured worker has
had no benefit. Therefore, ibuprofen on a long-term basis is not medically necessary.
                                     ^^^^^^^^^^^^^^^^^^^^`,
      },
      {
        blocks: `Ibuprofen 600mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS asks for the lowest dose over the shortest time. The injured worker has
had no benefit from ibuprofen. Therefore, the request for Soma 350mg #60 is not medically necessary.
                                                          ^^^^`,
      },
      {
        blocks: `CT scan of the left elbow: Upheld

Claims Administrator guideline: Decision based on MTUS Elbow Disorders 2007.

MAXIMUS guideline: Decision based on MTUS Elbow Disorders 2007, Section(s): Diagnostic Criteria.

Decision rationale: The elbow of the injured worker moves freely. CT (computed tomography) of cervical spine is not
                                                                                              ^^^^^^^^^^^^^^
medically necessary.

NCS of the arms: Upheld

Claims Administrator guideline: Decision based on MTUS Elbow Disorders 2007.

MAXIMUS guideline: Decision based on MTUS Elbow Disorders 2007, Section(s): Diagnostic Criteria.

Decision rationale: The injured worker has no numbness. The request for EMG is not medically necessary.
                                                                        ^^^`,
      },
    ],
    good: [
      {
        blocks: `EMG of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: The injured worker has no numbness. The request for EMG of the lower extremities is not medically
necessary.`,
      },
      {
        blocks: `Ibuprofen 600mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS does not support long-term use of ibuprofen, and the injured worker has
had it for years. Therefore, the request for ibuprofen 600mg #30 is not medically necessary.`,
      },
      {
        blocks: `Long-term use of a walker: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker walks without help. Therefore, long-term use of a walker is
not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { heading } = block;
    const conclusion = ask(conclusionOf, block);
    if (!conclusion) return;
    const other = otherItem(ask, block, conclusion) ?? otherPart(ask, block, conclusion);
    if (other) {
      yield other;
      return;
    }
    const { body } = block.fields.rationale;
    const said = ask(conceptsIn, body);
    const end = toReadingOffset(body, conclusion.phrase.start);
    const subject = subjectOfClause(said, body.text, { start: toReadingOffset(body, conclusion.span.start), end });
    if (spansWithin(said.of('request'), subject).length > 0) return;
    const [qualifier] = spansWithin(said.of('scope.qualifier'), subject);
    const words = qualifier && body.text.slice(qualifier.start, qualifier.end);
    if (!words || heading.item.text.toLowerCase().includes(words.toLowerCase())) return;
    yield {
      span: toSourceSpan(body, qualifier),
      message: `The conclusion is only about use "${words}"; the heading is not.`,
      related: [{ span: heading.item.span, message: 'The item in dispute' }],
      fixes: [
        {
          title: 'Conclude on the item in the heading',
          kind: 'review',
          edits: [
            replace(toSourceSpan(body, trimmed(body.text, subject)), `the request for ${heading.item.disputed.text}`),
          ],
        },
      ],
    };
  },
});

/** Of `within`, which ends where the verdict begins, what stands behind its last mark or connective. */
function subjectOfClause(said: ConceptMatches, text: string, within: Span): Span {
  const marks = matchesIn(text.slice(within.start, within.end), /[,;:] /g).map(({ index }) => within.start + index + 2);
  const connectives = spansWithin(said.of('clause.conclusive'), within).map(({ end }) => end);
  return { start: Math.max(within.start, ...marks, ...connectives), end: within.end };
}

/** Without the white space around it. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** How long what is concluded on may be. */
const longest = 180;

/** Where what is concluded on begins: `The request for X`, or `Therefore, X`; undefined where that is too far off. */
function startOfSubject(said: ConceptMatches, text: string, within: Span): number | undefined {
  const request = spansWithin(said.of('request'), within).find(({ end }) => within.end - end <= longest);
  if (request) return request.start;
  // `Medical necessity of X is not established`: the item stands between.
  const necessity = spansWithin(said.of('conclusion.necessity'), within).at(-1);
  if (necessity && within.end - necessity.end <= longest) return necessity.end;
  // Marks inside an item are no bounds: `Physical therapy for the neck, 8 sessions`.
  const marks = matchesIn(text.slice(within.start, within.end), /[,;:] /g).map(({ index }) => within.start + index + 2);
  const connectives = spansWithin(said.of('clause.conclusive'), within).map(({ end }) => end);
  const verb = spansWithin(said.of('verb.finite'), within).at(-1)?.end ?? within.start;
  const start = [within.start, ...marks, ...connectives].sort((a, b) => a - b).find((bound) => bound >= verb);
  return start !== undefined && within.end - start <= longest ? start : undefined;
}

/** What is concluded on is for another part of the body than the item, or the other of two tests that go by one name. */
function otherPart(ask: Ask, block: DecisionBlock, { span, phrase }: Conclusion): Finding | undefined {
  const { body } = block.fields.rationale;
  const { disputed } = block.heading.item;
  const said = ask(conceptsIn, body);
  const sentence = { start: toReadingOffset(body, span.start), end: toReadingOffset(body, phrase.start) };
  const from = startOfSubject(said, body.text, sentence);
  if (from === undefined) return undefined;
  const subject = { start: from, end: sentence.end };
  const words = otherHalf(ask, block, subject) ?? partElsewhere(ask, block, subject) ?? otherSide(ask, block, subject);
  if (!words) return undefined;
  const printed = body.text.slice(words.start, words.end);
  return {
    span: toSourceSpan(body, words),
    message: `The conclusion is about ${printed}, not about the item of the heading.`,
    related: [{ span: disputed.span, message: 'The item in dispute' }],
  };
}

/** The parts of the body that the subject names, where the item names others only; nerve studies go from the spine to a limb. */
function partElsewhere(ask: Ask, block: DecisionBlock, subject: Span): Span | undefined {
  const { disputed } = block.heading.item;
  const { body } = block.fields.rationale;
  const own = bodyPartsIn(ask, disputed, { start: 0, end: disputed.text.length });
  const named = bodyPartsIn(ask, body, subject);
  const isNerveStudy = ask(conceptsIn, disputed).has('nerve-study');
  const isSame = (a: string, b: string): boolean =>
    areOneRegion(ask.library, a, b) || (isNerveStudy && [a, b].some((id) => isOfAxis(ask.library, id)));
  const suits = ({ ids }: NamedPart): boolean =>
    ids.some((id) => own.some((part) => part.ids.some((other) => isSame(id, other))));
  // A conclusion may add where the pain goes; it does not name the item with one of its parts changed.
  const other = named.find((part) => !suits(part));
  const isWhole = own.every((part) =>
    named.some((each) => part.ids.some((id) => each.ids.some((own) => isSame(id, own)))),
  );
  return own.length > 0 && other && !isWhole ? other : undefined;
}

/** The side in a subject, where the item has the other one and names no paired part by which sides are compared (IMR414). */
function otherSide(ask: Ask, block: DecisionBlock, subject: Span): Span | undefined {
  const { disputed } = block.heading.item;
  const own = ask(conceptsIn, disputed).kinds('side');
  const said = ask(conceptsIn, block.fields.rationale.body)
    .family('side')
    .filter((side) => contains(subject, side));
  const [first] = said;
  const isOther = own.length === 1 && first && said.every(({ kind }) => kind === first.kind && !own.includes(kind));
  return isOther && ask(sidedPartsIn, disputed).length === 0 ? first : undefined;
}

/** The part belongs to the spine, from which nerves run into the limbs. */
function isOfAxis(library: Library, part: string): boolean {
  return regionsOf(library, part).some((id) => library.bodyPart(id)?.axis);
}

interface NamedPart extends Span {
  readonly ids: readonly string[];
}

function bodyPartsIn(ask: Ask, reading: Reading, within: Span): NamedPart[] {
  return spansWithin(ask(namesIn, reading), within).flatMap(({ start, end, sure, refs }): NamedPart[] => {
    // `MRI of the knee` is one name; of a name that stands for several treatments the part is not known.
    const treatments = refs.filter(({ kind }) => kind === 'treatment');
    const own = treatments.length === 1 ? (ask.library.treatment(treatments[0]?.id ?? '')?.bodyParts ?? []) : [];
    const ids = [...own, ...refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id)];
    // `hand` may mean something else where it is no subject.
    const isPart = sure || refs.every(({ kind }) => kind === 'body-part');
    return isPart && ids.length > 0 ? [{ start, end, ids }] : [];
  });
}

/** General words for a treatment of another class, where no word of the subject tells the item. */
function otherSubject(ask: Ask, block: DecisionBlock, subject: Span): Finding | undefined {
  const { body } = block.fields.rationale;
  const { disputed } = block.heading.item;
  const own = ask(subjectOf, block).class?.id;
  const [said, asked] = [ask(conceptsIn, body), ask(conceptsIn, disputed)];
  const words = said.family('subject-word').filter((word) => contains(subject, word));
  const kinds = [own, ...asked.kinds('subject-word'), ...asked.kinds('class-word')];
  const [word] = words;
  if (!word || own === undefined || words.some(({ kind }) => kinds.includes(kind))) return undefined;
  if (spansWithin(said.family('class-word'), subject).some(({ kind }) => kind === own)) return undefined;
  const printed = body.text.slice(word.start, word.end);
  return {
    span: toSourceSpan(body, word),
    message: `The conclusion is about ${printed}, not about the item in the heading.`,
    related: [{ span: block.heading.item.span, message: 'The item in dispute' }],
  };
}

/** EMG where NCS is asked for, or the other way round. */
function otherHalf(ask: Ask, block: DecisionBlock, subject: Span): Span | undefined {
  const own = ask(conceptsIn, block.heading.item.disputed).kinds('half-test');
  const named = ask(conceptsIn, block.fields.rationale.body)
    .family('half-test')
    .filter((each) => contains(subject, each));
  const isOther = own.length > 0 && named.length > 0 && !named.some(({ kind }) => own.includes(kind));
  return isOther ? named[0] : undefined;
}

/** What is concluded on is known by name, and is not this item: a sentence left from another block. */
function otherItem(ask: Ask, block: DecisionBlock, { span, phrase }: Conclusion): Finding | undefined {
  const { body } = block.fields.rationale;
  const { drugs, treatments } = ask(subjectOf, block);
  if (drugs.length + treatments.length === 0 || ask(isAncillary, block)) return undefined;
  const sentence = { start: toReadingOffset(body, span.start), end: toReadingOffset(body, phrase.start) };
  const from = startOfSubject(ask(conceptsIn, body), body.text, sentence);
  if (from === undefined || ask(mentionsIn, block, body).some((own) => contains(sentence, own))) return undefined;
  const named = ask(namesMeantIn, body).find(
    (name) => name.sure && contains({ start: from, end: sentence.end }, name) && isItem(ask, body, name),
  );
  if (!named) return otherSubject(ask, block, { start: from, end: sentence.end });
  const printed = body.text.slice(named.start, named.end);
  if (block.heading.item.text.toLowerCase().includes(printed.toLowerCase())) return undefined;
  return {
    span: toSourceSpan(body, named),
    message: `The conclusion is about ${printed}, not about the item in the heading.`,
    related: [{ span: block.heading.item.span, message: 'The item in dispute' }],
    fixes: [
      {
        title: `Change to "${block.heading.item.disputed.text}"`,
        kind: 'review',
        edits: [replace(toSourceSpan(body, named), block.heading.item.disputed.text)],
      },
    ],
  };
}
