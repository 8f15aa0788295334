// How two records of one letter differ, in words: added, removed, moved, severity, message, fixes; and other lines as they are.

/** One difference. `kind` is what the summary counts by; `code` is a rule's, or what the line is about. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'moved' | 'severity' | 'message' | 'fixes';
  readonly code: string;
  readonly text: string;
}

interface FindingRecord {
  readonly code: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly fixes: string;
}

export function differencesOf(before: readonly string[], after: readonly string[]): readonly Difference[] {
  const gone = without(before, after);
  const come = without(after, before);
  return [...findingDifferences(gone.flatMap(findingIn), come.flatMap(findingIn)), ...lineDifferences(gone, come)];
}

/** The lines that `others` lacks; a line that stands twice must stand there twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function findingIn(line: string): FindingRecord[] {
  const [kind, code = '', severity = '', place = '', count, message = '', fixes] = line.split(' ');
  return kind === 'finding' ? [{ code, severity, place, message, fixes: `${count} ${fixes}` }] : [];
}

/** Pairs what stands at the same place first, then what says the same elsewhere; the rest came or went. */
function findingDifferences(gone: readonly FindingRecord[], come: readonly FindingRecord[]): Difference[] {
  const rest = [...come];
  const take = (like: (other: FindingRecord) => boolean): FindingRecord | undefined => {
    const at = rest.findIndex(like);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const pairs = gone.map((old) => ({
    old,
    now: take((other) => other.code === old.code && other.place === old.place),
  }));
  const moved = pairs.map(({ old, now }) => ({
    old,
    now: now ?? take((other) => other.code === old.code && (other.message === old.message || touches(other, old))),
  }));
  return [
    ...moved.flatMap(({ old, now }) => (now ? changes(old, now) : [told('removed', old)])),
    ...rest.map((finding) => told('added', finding)),
  ];
}

function touches(a: FindingRecord, b: FindingRecord): boolean {
  const [aStart = 0, aEnd = 0] = a.place.split('-').map(Number);
  const [bStart = 0, bEnd = 0] = b.place.split('-').map(Number);
  return aStart <= bEnd && bStart <= aEnd;
}

function changes(old: FindingRecord, now: FindingRecord): Difference[] {
  const { code, place } = now;
  const change = (kind: Difference['kind'], text: string) => ({ kind, code, text: `${code} ${text}` });
  return [
    ...(old.place === place ? [] : [change('moved', `${old.place} -> ${place}`)]),
    ...(old.severity === now.severity ? [] : [change('severity', `${place} ${old.severity} -> ${now.severity}`)]),
    ...(old.message === now.message ? [] : [change('message', place)]),
    ...(old.fixes === now.fixes ? [] : [change('fixes', `${place} ${old.fixes} -> ${now.fixes}`)]),
  ];
}

function told(kind: 'added' | 'removed', { code, severity, place }: FindingRecord): Difference {
  return { kind, code, text: `${code} ${severity} ${place}` };
}

function lineDifferences(gone: readonly string[], come: readonly string[]): Difference[] {
  const asDifference = (kind: 'added' | 'removed') => (line: string) => ({
    kind,
    code: line.split(' ', 1)[0] ?? '',
    text: line,
  });
  const others = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('finding '));
  return [...others(gone).map(asDifference('removed')), ...others(come).map(asDifference('added'))];
}
