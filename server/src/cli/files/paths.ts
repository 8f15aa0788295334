import { relative, resolve, sep } from 'node:path';
import { isBelow } from '../../workspace/paths';

/** A path of this machine with forward slashes. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** The absolute path of a file, as `workspace` expects it. */
export function absolutePath(path: string): string {
  return toSlashes(resolve(path));
}

/** An absolute path for people: relative to the current folder if it is below. */
export function shownPath(absolute: string): string {
  const here = absolutePath('.');
  return isBelow(here, absolute) ? toSlashes(relative(here, absolute)) : absolute;
}
