import { describe, expect, it } from 'vitest';
import { isInside, type Refusal, RefusedError, reach, refusalOf } from '../../server/src/workspace/reach';

/** What comes of a path that the configuration in `folder` names: the address to read, or why there is none. */
function reached(written: string, folder: string, root: string): string {
  const path = reach(written, folder, root);
  return path instanceof RefusedError ? path.refusal : path;
}

describe('a path in a configuration', () => {
  it.each([
    // written, folder of the configuration, root, expected
    ['./house.yaml', '/ws/letters', '/ws', '/ws/letters/house.yaml'],
    ['../team/base.yaml', '/ws/letters', '/ws', '/ws/team/base.yaml'],
    ['..\\team\\base.yaml', '/ws/letters', '/ws', '/ws/team/base.yaml'],
    ['/ws/base.yaml', '/ws/letters', '/ws', '/ws/base.yaml'],
    ['a/../../../x.yaml', '/ws/letters', '/ws', 'outside'],
    ['../../../../etc/passwd', '/ws/letters', '/ws', 'outside'],
    ['/dev/zero', '/ws', '/ws', 'outside'],
    ['../ws-private/x.yaml', '/ws', '/ws', 'outside'],
    ['%2e%2e/x.yaml', '/ws', '/ws', '/ws/%2e%2e/x.yaml'],
    ['//server/share/x.yaml', '/ws', '/ws', 'network'],
    ['\\\\server\\share\\x.yaml', '/ws', '/ws', 'network'],
    ['\\\\?\\C:\\x.yaml', 'C:/ws', 'C:/ws', 'network'],
    ['\\\\.\\pipe\\x', 'C:/ws', 'C:/ws', 'network'],
    ['https://example.org/x.yaml', '/ws', '/ws', 'elsewhere'],
    ['file:///ws/x.yaml', '/ws', '/ws', 'elsewhere'],
    ['C:\\ws\\x.yaml', 'c:/ws', 'c:/ws', 'C:/ws/x.yaml'],
    ['D:\\ws\\x.yaml', 'C:/ws', 'C:/ws', 'outside'],
    ['C:/Windows/win.ini', 'C:/ws', 'C:/ws', 'outside'],
    ['x.yaml', '//server/share/ws', '//server/share/ws', '//server/share/ws/x.yaml'],
    ['x\0.yaml', '/ws', '/ws', 'outside'],

    ['./house.yaml', 'file:///ws', 'file:///ws', 'file:///ws/house.yaml'],
    ['%2e%2e/x.yaml', 'file:///ws', 'file:///ws', 'file:///ws/%252e%252e/x.yaml'],
    ['file:///ws/x.yaml', 'file:///ws', 'file:///ws', 'file:///ws/x.yaml'],
    ['FILE:///ws/x.yaml', 'file:///ws', 'file:///ws', 'FILE:///ws/x.yaml'],
    ['file:///ws/../etc/passwd', 'file:///ws', 'file:///ws', 'outside'],
    ['file:///ws/%2e%2e/etc/passwd', 'file:///ws', 'file:///ws', 'outside'],
    ['file:///ws/%2E%2E%2Fetc/passwd', 'file:///ws', 'file:///ws', 'outside'],
    ['file:///ws/..%5c..%5cx', 'file:///ws', 'file:///ws', 'outside'],
    ['file:///ws/x.yaml?y', 'file:///ws', 'file:///ws', 'outside'],
    ['file:///ws/%E0%A4%A/x.yaml', 'file:///ws', 'file:///ws', 'outside'],
    ['/etc/passwd', 'file:///ws', 'file:///ws', 'outside'],
    ['file://host/share/x.yaml', 'file:///ws', 'file:///ws', 'network'],
    ['file://HOST/ws/x.yaml', 'file:///ws', 'file:///ws', 'network'],
    ['file:////server/share/x.yaml', 'file:///ws', 'file:///ws', 'network'],
    ['//server/share/x.yaml', 'file:///ws', 'file:///ws', 'network'],
    ['\\\\server\\share\\x.yaml', 'file:///c%3A/ws', 'file:///c%3A/ws', 'network'],
    ['https://example.org/x.yaml', 'file:///ws', 'file:///ws', 'elsewhere'],
    ['vscode-vfs://github/a/x.yaml', 'file:///ws', 'file:///ws', 'elsewhere'],
    ['vscode-remote://ssh-remote%2Bhost/ws/x.yaml', 'file:///ws', 'file:///ws', 'elsewhere'],
    ['C:/ws/x.yaml', 'file:///c%3A/ws', 'file:///c:/ws', 'file:///C%3A/ws/x.yaml'],
    ['D:/x.yaml', 'file:///c%3A/ws', 'file:///c%3A/ws', 'outside'],
    ['x.yaml', 'file://server/share/ws', 'file://server/share/ws', 'file://server/share/ws/x.yaml'],

    [
      'my base.yaml',
      'vscode-vfs://github/a%20b',
      'vscode-vfs://github/a b',
      'vscode-vfs://github/a%20b/my%20base.yaml',
    ],
    ['../x.yaml', 'vscode-vfs://github/a/b', 'vscode-vfs://github/a/b', 'outside'],
    ['vscode-vfs://GitHub/a/x.yaml', 'vscode-vfs://github/a', 'vscode-vfs://github/a', 'vscode-vfs://GitHub/a/x.yaml'],
    ['vscode-vfs://gitlab/a/x.yaml', 'vscode-vfs://github/a', 'vscode-vfs://github/a', 'elsewhere'],
    ['file:///a/x.yaml', 'vscode-vfs://github/a', 'vscode-vfs://github/a', 'elsewhere'],
    ['file://host/a/x.yaml', 'vscode-vfs://github/a', 'vscode-vfs://github/a', 'network'],
    ['//server/share/x.yaml', 'vscode-vfs://github/a', 'vscode-vfs://github/a', 'network'],

    ['x.yaml', 'memfs:/a', 'memfs:///a', 'memfs:/a/x.yaml'],
    ['../x.yaml', 'memfs:/a', 'memfs:/a', 'outside'],
    ['%2e%2e/x.yaml', 'memfs:/a', 'memfs:/a', 'memfs:/a/%252e%252e/x.yaml'],
    ['memfs:/a/%2e%2e/x.yaml', 'memfs:/a', 'memfs:/a', 'outside'],
    ['file:/a/x.yaml', 'memfs:/a', 'memfs:/a', 'elsewhere'],
    ['//server/share/x.yaml', 'memfs:/a', 'memfs:/a', 'elsewhere'],
  ])('%j in %s, within %s: %s', (written, folder, root, expected) => {
    expect(reached(written, folder, root)).toBe(expected);
  });

  it('is refused in words that fit into a line of the Problems list', () => {
    for (const refusal of ['network', 'elsewhere', 'outside', 'kind', 'size'] satisfies Refusal[]) {
      expect(
        `The pack "../../shared/house.yaml" is not read: ${new RefusedError(refusal).message}.`.length,
      ).toBeLessThan(111);
    }
  });
});

describe('an address', () => {
  it.each([
    ['/ws', '/ws', true],
    ['/ws/', '/ws', true],
    ['/ws/a/b', '/ws/', true],
    ['/wsx', '/ws', false],
    ['/WS/a', '/ws', false],
    ['ws/a', '/ws', false],
    ['/any/where', '/', true],
    ['file:///c%3A/ws/a', 'file:///C:/ws', true],
    ['vscode-remote://wsl%2Bubuntu/ws/a', 'vscode-remote://wsl+ubuntu/ws', true],
    ['untitled:Untitled-1', 'file:///ws', false],
    ['', 'untitled:Untitled-1', false],
  ])('%s is inside of %s: %s', (address, root, expected) => {
    expect(isInside(address, root)).toBe(expected);
  });

  it('is never let out by any spelling of steps', () => {
    for (const up of ['..', '%2e%2e', '%2E.', '.%2e', './..', '..%2f', '..%5c', '..\\']) {
      expect(refusalOf(`file:///ws/a/${up}/${up}/${up}/etc/x`, 'file:///ws')).toBe('outside');
    }
  });
});
