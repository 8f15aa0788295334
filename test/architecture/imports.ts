// Finds the imports of a source file and says which of them its room forbids.
import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { root } from '../project';
import { type Room, rooms } from './rooms';

const statements = [
  /^[ \t]*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\brequire\(\s*['"]([^'"]+)['"]/g,
];

/** The specifiers that a file imports, in the order of the patterns. A line of a doc comment is none. */
export function importsOf(text: string): readonly string[] {
  return statements.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** One sentence for each import of `file` (path from the root) that the table forbids. */
export function forbiddenImports(file: string, text: string): readonly string[] {
  const room = roomOf(file);
  if (!room) return [`${file} stands in no room of the import table: give it one, or move it.`];
  return importsOf(text)
    .filter((specifier) => !mayImport(room, file, specifier))
    .map((specifier) => `${file} may not import '${specifier}': ${room.why}.`);
}

function roomOf(file: string): Room | undefined {
  return rooms.find(({ path }) => fits(file, path));
}

function mayImport(room: Room, file: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return mayImportPackage(room, specifier);
  const target = resolve(join(dirname(file), specifier));
  if (roomOf(target) === room) return !room.lonely;
  if (room.never?.some((path) => fits(target, path))) return false;
  return room.rooms.some((path) => fits(target, path));
}

function mayImportPackage(room: Room, specifier: string): boolean {
  if (isBuiltin(specifier)) return room.nodeModules;
  return room.packages.some((allowed) =>
    allowed.endsWith('/*')
      ? specifier === allowed.slice(0, -2) || specifier.startsWith(allowed.slice(0, -1))
      : specifier === allowed,
  );
}

/** The file that a specifier means, by its path from the root without an ending. */
export function resolve(path: string): string {
  if (path.endsWith('.json')) return path;
  return existsSync(join(root, path, 'index.ts')) ? `${path}/index.ts` : `${path}.ts`;
}

/** A path that ends with a slash fits all below it; a star stands for one name. */
function fits(file: string, path: string): boolean {
  const pattern = path.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]+');
  return new RegExp(`^${pattern}${path.endsWith('/') ? '' : '$'}`).test(file);
}
