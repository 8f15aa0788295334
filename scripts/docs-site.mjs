// `npm run docs:site`: builds the documentation site into dist/site. `-- --check` also tests it in Chromium, `-- --serve` serves it.
// Its pages are docs/*.md, the rules, SECURITY.md, CHANGELOG.md, and a reference made from the types of the library.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, root, run } from './install.mjs';

const site = join(root, 'docs/site');
const pages = join(root, 'dist/site-pages');

/** Pages from outside of docs, and those of another name on the site. Paths of the repository, and of the site. */
const renamed = {
  'SECURITY.md': 'security.md',
  'CHANGELOG.md': 'changelog.md',
  'test/fuzz/report.md': 'fuzz-report.md',
  'docs/rules/README.md': 'rules/index.md',
  'docs/api/imr-determinations.api.md': 'api/imr-determinations.md',
};

async function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, serve: { type: 'boolean' } } });
  installPackages();
  installPackages(site);
  run('npm', ['run', '--silent', 'build']);
  run('npm', ['run', '--silent', 'api']);
  collectPages();
  // Only now: API Extractor is one of the packages that may just have been installed.
  const { modelPath } = await import('./api-report.mjs');
  writeReference(dirname(join(root, modelPath)));
  const vitepress = join(site, 'node_modules/vitepress/bin/vitepress.js');
  run(process.execPath, [vitepress, 'build', 'docs/site']);
  if (values.check) run(process.execPath, [join(site, 'test/site.mjs')]);
  if (values.serve) run(process.execPath, [vitepress, 'preview', 'docs/site']);
}

/** Copies what the repository shows as files into one folder of pages, and points links at the places there. */
function collectPages() {
  rmSync(pages, { recursive: true, force: true });
  const docs = readdirSync(join(root, 'docs'), { recursive: true }).map((name) => `docs/${name.replaceAll('\\', '/')}`);
  for (const path of [...docs, ...Object.keys(renamed)]) {
    if (/^docs\/(?:site|api)\b/.test(path)) continue;
    if (path.endsWith('.md')) write(placeOf(path), withLinks(path, readFileSync(join(root, path), 'utf8')));
    else if (/\.(?:png|json|lua|py)$/.test(path)) write(`public/${placeOf(path)}`, readFileSync(join(root, path)));
  }
}

/** Where the site has a file of the repository; undefined where it has none. */
function placeOf(path) {
  return renamed[path] ?? (path.startsWith('docs/') ? path.slice('docs/'.length) : undefined);
}

/** The text of a page with its relative links as the site's. A link that leads nowhere is left for VitePress to report. */
function withLinks(path, text) {
  return text.replace(/\]\((?!<?[a-z]+:)([^)#\s]+)/g, (link, target) => {
    const place = placeOf(posix.join(posix.dirname(path), target));
    return place === undefined ? link : `](/${place}`;
  });
}

function write(place, content) {
  mkdirSync(dirname(join(pages, place)), { recursive: true });
  writeFileSync(join(pages, place), content);
}

/** Writes the pages of the library's types from the folder of their model. */
function writeReference(input) {
  const documenter = join(site, 'node_modules/@microsoft/api-documenter/bin/api-documenter');
  const output = join(pages, 'api');
  run(process.execPath, [documenter, 'markdown', '--input-folder', input, '--output-folder', output], {
    stdio: 'ignore',
  });
  // The documenter begins with a heading of the second level.
  for (const name of readdirSync(output)) {
    const text = readFileSync(join(output, name), 'utf8');
    writeFileSync(join(output, name), text.replace(/^## /m, '# '));
  }
}

await main();
