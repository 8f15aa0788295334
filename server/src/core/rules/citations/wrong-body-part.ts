import { areOneRegion } from '../../analysis/body-parts';
import { type CitedChapter, chaptersCited } from '../../analysis/cited-chapters';
import { conceptsIn } from '../../analysis/concepts';
import { coverageOf } from '../../analysis/coverage';
import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import { subjectOf } from '../../analysis/subjects';
import type { BodyPartEntry } from '../../library/entries';
import type { Library } from '../../library/types';
import type { DecisionBlock, Field } from '../../model/letter';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { contains } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const wrongBodyPart = defineBlockRule({
  code: 'IMR208',
  name: 'wrong-body-part',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The cited chapter is about another body part than the item.',
  why: 'A determination that uses the chapter for another body part applies the wrong criteria. Reviews of the wrong body part have been contested as a plainly erroneous finding of fact (Labor Code 4610.6(h)).',
  repair: 'Cite the chapter for the body part of the item, and check that the reasons are about that part.',
  examples: {
    bad: [
      {
        blocks: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.
                                          ^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.

Cervical spine MRI: Upheld

Claims Administrator guideline: The Claims Administrator based their decision on recommendation(s)
outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines,
Shoulder chapter, MRI.
^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special
Studies.

Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.

Right elbow MRI: Upheld

Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004. Decision based on
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^
Non-MTUS Citation Official Disability Guidelines, Elbow chapter, MRI.

MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007, Section(s): Special Studies. Decision
based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg chapter, MRI.
                                                                ^^^^^^^^^^^^^^^^^^
Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `EMG/NCS of the bilateral upper extremities: Upheld

Claims Administrator guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special
Studies.

Decision rationale: No radiculopathy is suspected. The request for EMG/NCS is not medically necessary.

MRI of the thoracic spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special
Studies.

Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.

Physical therapy for the neck and right shoulder: Upheld

Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Neck.

Decision rationale: Twenty visits are done. The request for therapy is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const own = partsOfItem(ask, block);
    if (own.length === 0) {
      yield* nerveChapters(ask, block);
      return;
    }
    for (const field of guidelineFields(block)) {
      for (const chapter of unsuitableChapters(ask, field, own)) {
        yield {
          span: chapter.span,
          message: `The item is about the ${listOf(own)}, the cited chapter about the ${listOf(chapter.parts)}.`,
          related: [{ span: block.heading.item.disputed.span, message: 'The item.' }],
          // What the claims administrator cited is a fact of the case.
          ...(field.kind === 'reviewerGuideline' && { fixes: replacement(ask.library, chapter, own) }),
        };
      }
    }
  },
});

/** A nerve is followed from the spine to the limb, so that several chapters suit its study; what the library says of it decides. */
function* nerveChapters(ask: Ask, block: DecisionBlock): Generator<Finding> {
  if (!ask(conceptsIn, block.heading.item.disputed).has('nerve-study')) return;
  const subject = ask(subjectOf, block);
  for (const field of guidelineFields(block)) {
    const citations = field.statements.flatMap((statement) => statement.citations);
    const verdicts = citations.map((citation) => coverageOf(ask.library, subject, ask(resolutionOf, citation)).verdict);
    for (const chapter of ask(chaptersCited, field)) {
      const at = citations.findIndex(({ span }) => contains(span, chapter.span));
      if (verdicts[at] !== 'differs') continue;
      yield {
        span: chapter.span,
        message: `The item is about the ${listOf(subject.bodyParts)}, but the cited chapter is about the ${listOf(chapter.parts)}.`,
        related: [{ span: block.heading.item.disputed.span, message: 'The item.' }],
      };
    }
  }
}

/**
 * Chapters of which none beside them is about the item: of the MTUS those under that label, of other sources all that the field
 * cites, since a claims administrator often lists several.
 */
function unsuitableChapters(ask: Ask, field: Field, own: readonly BodyPartEntry[]): CitedChapter[] {
  const chapters = ask(chaptersCited, field);
  const suits = ({ parts }: CitedChapter): boolean => isAboutAny(ask.library, parts, own);
  const isReviewer = field.kind === 'reviewerGuideline';
  return chapters.filter(
    ({ kind }) => !chapters.some((other) => (other.kind === kind || !(kind === 'mtus' || isReviewer)) && suits(other)),
  );
}

/** The parts of an item; none if one of them has no chapter of its own. */
function partsOfItem(ask: Ask, block: DecisionBlock): readonly BodyPartEntry[] {
  if (ask(conceptsIn, block.heading.item.disputed).has('nerve-study')) return [];
  const named = ask(subjectOf, block).bodyParts;
  const parts = named.filter(({ id }) => !named.some(({ parent }) => parent === id));
  return parts.every(({ ownChapter }) => ownChapter) ? parts : [];
}

function isAboutAny(library: Library, parts: readonly BodyPartEntry[], own: readonly BodyPartEntry[]): boolean {
  return parts.some(({ id }) => own.some((part) => areOneRegion(library, id, part.id)));
}

function listOf(parts: readonly BodyPartEntry[]): string {
  return parts.map(({ name }) => name).join(' and ');
}

/** The chapter of the same series for the item's part. */
function replacement(library: Library, { guideline, span }: CitedChapter, own: readonly BodyPartEntry[]): Fix[] {
  const ids = new Set(own.map(({ id }) => id));
  const right = library.guidelines.find(
    (other) =>
      guideline?.parent !== undefined &&
      other.parent === guideline.parent &&
      other.citedTitle &&
      other.year &&
      other.bodyParts?.some((id) => ids.has(id)),
  );
  if (!right) return [];
  const title = `${right.citedTitle} ${right.year}`;
  return [{ title: `Cite ${title}; check its section`, kind: 'review', edits: [replace(span, title)] }];
}
