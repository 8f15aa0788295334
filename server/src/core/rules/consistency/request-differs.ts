import { areOneRegion } from '../../analysis/body-parts';
import { partsNamed } from '../../analysis/case-parts';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesIn } from '../../analysis/names';
import { type Restatement, restatementsOf } from '../../analysis/restatements';
import { voicesIn } from '../../analysis/sentence-voices';
import type { DecisionBlock } from '../../model/letter';
import type { Finding } from '../../problem/problem';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spanAround, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const requestDiffers = defineBlockRule({
  code: 'IMR421',
  name: 'request-differs',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The heading and another place differ in the part of the body, the dosage form, or purchase and rental.',
  why: 'The claims administrator authorizes what the heading says (8 CCR 9792.10.7). Where the summary or the rationale has another part, form or manner, it is unclear what was decided.',
  repair: 'Look the request up in the request for authorization and make all places agree.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has neck pain.
Utilization review on 12/07/2016 denied the request for an MRI of the cervical spine.`,
        blocks: `MRI of the cervical and thoracic spine: Upheld
                        ^^^^^^^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s):
Special Studies.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special
Studies.

Decision rationale: No red flag is on record. The request is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has neck pain.
Utilization review on 12/07/2016 denied lidocaine 5% ointment.`,
        blocks: `Lidocaine 5% ointment: Upheld
             ^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical
analgesics.

Decision rationale: It is unclear why the injured worker needs a cream. The request is not medically
necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has neck pain.
Utilization review on 12/07/2016 denied the request for an MRI of the cervical and thoracic spine.`,
        blocks: `MRI of the cervical and thoracic spine: Upheld

Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s):
Special Studies.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special
Studies.

Decision rationale: No red flag is on record. The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const found = [...partsDiffer(ask, block), ...mannerDiffers(ask, block)];
    yield* found.slice(0, 1);
  },
});

/** A part that only the heading or only a place that states the request names. */
function* partsDiffer(ask: Ask, block: DecisionBlock): Generator<Finding> {
  const { disputed } = block.heading.item;
  const own = partsIn(ask, disputed, { start: 0, end: disputed.text.length });
  if (own.length === 0 || own.length > mostParts) return;
  for (const place of ask(restatementsOf, block)) {
    if (place.blocks.length > 1 || place.where === 'rationale') continue;
    const stated = partsIn(ask, place.reading, place.span);
    if (stated.length === 0 || stated.length > mostParts) continue;
    const more = stated.find((part) => !own.some((other) => areAlike(ask, part, other)));
    const less = own.find((part) => !stated.some((other) => areAlike(ask, part, other)));
    const differing = less ?? own[0];
    if (!differing || (!more && !less)) continue;
    const shown = more ?? stated[0];
    if (!shown) continue;
    yield {
      span: toSourceSpan(disputed, differing),
      message: more
        ? `The ${place.where} has "${wordsOf(place.reading, more)}", the heading does not.`
        : `The heading has "${wordsOf(disputed, differing)}", the ${place.where} does not.`,
      related: [{ span: toSourceSpan(place.reading, shown), message: `The ${place.where}` }],
    };
    return;
  }
}

/** A longer list is divided among several treatments, each with parts of its own. */
const mostParts = 2;

interface NamedPart extends Span {
  readonly ids: readonly string[];
  /** The kind of a paired part, finer than its region: `hand`, not `wrist`. */
  readonly kind?: string;
}

function partsIn(ask: Ask, reading: Reading, within: Span): NamedPart[] {
  const paired = spansWithin(ask(conceptsIn, reading).family('paired-part'), within);
  const named = spansWithin(ask(namesIn, reading), within).flatMap((name): NamedPart[] => {
    const ids = partsNamed(ask.library, name);
    const kind = paired.find(({ start, end }) => start < name.end && name.start < end)?.kind;
    return name.sure && ids.length > 0 ? [{ start: name.start, end: name.end, ids, ...(kind && { kind }) }] : [];
  });
  return named;
}

/** One is the other or the region it lies in; the hand is not the wrist. */
function areAlike({ library }: Ask, a: NamedPart, b: NamedPart): boolean {
  if (a.kind && b.kind && a.kind !== b.kind && a.ids[0] === b.ids[0]) return false;
  return a.ids.some((id) => b.ids.some((other) => areOneRegion(library, id, other)));
}

function wordsOf(reading: Reading, { start, end }: Span): string {
  return reading.text.slice(start, end);
}

/** Another dosage form in a sentence of the rationale about this case; a trial or rental where the heading asks to buy. */
function* mannerDiffers(ask: Ask, block: DecisionBlock): Generator<Finding> {
  const { disputed } = block.heading.item;
  const { body } = block.fields.rationale;
  const summary = ask(caseSummary)?.prose;
  const form = onlyKind(ask, disputed, 'dosage-form');
  if (form) {
    const forms = ask(conceptsIn, body).family('dosage-form');
    const other = forms.find(({ kind, start, end }) => {
      const sentence = spanAround(ask(voicesIn, body), { start, end });
      const isAlone = sentence && !spansWithin(forms, sentence).some((word) => word.kind === form.kind);
      return kind !== form.kind && isAlone && sentence.voice === 'case' && !sentence.advises;
    });
    if (other) yield differing(disputed, form, body, other, 'rationale');
  }
  const manner = onlyKind(ask, disputed, 'acquisition');
  if (!manner || !summary) return;
  for (const mention of ask(mentionsIn, block, summary)) {
    const sentence = spanAround(ask(voicesIn, summary), mention);
    if (!sentence || !hasWithin(ask(conceptsIn, summary).of('device-planned'), sentence)) continue;
    const words = spansWithin(ask(conceptsIn, summary).family('acquisition'), sentence);
    const other = words.find(({ start }) => start >= mention.end && start - mention.end <= near);
    if (!other || words.some(({ kind }) => kind === manner.kind)) continue;
    yield differing(disputed, manner, summary, other, 'summary');
    return;
  }
}

/** How far behind a device the word for buying or trying it may be. */
const near = 30;

type Kind = Span & { readonly kind: string };

function onlyKind(ask: Ask, reading: Reading, family: 'dosage-form' | 'acquisition'): Kind | undefined {
  const [first, ...others] = ask(conceptsIn, reading).family(family);
  return first && others.every(({ kind }) => kind === first.kind) ? first : undefined;
}

function differing(heading: Reading, own: Span, reading: Reading, other: Span, where: Restatement['where']): Finding {
  return {
    span: toSourceSpan(heading, own),
    message: `The heading says "${wordsOf(heading, own)}", the ${where} "${wordsOf(reading, other)}".`,
    related: [{ span: toSourceSpan(reading, other), message: `The ${where}` }],
  };
}
