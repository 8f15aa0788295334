// `npm run notices`: writes THIRD_PARTY_NOTICES.txt from the licenses of all packages of which something is in a bundle that ships, and of
// the word lists. A test holds the file to what this writes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from '../esbuild.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'THIRD_PARTY_NOTICES.txt');

/** Packages that the build reads data from; no bundle shows that. */
const dataPackages = ['@cspell/dict-en_us', 'wink-eng-lite-web-model'];

const head = `Third-party notices

The extension, the command line and the library contain code and data of the packages below, under their licenses. Where a package
offers a choice, the license other than the GPL is meant.
`;

/** Every package that ships, once for each version: name, version, license as its manifest states it, and the license's text. */
export async function shippedPackages() {
  const folders = [
    ...(await bundledPackages()).map(({ folder }) => folder),
    ...dataPackages.map((name) => `node_modules/${name}`),
  ];
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    packages.set(`${name} ${version}`, { name, version, license, text: licenseText(join(root, folder)) });
  }
  return [...packages.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The text of THIRD_PARTY_NOTICES.txt. */
export function noticesText(packages) {
  const rule = '-'.repeat(80);
  const parts = packages.map(
    ({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n\n${text}\n`,
  );
  return [head, ...parts].join('\n');
}

/** The file of a package with its license, or that section of its README. Throws if it has neither. */
function licenseText(folder) {
  const names = readdirSync(folder).filter((name) => /^(?:licen[sc]e|notice)/i.test(name));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  const readme = readdirSync(folder).find((name) => /^readme/i.test(name));
  const [, section] = /^#+ licen[sc]e\s*$(.+)/ims.exec(readme ? readFileSync(join(folder, readme), 'utf8') : '') ?? [];
  if (texts.length === 0 && section === undefined) throw new Error(`${folder} does not contain its license`);
  return (texts.length > 0 ? texts.join('\n') : section)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, noticesText(await shippedPackages()));
