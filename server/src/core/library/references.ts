import type { Named, Pack, Reference, TopicEntry } from './entries';
import { idOf } from './topic-index';
import type { Library, PackProblem } from './types';

type Report = (pointer: string, message: string) => void;
type Kind = 'guidance' | 'guideline' | 'topic' | 'body part' | 'drug' | 'drug class' | 'rationale class' | 'condition';

/** Ids in a pack that lead nowhere in the library it was merged into. */
export function referenceProblems(path: string, pack: Pack, library: Library): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (pointer, message) => problems.push({ pack: path, pointer, message });
  const check = (pointer: string, kind: Kind, ids: readonly (string | undefined)[]): void => {
    for (const id of ids)
      if (id !== undefined && !exists(library, kind, id)) report(pointer, `there is no ${kind} "${id}"`);
  };
  checkGuidelines(pack, check);
  checkThings(pack, check);
  checkRationale(pack, check);
  return problems;
}

type Check = (pointer: string, kind: Kind, ids: readonly (string | undefined)[]) => void;

function exists(library: Library, kind: Kind, id: string): boolean {
  switch (kind) {
    case 'guidance':
      return (library.topic(id) ?? library.chapter(id) ?? library.guideline(id)) !== undefined;
    case 'guideline':
      return library.guideline(id) !== undefined;
    case 'topic':
      return library.topic(id) !== undefined;
    case 'body part':
      return library.bodyPart(id) !== undefined;
    case 'drug':
      return library.drug(id) !== undefined;
    case 'drug class':
      return library.drugClass(id) !== undefined;
    case 'rationale class':
      return library.rationaleClass(id) !== undefined;
    case 'condition':
      return library.condition(id) !== undefined;
  }
}

function checkGuidelines({ guidelines, chapters, topicGroups }: Pack, check: Check): void {
  guidelines?.forEach((guideline, i) => {
    check(`/guidelines/${i}/parent`, 'guideline', [guideline.parent]);
    check(`/guidelines/${i}/bodyParts`, 'body part', guideline.bodyParts ?? []);
    checkTopics(`/guidelines/${i}/topics`, guideline.topics, check);
  });
  chapters?.forEach((chapter, i) => {
    check(`/chapters/${i}/guideline`, 'guideline', [chapter.guideline]);
    check(`/chapters/${i}/bodyParts`, 'body part', chapter.bodyParts ?? []);
    checkTopics(`/chapters/${i}/topics`, chapter.topics, check);
  });
  topicGroups?.forEach((group, i) => {
    check(`/topicGroups/${i}/guideline`, 'guideline', [group.guideline]);
    checkTopics(`/topicGroups/${i}/topics`, group.topics, check);
  });
}

function checkTopics(pointer: string, topics: readonly TopicEntry[] | undefined, check: Check): void {
  topics?.forEach((topic, i) => {
    check(`${pointer}/${i}/seeAlso`, 'topic', topic.seeAlso ?? []);
    check(`${pointer}/${i}/successor`, 'topic', [topic.successor]);
    check(`${pointer}/${i}/summaryFrom`, 'guideline', [topic.summaryFrom]);
    check(`${pointer}/${i}/drugClass`, 'drug class', [topic.drugClass]);
  });
}

function checkThings({ drugs, drugClasses, treatments, bodyParts }: Pack, check: Check): void {
  drugs?.forEach((drug, i) => {
    check(`/drugs/${i}/class`, 'drug class', [drug.class]);
    checkSubject(`/drugs/${i}`, drug, check);
  });
  drugClasses?.forEach((drugClass, i) => {
    check(`/drugClasses/${i}/parent`, 'drug class', [drugClass.parent]);
    checkSubject(`/drugClasses/${i}`, drugClass, check);
  });
  treatments?.forEach((treatment, i) => {
    check(`/treatments/${i}/bodyParts`, 'body part', treatment.bodyParts ?? []);
    checkSubject(`/treatments/${i}`, treatment, check);
  });
  bodyParts?.forEach((part, i) => {
    check(`/bodyParts/${i}/parent`, 'body part', [part.parent]);
  });
}

interface Subject extends Named {
  readonly guidance?: readonly Reference[];
  readonly rationaleClass?: string;
}

function checkSubject(pointer: string, { guidance = [], rationaleClass }: Subject, check: Check): void {
  checkGuidance(pointer, guidance, check);
  check(`${pointer}/rationaleClass`, 'rationale class', [rationaleClass]);
}

function checkGuidance(pointer: string, guidance: readonly Reference[] | undefined, check: Check): void {
  guidance?.forEach((reference, i) => {
    check(`${pointer}/guidance/${i}`, 'guidance', [idOf(reference)]);
  });
}

function checkRationale({ classes, commonElements, conditions, templates }: Pack, check: Check): void {
  const elements = [
    ...(commonElements ?? []).map((element, i) => ({ element, at: `/commonElements/${i}` })),
    ...(classes ?? []).flatMap(({ elements }, c) =>
      elements.map((element, i) => ({ element, at: `/classes/${c}/elements/${i}` })),
    ),
  ];
  for (const { element, at } of elements) {
    check(`${at}/appliesWhen`, 'condition', [element.appliesWhen]);
    checkGuidance(at, element.guidance, check);
  }
  conditions?.forEach((condition, i) => {
    for (const facets of [condition, ...(condition.either ?? []), ...(condition.unless ?? [])]) {
      check(`/conditions/${i}`, 'drug', facets.drugs ?? []);
      check(`/conditions/${i}`, 'drug class', facets.drugClasses ?? []);
      check(`/conditions/${i}`, 'body part', facets.bodyParts ?? []);
      check(`/conditions/${i}`, 'rationale class', facets.classes ?? []);
    }
  });
  templates?.forEach((template, i) => {
    check(`/templates/${i}/class`, 'rationale class', [template.class]);
  });
}
