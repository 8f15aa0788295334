import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { resolutionOf } from '../../analysis/resolved-citations';
import { sentencesIn } from '../../analysis/sentences';
import type { GuidelineEntry } from '../../library/entries';
import type { Reading } from '../../text/reading';
import { toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, span, spanAround } from '../../text/span';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const guidelineNotCited = defineBlockRule({
  code: 'IMR222',
  name: 'guideline-not-cited',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'The rationale relies on a guideline that the reviewer does not cite.',
  why: 'The determination refers to the evidence it used (8 CCR 9792.10.6(d)). A guideline that only the reasons name cannot be looked up.',
  repair: 'Cite the guideline with its chapter and topic, or argue by the one that is cited.',
  examples: {
    bad: [
      {
        blocks: `Prilosec 20mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Proton Pump Inhibitors (PPIs).

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump
Inhibitors (PPIs).

Decision rationale: According to the ODG, a stomach drug goes with an NSAID. The injured worker takes
                                     ^^^
none. The request for Prilosec 20mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Prilosec 20mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Proton Pump Inhibitors (PPIs).

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump
Inhibitors (PPIs).

Decision rationale: ODG and ACOEM do not address this dose, and utilization review cited the ODG. The
MTUS recommends a stomach drug with an NSAID. The injured worker takes none. The request for Prilosec
20mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const cited = (reviewerField(block)?.statements ?? [])
      .flatMap(({ citations }) => citations)
      .flatMap((citation) => {
        const { guideline, others } = ask(resolutionOf, citation);
        return guideline ? [guideline, ...others] : [undefined];
      });
    // A source that the library cannot place may be any.
    if (cited.length === 0 || cited.includes(undefined)) return;
    const { body } = block.fields.rationale;
    for (const name of ask(namesIn, body)) {
      const named = name.refs.flatMap(({ kind, id }) =>
        kind === 'guideline' ? (ask.library.guideline(id) ?? []) : [],
      );
      if (!named.some((guideline) => isForChapters(ask, guideline))) continue;
      if (named.some((guideline) => cited.some((other) => other && rootOf(ask, guideline) === rootOf(ask, other))))
        continue;
      if (!speaksFor(ask, body, name)) continue;
      const words = body.text.slice(name.start, name.end);
      yield {
        span: toSourceSpan(body, name),
        message: `The rationale relies on ${words}, which the reviewer does not cite.`,
        related: [{ span: block.fields.reviewerGuideline.span, message: 'What the reviewer cites' }],
      };
      return;
    }
    const sources = ask(conceptsIn, body).of('guideline.unnamed');
    const names = ask(namesIn, body).filter(({ refs }) => refs.some(({ kind }) => kind === 'guideline'));
    const unnamed = sources.find((words) => {
      const sentence = spanAround(ask(sentencesIn, body), words);
      return sentence && !hasWithin(names, sentence);
    });
    if (unnamed)
      yield {
        span: toSourceSpan(body, unnamed),
        message: `"${body.text.slice(unnamed.start, unnamed.end)}" names no guideline.`,
        related: [{ span: block.fields.reviewerGuideline.span, message: 'What the reviewer cites' }],
        atMost: 'hint',
      };
  },
});

/** A source outside the MTUS that decides by chapters, as an agency or a single study does not. */
function isForChapters({ library }: Ask, { id, kind }: GuidelineEntry): boolean {
  return kind === 'non-mtus' && library.chapters.some(({ guideline }) => guideline === id);
}

/** The guideline that holds this one, by any edition. */
function rootOf(ask: Ask, entry: GuidelineEntry): string {
  const parent = entry.parent ? ask.library.guideline(entry.parent) : undefined;
  return parent ? rootOf(ask, parent) : (entry.family ?? entry.id);
}

/** The sentence rests on the guideline: names it as its source, or has it say something. */
function speaksFor(ask: Ask, body: Reading, name: Span): boolean {
  const concepts = ask(conceptsIn, body);
  const sentence = spanAround(ask(sentencesIn, body), name);
  if (
    !sentence ||
    hasWithin(concepts.of('mtus.speaks-not'), sentence) ||
    hasWithin(concepts.of('utilization-review'), sentence)
  )
    return false;
  const reach = 40;
  const before = span(Math.max(sentence.start, name.start - reach), name.start);
  const behind = span(name.end, Math.min(sentence.end, name.end + reach));
  return hasWithin(concepts.of('voice.by-source'), before) || hasWithin(concepts.of('voice.says'), behind);
}
