import type { ResolvedCitation } from '../library/citation';
import type { Library, NameRef, Topic } from '../library/types';
import type { Citation, CitedPart } from '../model/citations';
import type { Span } from '../text/span';
import { fact } from './fact';
import { resolutionOf } from './resolved-citations';

/** One thing that a citation points to. */
export interface CitedSubject {
  readonly citation: Citation;
  /** Where it stands, in the source. */
  readonly span: Span;
  readonly title: string;
  /** Undefined where the library has no such topic. */
  readonly topic?: Topic;
  /** The part of the citation that names it; undefined where the citation does as a whole. */
  readonly part?: CitedPart;
  /** Ids of what its title and the packs say it is about; empty where that is general, as for "Initial Care". */
  readonly drugs: readonly string[];
  readonly drugClasses: readonly string[];
  readonly treatments: readonly string[];
  /** The treatments that the packs name a general topic for: not all that it is about, but of their kind. */
  readonly examples: readonly string[];
}

/** The topics that a citation names, else the guideline, if that is about one treatment or two. */
export const citedSubjects = fact((ask, citation: Citation): readonly CitedSubject[] => {
  const { library } = ask;
  const resolved = ask(resolutionOf, citation);
  const known = resolved.topics.map(({ topic, text }): CitedSubject => {
    const part = text === '' ? undefined : citation.parts.find((each) => each.text.includes(text));
    return {
      citation,
      span: (part ?? citation).span,
      title: topic.title,
      topic,
      part,
      ...subjectOfTopic(library, topic),
    };
  });
  const unknown = citation.parts.filter(
    ({ kind, text }) =>
      kind !== 'page' && !resolved.topics.some((each) => each.text !== '' && text.includes(each.text)),
  );
  const others = unknown.map(
    (part): CitedSubject => ({
      citation,
      span: part.span,
      title: part.text,
      part,
      ...named(library, part.text),
      examples: [],
    }),
  );
  const all = [...known, ...others];
  return all.length > 0 ? all : [wholeGuideline(library, citation, resolved)];
});

type About = Pick<CitedSubject, 'drugs' | 'drugClasses' | 'treatments' | 'examples'>;

function subjectOfTopic(library: Library, { id, guideline, title, drugClass }: Topic): About {
  const inTitle = named(library, title);
  const covered = library.coveredBy(id);
  const isNamed =
    drugClass !== undefined || Object.values(inTitle).some((ids) => ids.length > 0) || isBySubject(library, guideline);
  return {
    drugs: [...inTitle.drugs, ...covered.drugs],
    drugClasses: drugClass ? [drugClass] : inTitle.drugClasses,
    treatments: isNamed ? [...inTitle.treatments, ...covered.treatments] : [],
    examples: covered.treatments,
  };
}

/** A guideline on a part of the body, or on all of them, is divided by steps of care; any other by what it is about. */
function isBySubject(library: Library, guideline: string): boolean {
  return library.bodyPartsOf(guideline).length === 0 && !library.guidelines.some(({ parent }) => parent === guideline);
}

/** What the sure names in a title mean. */
function named(library: Library, title: string): Omit<About, 'examples'> {
  const refs = library.matchNames(title).flatMap((match) => (match.sure ? match.refs : []));
  const idsOf = (...kinds: NameRef['kind'][]): string[] =>
    refs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  return { drugs: idsOf('drug', 'brand', 'generic'), drugClasses: idsOf('drug-class'), treatments: idsOf('treatment') };
}

function wholeGuideline(library: Library, citation: Citation, { guideline, chapters }: ResolvedCitation): CitedSubject {
  const id = guideline?.id ?? '';
  const { drugs, treatments } = library.coveredBy(id);
  const isNarrow = chapters.length + drugs.length + library.bodyPartsOf(id).length === 0 && treatments.length < 3;
  const title = guideline?.title ?? citation.text;
  return {
    citation,
    span: citation.titleSpan,
    title,
    drugs: [],
    drugClasses: [],
    treatments: isNarrow ? treatments : [],
    examples: [],
  };
}
