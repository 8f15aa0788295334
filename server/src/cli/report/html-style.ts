/** The style of the HTML report: light and dark according to the reader's system, and for print. Color is never the only sign. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1c2328; --paper: #fff; --line: #d5dbe0; --soft: #f4f6f8; --quiet: #5a6771;
  --error: #b3261e; --warning: #8a5a00; --information: #1f5f99; --hint: #5a6771; --upheld: #4a5f73; --overturned: #2e7d57; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaed; --paper: #14191d; --line: #36414a; --soft: #1d242a; --quiet: #9aa7b1;
    --error: #ff8a80; --warning: #f0b84c; --information: #7fb9ee; --hint: #9aa7b1; --upheld: #9db4c9; --overturned: #7ccba2; }
}
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; overflow-wrap: anywhere; }
p.about, .place, figcaption, footer { color: var(--quiet); }
dl.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
dl.tiles div { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem; min-width: 6rem; }
dl.tiles dt { color: var(--quiet); font-size: .85rem; }
dl.tiles dd { margin: 0; font-size: 1.6rem; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 1.5rem; }
figure { margin: 0; }
figcaption { font-weight: 600; margin-bottom: .25rem; }
svg { width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 12.5px; dominant-baseline: middle; }
svg text.label { text-anchor: end; }
svg .error { fill: var(--error); } svg .warning { fill: var(--warning); } svg .information { fill: var(--information); }
svg .hint { fill: var(--hint); } svg .upheld { fill: var(--upheld); } svg .overturned { fill: var(--overturned); }
svg .none { fill: var(--line); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.path { overflow-wrap: anywhere; min-width: 14rem; }
td:not(.path) { white-space: nowrap; }
a { color: inherit; }
ol.problems { list-style: none; margin: 0; padding: 0; }
ol.problems li { border-left: 4px solid var(--line); background: var(--soft); padding: .5rem .75rem; margin: .5rem 0;
  break-inside: avoid; }
li.error { border-color: var(--error) !important; } li.warning { border-color: var(--warning) !important; }
li.information { border-color: var(--information) !important; }
.severity { font-weight: 600; }
li.error .severity { color: var(--error); } li.warning .severity { color: var(--warning); }
li.information .severity { color: var(--information); }
ol.problems p { margin: .25rem 0; overflow-wrap: anywhere; }
blockquote { margin: .35rem 0 0; padding-left: .75rem; border-left: 2px solid var(--line); color: var(--quiet); }
mark { background: #ffe08a; color: #1c2328; border-radius: 2px; }
[hidden] { display: none !important; }
.filter { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; margin: .5rem 0; }
.filter input, .filter select, th button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--quiet);
  border-radius: 4px; padding: .15rem .4rem; }
th button { background: none; border-color: transparent; padding: 0; font-weight: 600; cursor: pointer; }
th[aria-sort=ascending] button::after { content: " \\25b2"; } th[aria-sort=descending] button::after { content: " \\25bc"; }
details { content-visibility: auto; contain-intrinsic-size: auto 3rem; }
summary { cursor: pointer; margin-top: 1rem; }
summary h2 { display: inline; margin: 0; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #bbb; --soft: #fff; --quiet: #444;
    --error: #b3261e; --warning: #8a5a00; --information: #1f5f99; --hint: #444; --upheld: #4a5f73; --overturned: #2e7d57; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .filter { display: none; }
  details { content-visibility: visible; }
  summary { break-after: avoid; list-style: none; }
  thead { display: table-header-group; }
  tr, svg { break-inside: avoid; }
}
footer { margin-top: 3rem; font-size: .85rem; }
`;
