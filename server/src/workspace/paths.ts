/** Paths and URIs with slashes, as the doors hand them in: `/a/b.txt`, `C:/a/b.txt`, `//server/a/b.txt`, `vscode-vfs://github/a/b.txt`, `a/b.txt`. */

/** `vscode-vfs://github`, or `memfs:` of `memfs:/a/b.txt`, as editors write an address without a host. */
const scheme = /^[a-z][a-z0-9+.-]{1,40}:(?:\/\/[^/]*|(?=\/(?!\/)))/i;
const absolute = /^(?:[a-z]:)?\//i;

/** The folder of a file or folder, without a slash at its end; undefined above the root. */
export function parentOf(path: string): string | undefined {
  const root = rootOf(path);
  const rest = path.slice(root.length);
  if (rest === '') return undefined;
  const cut = rest.lastIndexOf('/');
  return cut < 0 ? root : root + rest.slice(0, cut);
}

/** A path below or beside a folder; `..` and `.` are resolved, an absolute path stands for itself. */
export function resolvePath(folder: string, relative: string): string {
  const written = relative.replace(/\\/g, '/');
  const base = scheme.exec(folder)?.[0];
  const steps = base === undefined ? written : written.split('/').map(encodeURIComponent).join('/');
  if (scheme.test(written) || (base === undefined && absolute.test(written))) return written;
  if (base !== undefined && absolute.test(written)) return `${base}/${steps.replace(/^\//, '')}`;
  return normalize(prefixOf(folder) + steps);
}

/** A path relative to a folder, in the plain form that people write; the path itself where it lies elsewhere. */
export function relativeTo(folder: string, path: string): string {
  if (!isBelow(folder, path)) return path;
  const rest = path.slice(prefixOf(folder).length);
  return scheme.test(path) ? decode(rest) : rest;
}

/** True for what lies in a folder, at any depth. */
export function isBelow(folder: string, path: string): boolean {
  const prefix = prefixOf(folder);
  return (
    path.startsWith(prefix) &&
    path.length > prefix.length &&
    !(prefix === '' && (absolute.test(path) || path.startsWith('../')))
  );
}

function prefixOf(folder: string): string {
  return folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
}

function normalize(path: string): string {
  const root = rootOf(path);
  const steps: string[] = [];
  for (const step of path.slice(root.length).split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step === '..' && root !== '') continue;
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return root + steps.join('/');
}

function rootOf(path: string): string {
  const base = scheme.exec(path)?.[0] ?? '';
  const drive = /^(?:\/\/[^/]+\/|(?:[a-z]:)?\/?)/i.exec(path.slice(base.length))?.[0] ?? '';
  return base + (drive === '' && base !== '' ? '' : drive);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
