import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { voicesIn } from '../../analysis/sentence-voices';
import type { NameMatch } from '../../library/types';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, overlaps, type Span, spanAround } from '../../text/span';
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
    for (const study of studiesIn(ask, body)) {
      const words = body.text.slice(study.start, study.end);
      if (seen.has(study.name) || isOnRecord(ask, study) || !isReported(ask, body, study)) continue;
      seen.add(study.name);
      yield { span: toSourceSpan(body, study), message: `The summary does not mention "${words}".` };
    }
  },
});

interface Study extends Span {
  readonly name: string;
  /** Treatments of the library that it may be; empty for a word such as "fusion". */
  readonly ids: readonly string[];
  /** What the lexicon calls it: `imaging`, `nerve`, `operation`. */
  readonly kind: string | undefined;
}

/** The studies and operations that a text names, by themselves or by a word for their kind, in no order. */
function studiesIn(ask: Ask, body: Reading): readonly Study[] {
  const words = ask(conceptsIn, body)
    .family('study')
    .filter(({ kind }) => kind in categories);
  const names = ask(namesIn, body).flatMap((name): Study[] => {
    const ids = studiesMeant(ask, name);
    const kind = words.find((word) => overlaps(word, name))?.kind;
    return ids.length > 0 ? [{ start: name.start, end: name.end, name: name.name, ids, kind }] : [];
  });
  const byWord = [
    ...words.filter(({ kind }) => kind === 'nerve'),
    ...ask(conceptsIn, body)
      .of('operation.named')
      .map((word) => ({ ...word, kind: 'operation' })),
  ];
  const others = byWord.filter((word) => !ask(namesIn, body).some((name) => overlaps(word, name)));
  return [...names, ...others.map(({ start, end, kind }) => ({ start, end, kind, name: kind, ids: [] }))];
}

/** Categories of the Division of Workers' Compensation whose treatments leave a result or a scar behind. */
const lasting = ['Diagnostic Testing', 'Surgery', 'Injection'];

/** The category of what a word for a kind of study means. */
const categories: Readonly<Record<string, string>> = {
  imaging: 'Diagnostic Testing',
  nerve: 'Diagnostic Testing',
  operation: 'Surgery',
};

/** The treatments that a name means, if all of them leave something behind. */
function studiesMeant(ask: Ask, { refs, sure }: NameMatch): readonly string[] {
  const meant = refs.filter(({ kind }) => kind !== 'abbreviation');
  const ids = meant.flatMap(({ kind, id }) =>
    kind === 'treatment' && lasting.some((each) => categoryOf(ask, id).startsWith(each)) ? [id] : [],
  );
  return sure || ids.length === meant.length ? ids : [];
}

function categoryOf({ library }: Ask, id: string): string {
  return library.treatment(id)?.dwcCategory ?? '';
}

/** The treatments that the summary and the headings name. */
const treatmentsOfCase = fact((ask): ReadonlySet<string> => {
  const summary = ask(caseSummary)?.prose;
  const readings = [...(summary ? [summary] : []), ...ask.letter.blocks.map(({ heading }) => heading.item.reading)];
  const refs = readings.flatMap((reading) => ask(namesIn, reading).flatMap((name) => name.refs));
  return new Set(refs.flatMap(({ kind, id }) => (kind === 'treatment' ? [id] : [])));
});

/** The summary names the study, or calls it by a word for its kind. */
function isOnRecord(ask: Ask, { ids, kind }: Study): boolean {
  const known = ask(treatmentsOfCase);
  if (ids.some((id) => known.has(id))) return true;
  const summary = ask(caseSummary)?.prose;
  if (!summary) return true;
  const isNamed = kind !== undefined && ask(conceptsIn, summary).kinds('study').includes(kind);
  if (isNamed || ids.length === 1) return isNamed;
  const category = kind === undefined ? 'Diagnostic Testing' : (categories[kind] ?? '');
  return [...known].some((id) => categoryOf(ask, id).startsWith(category));
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
