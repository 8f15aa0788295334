import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { voicesIn } from '../../analysis/sentence-voices';
import type { NameMatch } from '../../library/types';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spanAround } from '../../text/span';
import { defineBlockRule } from '../rule';

export const studyNotInSummary = defineBlockRule({
  code: 'IMR420',
  name: 'study-not-in-summary',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The rationale reports a study or an operation of this patient that the summary does not mention.',
  why: 'A result that decides the item has to be in the summary, where its date and source can be checked. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair:
    'Add the study with its date and result to the summary, or delete the sentence if it belongs to another case.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 12/07/2016 denied the request for a lumbar MRI.`,
        blocks: `MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a red flag. Previous x-rays of the injured worker showed mild wear. The
                                                        ^^^^^^
request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain and normal radiographs. Utilization review on 12/07/2016 denied the request for a lumbar MRI.`,
        blocks: `MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a red flag. Previous x-rays of the injured worker showed mild wear. No
CT scan was done. The request for an MRI is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    if (!ask(caseSummary)?.prose.text) return;
    const { body } = block.fields.rationale;
    const seen = new Set<string>();
    for (const name of ask(namesIn, body)) {
      const ids = studiesMeant(ask, name);
      if (!name.sure || ids.length === 0 || seen.has(name.name) || isOnRecord(ask, body, name, ids)) continue;
      if (!isReported(ask, body, name)) continue;
      seen.add(name.name);
      yield {
        span: toSourceSpan(body, name),
        message: `The summary does not mention "${body.text.slice(name.start, name.end)}".`,
      };
    }
  },
});

/** Categories of the Division of Workers' Compensation whose treatments leave a result or a scar behind. */
const lasting = ['Diagnostic Testing', 'Surgery', 'Injection'];

function studiesMeant({ library }: Ask, { refs }: NameMatch): readonly string[] {
  return refs.flatMap(({ kind, id }) => {
    const category = kind === 'treatment' ? library.treatment(id)?.dwcCategory : undefined;
    return lasting.some((each) => category?.startsWith(each)) ? [id] : [];
  });
}

/** The treatments that the summary and the headings name. */
const treatmentsOfCase = fact((ask): ReadonlySet<string> => {
  const summary = ask(caseSummary)?.prose;
  const readings = [...(summary ? [summary] : []), ...ask.letter.blocks.map(({ heading }) => heading.item.reading)];
  const refs = readings.flatMap((reading) => ask(namesIn, reading).flatMap((name) => name.refs));
  return new Set(refs.flatMap(({ kind, id }) => (kind === 'treatment' ? [id] : [])));
});

/** The summary names the study, or calls it by a word for its kind. */
function isOnRecord(ask: Ask, body: Reading, name: Span, ids: readonly string[]): boolean {
  if (ids.some((id) => ask(treatmentsOfCase).has(id))) return true;
  const summary = ask(caseSummary)?.prose;
  if (!summary) return true;
  const [kind] = ask(conceptsIn, body)
    .family('study')
    .filter((word) => word.start < name.end && name.start < word.end);
  return kind !== undefined && ask(conceptsIn, summary).kinds('study').includes(kind.kind);
}

/** The sentence reports it as done, and neither asks for it nor misses it. */
function isReported(ask: Ask, body: Reading, name: Span): boolean {
  const sentence = spanAround(ask(voicesIn, body), name);
  if (sentence?.voice !== 'case' || sentence.advises) return false;
  const concepts = ask(conceptsIn, body);
  const others = ['study.not-done', 'verb.conditional', 'verb.tentative', 'conclusion.predicate'] as const;
  return (
    hasWithin(concepts.of('study.reported'), sentence) && others.every((id) => !hasWithin(concepts.of(id), sentence))
  );
}
