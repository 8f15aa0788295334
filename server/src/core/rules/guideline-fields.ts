import type { DecisionBlock, Field } from '../model/letter';

/**
 * The guideline fields that hold what their label says. Where the label behind one is lost, it has swallowed the next field's
 * text, which is that rule's matter (missing-field) and no citation.
 */
export function guidelineFields({ fields }: DecisionBlock): Field[] {
  const { claimsAdministratorGuideline: administrator, reviewerGuideline: reviewer, rationale } = fields;
  return [
    ...(isOwn(administrator, reviewer) ? [administrator] : []),
    ...(isOwn(reviewer, rationale) ? [reviewer] : []),
  ];
}

/** The reviewer's field, under the same condition. */
export function reviewerField(block: DecisionBlock): Field | undefined {
  return guidelineFields(block).find((field) => field.kind === 'reviewerGuideline');
}

/** No citation that was seen is longer than this by far. */
const longest = 500;

function isOwn(field: Field, next: Field): boolean {
  if (field.state !== 'present') return false;
  if (next.state !== 'missing') return true;
  return field.body.text.length < longest && standingSentences(field) < 2 && !reasons.test(field.body.text);
}

/** Words of a rationale that no citation holds. */
const reasons =
  /\b(?:medically necessary|injured worker|this (?:medication|request|patient)|is not|are not|has not)\b/i;

function standingSentences({ statements }: Field): number {
  return statements.filter(({ kind }) => kind === 'mtus' || kind === 'cites-nothing').length;
}
