// Finds source files that import each other in a circle, by types too.
import { dirname, join } from 'node:path/posix';
import { importsOf, resolve } from './imports';

/** Maps each file (path from the root) to its text. Returns each circle as its files, in the order of the imports. */
export function circlesOf(files: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push(path.slice(at));
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const specifier of importsOf(files.get(file) ?? '')) {
      const target = specifier.startsWith('.') ? resolve(join(dirname(file), specifier)) : '';
      if (files.has(target)) visit(target);
    }
    path.pop();
    done.add(file);
  };
  for (const file of files.keys()) visit(file);
  return circles;
}
