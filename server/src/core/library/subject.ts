import type { DrugClassEntry, DrugEntry, RationaleClassEntry, TreatmentEntry } from './entries';
import type { Entries } from './merge-packs';
import type { ItemSubject, NameMatch } from './types';

/** What a heading asks for, from the names in it. */
export function subjectOf(entries: Entries, text: string, matches: readonly NameMatch[]): ItemSubject {
  const named = matches.flatMap((match) => refIds(match, 'body-part'));
  const drugs = matches.flatMap((match) => drugsOf(entries, match, text));
  const treatments = matches.map((match) => treatmentsOf(entries, match, named));
  // A treatment tells its part only where the name stands for no other.
  const parts = new Set([...named, ...treatments.flatMap(([only, other]) => (other ? [] : (only?.bodyParts ?? [])))]);
  return {
    drugs: unique(drugs),
    treatments: unique(treatments.flat()),
    bodyParts: [...parts].flatMap((id) => list(entries.bodyParts.get(id))),
    class: classOf(entries, text, matches, named),
  };
}

/** The drug's class and the classes above it, nearest first. */
export function classesOf(entries: Entries, drug: DrugEntry): readonly DrugClassEntry[] {
  const classes: DrugClassEntry[] = [];
  let next = entries.drugClasses.get(drug.class);
  while (next && !classes.includes(next)) {
    classes.push(next);
    next = next.parent ? entries.drugClasses.get(next.parent) : undefined;
  }
  return classes;
}

function refIds(match: NameMatch, ...kinds: NameMatch['kind'][]): string[] {
  return match.refs.filter((ref) => kinds.includes(ref.kind)).map((ref) => ref.id);
}

/** The products a name stands for; where it is several, those made in a strength that the heading gives. */
function drugsOf(entries: Entries, match: NameMatch, text: string): DrugEntry[] {
  const { drugs } = entries;
  const all = refIds(match, 'brand', 'generic', 'drug').flatMap((id) => list(drugs.get(id)));
  const topical = isTopical.test(text.slice(match.end, match.end + 30)) ? topicalForms(entries, all) : [];
  if (topical.length > 0) return topical;
  if (all.length < 2) return all;
  const given = strengthsIn(text);
  const fitting = all.filter((drug) => drug.strengths?.some((strength) => given.has(strengthKey(strength))));
  return fitting.length > 0 ? fitting : all;
}

/** What follows a drug that is rubbed in: `Ketoprofen 20% in cream base`. */
const isTopical = /^[^,;]{0,12}\d ?%|^[^,;]*\b(?:cream|gel|ointment|lotion|topical)\b/i;

function topicalForms({ drugs }: Entries, oral: readonly DrugEntry[]): DrugEntry[] {
  const generics = new Set(oral.map(({ generic }) => `${generic} topical`));
  return [...drugs.values()].filter(({ generic }) => generics.has(generic));
}

function strengthsIn(text: string): ReadonlySet<string> {
  const found = text.matchAll(/[\d.]{1,8}(?:[/-][\d.]{1,8}){0,3} ?(?:mg|mcg|%)(?:\/h(?:ou)?r)?/gi);
  return new Set([...found].map(([strength]) => strengthKey(strength)));
}

function strengthKey(strength: string): string {
  return strength.toLowerCase().replaceAll(' ', '').replace(/-/g, '/').replace('hour', 'hr').replace(/^er/, '');
}

/** The treatments a name stands for; where it is several, those of a body part that the heading names. */
function treatmentsOf(entries: Entries, match: NameMatch, parts: readonly string[]): TreatmentEntry[] {
  const all = refIds(match, 'treatment').flatMap((id) => list(entries.treatments.get(id)));
  if (all.length < 2) return all;
  const fitting = all.filter(({ bodyParts = [] }) =>
    bodyParts.some((part) => parts.some((p) => areRelated(entries, p, part))),
  );
  return fitting.length > 0 ? fitting : all;
}

/** The same part, or one the region of the other. */
function areRelated({ bodyParts }: Entries, a: string, b: string): boolean {
  return a === b || bodyParts.get(a)?.parent === b || bodyParts.get(b)?.parent === a;
}

/** The class of the first drug or treatment named; a weak name without a class gives way to the next. */
function classOf(
  entries: Entries,
  text: string,
  matches: readonly NameMatch[],
  parts: readonly string[],
): RationaleClassEntry | undefined {
  for (const match of matches) {
    const drugs = drugsOf(entries, match, text);
    const treatments = treatmentsOf(entries, match, parts);
    if (drugs.length + treatments.length === 0) continue;
    const ids = [...drugs.map((drug) => rationaleClassOf(entries, drug)), ...treatments.map((t) => t.rationaleClass)];
    const id = ids.find((candidate) => candidate !== undefined);
    if (id !== undefined) return entries.classes.get(id);
    if (match.sure) return undefined;
  }
  return undefined;
}

function rationaleClassOf(entries: Entries, drug: DrugEntry): string | undefined {
  return drug.rationaleClass ?? classesOf(entries, drug).find(({ rationaleClass }) => rationaleClass)?.rationaleClass;
}

function list<T>(entry: T | undefined): readonly T[] {
  return entry === undefined ? [] : [entry];
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}
