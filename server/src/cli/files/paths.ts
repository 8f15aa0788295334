import { relative, resolve, sep } from 'node:path';
import { isBelow } from '../../workspace/paths';

/** A path of this machine with forward slashes. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** The whole path of a file, as the workspace takes it. */
export function absolutePath(path: string): string {
  return toSlashes(resolve(path));
}

/** A whole path as people read it: below the current folder relative to it. */
export function shownPath(absolute: string): string {
  const here = absolutePath('.');
  return isBelow(here, absolute) ? toSlashes(relative(here, absolute)) : absolute;
}
