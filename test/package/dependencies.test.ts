// What is installed to build and test: exact versions, locked, without a script that runs when it is installed.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readProjectFile, root } from '../project';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const read = (path: string): unknown => JSON.parse(readProjectFile(path));

const manifests = ['', 'test/e2e/host/'].map((folder) => [folder || 'the root', folder] as const);

/** They choose or compile a program for this machine, and the build and the tests work without it. */
const mayRunScripts = ['@vscode/vsce-sign', 'esbuild', 'fsevents', 'keytar'];

describe.each(manifests)('the packages of %s', (_, folder) => {
  const { dependencies, devDependencies, optionalDependencies } = read(`${folder}package.json`) as Manifest;
  const { packages } = read(`${folder}package-lock.json`) as { packages: Readonly<Record<string, Locked>> };
  const locked = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);

  it('are named with exact versions', () => {
    const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it('are locked with a checksum and without an address', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });
});

it('none that is locked runs a script when it is installed, but the known ones', () => {
  const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
  const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = running.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(names.filter((name) => !mayRunScripts.includes(name))).toEqual([]);
});

it('our own package runs no script when it is installed, and needs no other package', () => {
  const { scripts = {}, dependencies = {} } = read('package.json') as Manifest;
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|uninstall|prepare)$/.test(name))).toEqual([]);
  expect(dependencies).toEqual({});
});

it('the npm package contains the notices of what is bundled', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { cwd: root, encoding: 'utf8' }),
  ) as [{ files: { path: string }[] }];
  expect(packed.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['LICENSE', 'THIRD_PARTY_NOTICES.txt', 'dist/cli.js']),
  );
});
