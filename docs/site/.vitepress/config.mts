import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

// Links to files of these types lead to the file, not to a page.
process.env.VITE_EXTRA_EXTENSIONS = 'lua,py';

const rules = [
  ...readFileSync('docs/rules/README.md', 'utf8').matchAll(/^(?:## (.+)|\| \[(IMR\d+)\]\(\S+\) \| (\S+) \|.*)$/gm),
];

/** The rules by group, in the order of their index page. */
function ruleGroups() {
  const groups: { text: string; items: { text: string; link: string }[] }[] = [];
  for (const [, group, code, name] of rules) {
    if (group) groups.push({ text: group, items: [] });
    else groups.at(-1)?.items.push({ text: `${code} ${name}`, link: `/rules/${code}` });
  }
  return groups;
}

export default defineConfig({
  title: 'IMR Determination Letters',
  description: 'Write and check Independent Medical Review determination letters.',
  lang: 'en-US',
  srcDir: '../../dist/site-pages',
  outDir: '../../dist/site',
  vite: { worker: { format: 'es' } },
  head: [
    [
      'meta',
      {
        'http-equiv': 'Content-Security-Policy',
        // Nothing that is pasted into the check page can leave it.
        content:
          "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'none'",
      },
    ],
  ],
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Get started', link: '/getting-started' },
      { text: 'Rules', link: '/rules/' },
      { text: 'Check a letter', link: '/check' },
    ],
    sidebar: {
      '/rules/': [{ text: 'Rules', items: [{ text: 'All rules', link: '/rules/' }] }, ...ruleGroups()],
      '/': [
        {
          text: 'Guide',
          items: [
            { text: 'Getting started', link: '/getting-started' },
            { text: 'In the editor', link: '/editor' },
            { text: 'Check a letter', link: '/check' },
            { text: 'Command line', link: '/cli' },
            { text: 'Guidelines and packs', link: '/packs' },
            { text: 'Pipelines', link: '/pipelines' },
            { text: 'Letters on a cluster', link: '/distributed' },
            { text: 'Other editors', link: '/other-editors' },
            { text: 'Troubleshooting', link: '/troubleshooting' },
            { text: 'Glossary', link: '/glossary' },
          ],
        },
        {
          text: 'Reference',
          items: [
            { text: 'Settings', link: '/settings' },
            { text: 'Commands', link: '/commands' },
            { text: 'Library', link: '/library' },
            { text: 'API', link: '/api/imr-determinations' },
            { text: 'Privacy and security', link: '/security' },
            { text: 'Reliability', link: '/reliability' },
            { text: 'Changes', link: '/changelog' },
          ],
        },
      ],
    },
  },
});
