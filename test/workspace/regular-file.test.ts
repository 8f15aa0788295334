// What is no regular file of the folder, on a real disk.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegularFile } from '../../server/src/disk/regular-file';
import { openFiles } from '../../server/src/node/files';
import { loadWorkspaceSettings } from '../../server/src/workspace/settings';

let top: string;
let folder: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'imr-reach-'));
  folder = join(top, 'ws');
  mkdirSync(join(folder, 'letters'), { recursive: true });
  writeFileSync(join(folder, 'a.yaml'), 'rules: {}');
  writeFileSync(join(top, 'secret.yaml'), 'rules: {}');
});
afterEach(() => rmSync(top, { recursive: true }));

/** The text of a file in the folder, or why it is refused. */
async function read(name: string, largest = 100): Promise<string | undefined> {
  try {
    const bytes = await readRegularFile(join(folder, name), { within: folder, largest });
    return bytes && new TextDecoder().decode(bytes);
  } catch (error) {
    return (error as { refusal?: string }).refusal ?? String(error);
  }
}

describe('a file', () => {
  it('of the folder is read, also by a link within the folder', async () => {
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'letters/link.yaml'));
    symlinkSync(folder, join(top, 'linked-folder'));
    expect([await read('a.yaml'), await read('letters/link.yaml')]).toEqual(['rules: {}', 'rules: {}']);
    const byLink = { within: join(top, 'linked-folder'), largest: 100 };
    expect(await readRegularFile(join(folder, 'a.yaml'), byLink)).toHaveLength(9);
  });

  it('that is not there is no error', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.yaml'));
    expect([await read('none.yaml'), await read('a.yaml/none'), await read('dangling.yaml')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('outside of the folder is refused, by whatever link it is reached', async () => {
    symlinkSync(join(top, 'secret.yaml'), join(folder, 'link.yaml'));
    symlinkSync(top, join(folder, 'up'));
    expect([await read('link.yaml'), await read('up/secret.yaml'), await read('../secret.yaml')]).toEqual([
      'outside',
      'outside',
      'outside',
    ]);
  });

  it('is read up to a size', async () => {
    expect([await read('a.yaml', 9), await read('a.yaml', 8)]).toEqual(['rules: {}', 'size']);
  });
});

describe.skipIf(process.platform === 'win32')('what is no regular file', () => {
  it('is refused: a folder, a FIFO, a socket, a device', async () => {
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect([await read('letters'), await read('fifo'), await read('socket')]).toEqual(['kind', 'kind', 'kind']);
    await new Promise((resolve) => server.close(resolve));
    await expect(readRegularFile('/dev/zero', { within: null, largest: 100 })).rejects.toMatchObject({
      refusal: 'kind',
    });
  });

  it('is told at its line by the server, and does not hold it up', async () => {
    execFileSync('mkfifo', [join(folder, 'fifo.yaml')]);
    symlinkSync('/dev/zero', join(folder, 'zero.yaml'));
    writeFileSync(join(folder, '.imr.yaml'), 'packs: [fifo.yaml, zero.yaml, letters]\nextends: [./fifo.yaml]\n');
    const files = openFiles();
    const uri = (name: string) => pathToFileURL(join(folder, name)).href;
    const { problems } = await loadWorkspaceSettings(
      { readFile: (path, limits) => files.read(path, limits) },
      uri('letters/a.txt'),
      { root: pathToFileURL(folder).href },
    );
    expect(problems.map(({ problem }) => problem.message)).toEqual([
      '"./fifo.yaml" is not read: it is not a regular file.',
      'The pack "fifo.yaml" is not read: it is not a regular file.',
      'The pack "zero.yaml" is not read: it is outside the workspace folder or repository.',
      'The pack "letters" is not read: it is not a regular file.',
    ]);
  });
});

describe('the files of the server', () => {
  it('are those of this machine, in the folder, and no share', async () => {
    const { read: readUri } = openFiles();
    const limits = { within: pathToFileURL(folder).href, largest: 100 };
    expect(await readUri(pathToFileURL(join(folder, 'a.yaml')).href, limits)).toHaveLength(9);
    const refusalOf = (uri: string) =>
      readUri(uri, limits).then(
        () => 'read',
        (error) => error.refusal,
      );
    expect(await refusalOf('file://host/share/x.yaml')).toBe('network');
    expect(await refusalOf(pathToFileURL(join(top, 'secret.yaml')).href)).toBe('outside');
    expect(await readUri('https://example.org/x.yaml', limits)).toBeUndefined();
  });
});
