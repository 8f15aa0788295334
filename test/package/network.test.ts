// No bundle that ships opens a network connection, whatever it was made of. Letters are medical records.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../project';

/** Every script that ships in the extension or the npm package, from `dist`. `npm test` has just built it for production. */
function shippedScripts(): readonly string[] {
  const folders = ['.', 'server', 'cli', 'browser', 'webviews'].filter((name) => existsSync(join(root, 'dist', name)));
  return folders.flatMap((folder) =>
    readdirSync(join(root, 'dist', folder))
      .filter((name) => /\.[cm]?js$/.test(name))
      .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  );
}

/** Global names that open connections. */
const names = /(?<![\w$.'"`-])(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon)\b/g;
/** Modules of Node that do, as an argument or behind `from`. */
const modules = /(?:\(|\bfrom ?)["'`](?:node:)?(https?|http2|net|tls|dgram|dns)(?:\/promises)?["'`]/g;

/** The LSP transports `--socket` and `--pipe`, to a client that asked for them: sockets of this machine. */
const mayUseSockets = /^(?:client\.js|server\/chunk-\w+\.js)$/;

function reachesIn(script: string, text: string): readonly string[] {
  const found = [...text.matchAll(names)].map(([name]) => name);
  for (const [, name = ''] of text.matchAll(modules))
    if (name !== 'net' || !mayUseSockets.test(script)) found.push(`the module ${name}`);
  return [...found, ...callsOfFetch(text)];
}

/** Calls, not methods of that name: behind those stands a body. */
function callsOfFetch(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w$.])fetch\s*\(/g)].flatMap(({ index, 0: start }) => {
    let depth = 1;
    let at = index + start.length;
    for (; depth > 0 && at < text.length; at++) depth += Number(text[at] === '(') - Number(text[at] === ')');
    return /^\s*\{/.test(text.slice(at, at + 20)) ? [] : [text.slice(index, index + 60)];
  });
}

describe('the bundles', () => {
  const scripts = shippedScripts();

  it('are all there', () => {
    const some = ['client.js', 'server.js', 'server-worker.js', 'cli.js', 'library.cjs', 'browser/server-worker.js'];
    expect(scripts).toEqual(expect.arrayContaining(some));
  });

  it.each(scripts)('%s reaches for nothing', (script) => {
    expect(reachesIn(script, readFileSync(join(root, 'dist', script), 'utf8'))).toEqual([]);
  });

  it('would be caught', () => {
    expect(reachesIn('a.js', 'x=fetch(y(1),{})')).toHaveLength(1);
    expect(reachesIn('a.js', 'new WebSocket(a)')).toHaveLength(1);
    expect(reachesIn('a.js', 'a=r("net")')).toHaveLength(1);
    expect(reachesIn('a.js', 'import b from"node:https"')).toHaveLength(1);
    expect(reachesIn('a.js', 'class A{fetch(a,b=c()){return 1}}')).toEqual([]);
  });
});
