/** A file in a package and its size in bytes, unpacked. */
export type SizedFile = readonly [path: string, bytes: number];

const tolerance = { share: 0.1, kilobytes: 4 };

/**
 * Lists files by name, each with its size in KB: what a stored list is compared with. Files of one kind are one line: shared chunks,
 * whose names end with a hash, and rule pages. A size that differs little from the one in `stored` is listed as it is stored.
 */
export function listFiles(files: Iterable<SizedFile>, stored: string): string {
  const kinds = new Map<string, { count: number; bytes: number }>();
  for (const [path, bytes] of files) {
    const name = path.replace(/-[A-Z0-9]{8}\.js$/, '-*.js').replace(/IMR\d{3}\.md$/, 'IMR*.md');
    const kind = kinds.get(name) ?? { count: 0, bytes: 0 };
    kinds.set(name, { count: kind.count + 1, bytes: kind.bytes + bytes });
  }
  const sizes = storedSizes(stored);
  const lines = [...kinds].map(([name, { count, bytes }]) => {
    const kilobytes = Math.ceil(bytes / 1000);
    const before = sizes.get(name);
    const isNear = before !== undefined && Math.abs(before - kilobytes) <= mostChange(before);
    return { name, count, kilobytes: isNear ? before : kilobytes };
  });
  return lines
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, count, kilobytes }) => `${String(kilobytes).padStart(5)} KB  ${name}${count > 1 ? ' (several)' : ''}\n`,
    )
    .join('');
}

function mostChange(kilobytes: number): number {
  return Math.max(tolerance.kilobytes, tolerance.share * kilobytes);
}

function storedSizes(stored: string): ReadonlyMap<string, number> {
  const lines = stored.matchAll(/^ *(\d+) KB {2}(\S+)/gm);
  return new Map([...lines].map(([, size, name]) => [name ?? '', Number(size)]));
}
