/** What a person has put on the page before signing. */
export interface SigningMarks {
  /** Keys of the points that were looked at. */
  readonly ticked: readonly string[];
  /** Who has looked at them, and when, as written; may be empty. */
  readonly initials: string;
  readonly date: string;
}

export const noMarks: SigningMarks = { ticked: [], initials: '', date: '' };

/** Returns a key for each point, which lasts while its lines move. Of points that are alike the second and later have a number. */
export function pointKeys(points: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return points.map((point) => {
    const key = unplaced(point.replace(/\s+/g, ' ').trim());
    const n = (met.get(key) ?? 0) + 1;
    met.set(key, n);
    return n === 1 ? key : `${key} (${n})`;
  });
}

/** A point without its line and the number of its decision, which change with the text before. */
export function unplaced(point: string): string {
  return point.replace(/^(\w+ \w+), line \d+(?: \(\d+\. )?/, '$1 ');
}
