import type { Library } from '../library/types';

/** A body part and the regions it lies in, as ids: the knee, the leg. */
export function regionsOf(library: Library, part: string): readonly string[] {
  const parent = library.bodyPart(part)?.parent;
  return parent ? [part, ...regionsOf(library, parent)] : [part];
}

/** One is the other, or the region it lies in. */
export function areOneRegion(library: Library, a: string, b: string): boolean {
  return regionsOf(library, a).includes(b) || regionsOf(library, b).includes(a);
}
