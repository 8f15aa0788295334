// The one place that decides which files a configuration may read. The server asks before it reads, and the client asks again
// before it serves a read.
import { parentOf, resolvePath } from './paths';

/** The largest configuration, pack or suppression file, in bytes. */
export const largestSettingsFile = 4 * 1024 * 1024;

export type Refusal = keyof typeof reasons;

const reasons = {
  network: 'it is on another computer',
  elsewhere: 'it is in another file system than the letter',
  outside: 'it is outside the workspace folder or repository',
  kind: 'it is not a regular file',
  size: 'it is larger than 4 MiB',
} as const;

/** A file that is there or may be there, but must not be read. `message` ends a sentence: `it is larger than 4 MiB`. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(reasons[refusal]);
    this.refusal = refusal;
  }
}

/** Resolves a path that a configuration in `folder` names; refuses one that leads out of `root`, a path or URI of a folder. */
export function reach(written: string, folder: string, root: string): string | RefusedError {
  const path = resolvePath(folder, written);
  const refusal = refusalOf(path, root);
  return refusal ? new RefusedError(refusal) : path;
}

/** Lists the folder of a file and those above it, up to `root`; none for a file that is not in `root`. */
export function* foldersUpTo(file: string, root: string): Generator<string> {
  for (let folder = parentOf(file); folder !== undefined && isInside(folder, root); folder = parentOf(folder))
    yield folder;
}

/**
 * Returns why an address must not be read from within `root`, or undefined when it may be. Compares scheme, authority and folders,
 * and resolves `..` and percent-encoding. Pure: the host must resolve links and ask again with real paths.
 */
export function refusalOf(address: string, root: string): Refusal | undefined {
  const [target, base] = [parse(address), parse(root)];
  if (!target || !base) return 'outside';
  if (target.isOfFiles && target.authority !== '' && target.authority !== base.authority) return 'network';
  if (target.scheme !== base.scheme || target.authority !== base.authority) return 'elsewhere';
  return base.steps.every((step, i) => step === target.steps[i]) ? undefined : 'outside';
}

/** Returns whether an address is the folder `root` or something in it, at any depth. */
export function isInside(address: string, root: string): boolean {
  return refusalOf(address, root) === undefined;
}

interface Address {
  /** In lower case; empty for a plain path such as `C:/letters`. */
  readonly scheme: string;
  /** In lower case; the computer of a UNC path. */
  readonly authority: string;
  /** Decoded and without `.` and `..`; the first is empty for an absolute path. */
  readonly steps: readonly string[];
  /** A plain path or a `file:` URI, whose authority is another computer. */
  readonly isOfFiles: boolean;
}

/** Returns undefined for an address that climbs above its root, or that two programs could read in two ways. */
function parse(address: string): Address | undefined {
  const uri = /^([a-z][a-z0-9+.-]+):(?:\/\/([^/]*))?(|\/.*)$/is.exec(address);
  const [, scheme = '', host = '', path = ''] = uri ?? ['', '', '', address];
  const isUri = uri !== null;
  const unsafe = isUri ? /[?#\\\0]/ : /\0/;
  if (unsafe.test(path)) return undefined;
  const network = /^\/{2,}([^/]*)(.*)$/s.exec(path);
  const authority = decode(network ? (network[1] ?? '') : host);
  const steps = resolveSteps((network?.[2] ?? path).split('/').map((step) => (isUri ? decode(step) : step)));
  if (authority === undefined || steps === undefined) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    authority: authority.toLowerCase(),
    steps,
    isOfFiles: !isUri || scheme.toLowerCase() === 'file' || network !== null,
  };
}

/** Folds the case of a drive letter, about which editors do not agree. */
function resolveSteps(written: readonly (string | undefined)[]): string[] | undefined {
  const steps: string[] = [];
  for (const step of written) {
    if (step === undefined) return undefined;
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  const folded = steps.map((step, i) => (i === 0 && /^[a-z]:$/i.test(step) ? step.toLowerCase() : step));
  return written[0] === '' ? ['', ...folded] : folded;
}

/** Returns undefined for broken percent-encoding, and for a step that would be more than one after decoding. */
function decode(step: string): string | undefined {
  try {
    const decoded = decodeURIComponent(step);
    return /[/\\\0]/.test(decoded) ? undefined : decoded;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
