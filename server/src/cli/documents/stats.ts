import type { Outcome, Problem } from '../../core/index';
import type {
  CitedGuideline,
  ClassCount,
  FindingCount,
  LetterOutcomes,
  Outcomes,
  Stats,
} from '../../documents/generated/documents';
import type { LetterFile } from '../report/report';
import type { LetterFacts } from './letter-facts';

/** Counts one letter at a time. */
export interface StatsBuilder {
  add(letter: LetterFile): void;
  build(): Stats;
}

export function createStats(): StatsBuilder {
  const letterOutcomes = { upheld: 0, overturned: 0, mixed: 0, undecided: 0 };
  const outcomes = noOutcomes();
  const forms = new Map<string, number>();
  const classes = new Map<string | null, Counted<ClassCount>>();
  const guidelines = new Map<string | null, Counted<CitedGuideline>>();
  const findings = new Map<string, Counted<FindingCount>>();
  let letters = 0;
  return {
    add({ letter: { form, decisions }, problems }) {
      letters++;
      forms.set(form, (forms.get(form) ?? 0) + 1);
      letterOutcomes[outcomeOfLetter(decisions.map(({ outcome }) => outcome))]++;
      for (const { outcome, class: itsClass, citations } of decisions) {
        const key = keys[outcome ?? 'none'];
        outcomes[key]++;
        const id = itsClass?.id ?? null;
        entry(classes, id, () => ({ class: id, title: itsClass?.name ?? null, ...noOutcomes() }))[key]++;
        countCitations(citations, guidelines);
      }
      countFindings(problems, findings);
    },
    build: () => ({
      schemaVersion: 1,
      letters,
      decisions: outcomes.upheld + outcomes.overturned + outcomes.none,
      outcomes,
      letterOutcomes,
      forms: sorted(
        [...forms].map(([form, count]) => ({ form, letters: count })),
        ({ letters: count }) => count,
      ),
      classes: sorted([...classes.values()], ({ upheld, overturned, none }) => upheld + overturned + none),
      guidelines: sorted(
        [...guidelines.values()],
        ({ reviewer, claimsAdministrator }) => reviewer + claimsAdministrator,
      ),
      findings: sorted([...findings.values()], ({ count }) => count),
    }),
  };
}

type Counted<T> = { -readonly [K in keyof T]: T[K] };

const keys = { Upheld: 'upheld', Overturned: 'overturned', none: 'none' } as const;

function noOutcomes(): Counted<Outcomes> {
  return { upheld: 0, overturned: 0, none: 0 };
}

function outcomeOfLetter(outcomes: readonly (Outcome | null)[]): keyof LetterOutcomes {
  if (outcomes.length === 0 || outcomes.includes(null)) return 'undecided';
  if (!outcomes.includes('Overturned')) return 'upheld';
  return outcomes.includes('Upheld') ? 'mixed' : 'overturned';
}

function countCitations(
  citations: LetterFacts['decisions'][number]['citations'],
  into: Map<string | null, Counted<CitedGuideline>>,
): void {
  for (const { by, guideline } of citations) {
    const id = guideline?.id ?? null;
    const cited = entry(into, id, () => ({
      guideline: id,
      title: guideline?.title ?? null,
      reviewer: 0,
      claimsAdministrator: 0,
    }));
    cited[by === 'reviewer' ? 'reviewer' : 'claimsAdministrator']++;
  }
}

function countFindings(problems: readonly Problem[], into: Map<string, Counted<FindingCount>>): void {
  const seen = new Set<FindingCount>();
  for (const { code, rule, severity } of problems) {
    const found = entry(into, `${code} ${severity}`, () => ({ code, rule, severity, count: 0, letters: 0 }));
    found.count++;
    if (!seen.has(found)) found.letters++;
    seen.add(found);
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The largest first; equal ones in the order of their first occurrence. */
function sorted<T>(list: readonly T[], count: (each: T) => number): T[] {
  return [...list].sort((a, b) => count(b) - count(a));
}
