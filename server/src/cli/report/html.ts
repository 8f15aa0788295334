import type { Problem, Severity } from '../../core/index';
import type { Summary } from '../../documents/generated/documents';
import { absolutePath, shownPath } from '../files/paths';
import { escapeXml, toUri } from './escape';
import { type Bar, barChart } from './html-chart';
import { problemItem } from './html-problem';
import { htmlScript, htmlScriptHash } from './html-script';
import { htmlStyle } from './html-style';
import { type CreateReport, counted, countsInWords, isLetter, type LetterFile, type ReportedFile } from './report';

/**
 * A self-contained page: one script of its own, no other file, nothing from the network. Letters with the most open points (errors,
 * then warnings) come first. Paths below the current folder are relative.
 */
export const createHtmlReport: CreateReport = ({ version }) => {
  const files: ReportedFile[] = [];
  return {
    start: () => '',
    file(file) {
      files.push({ ...file, path: shownPath(absolutePath(file.path)) });
      return '';
    },
    end: (summary, unread) => page(files, summary, unread, version),
  };
};

function page(files: readonly ReportedFile[], summary: Summary, unread: readonly string[], version: string): string {
  const sorted = files.toSorted(byOpenPoints);
  const letters = sorted.filter(isLetter);
  const isLong = files.length > mostOpen;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${htmlScriptHash()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>IMR letters: ${escapeXml(countsInWords(summary))}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>Independent Medical Review letters</h1>
<p class="about">Checked on ${new Date().toISOString().slice(0, 10)} by imr ${escapeXml(version)}: ${escapeXml(countsInWords(summary))}.</p>
</header>
<main>
${tiles(letters, summary)}
${unreadList(unread)}
<div class="charts">
${barChart('Decisions by outcome', outcomeBars(letters))}
${barChart('Letters by their most serious finding', letterBars(letters))}
${barChart('Findings by rule', ruleBars(files))}
</div>
${overview(letters)}
<div id="sections">
${sorted.map((file) => fileSection(file, isLong)).join('')}</div>
</main>
<footer>What was checked and passed is not shown; imr explain CODE tells what a rule asks for and why.</footer>
<script>${htmlScript}</script>
</body>
</html>
`;
}

function tiles(letters: readonly LetterFile[], summary: Summary): string {
  const decisions = letters.reduce((sum, { letter }) => sum + letter.decisions.length, 0);
  const counts: readonly (readonly [string, number])[] = [
    ['Letters', summary.files],
    ['Decisions', decisions],
    ['Errors', summary.errors],
    ['Warnings', summary.warnings],
    ['Notes', summary.information],
    ...(summary.hints > 0 ? [['Hints', summary.hints] as const] : []),
  ];
  const shown = counts.map(([name, count]) => `<div><dt>${name}</dt><dd>${count}</dd></div>`);
  return `<dl class="tiles">${shown.join('')}</dl>`;
}

function unreadList(unread: readonly string[]): string {
  if (unread.length === 0) return '';
  const items = unread.map(
    (message) => `<li class="error"><span class="severity">✖ unread</span> ${escapeXml(message)}</li>`,
  );
  return `<h2>Could not be read</h2><ol class="problems">${items.join('')}</ol>`;
}

function outcomeBars(letters: readonly LetterFile[]): Bar[] {
  const outcomes = letters.flatMap(({ letter }) => letter.decisions.map(({ outcome }) => outcome));
  const count = (outcome: (typeof outcomes)[number]): number => outcomes.filter((each) => each === outcome).length;
  return [
    { label: 'Upheld', value: count('Upheld'), tone: 'upheld' },
    { label: 'Overturned', value: count('Overturned'), tone: 'overturned' },
    { label: 'No or another outcome', value: count(null), tone: 'none' },
  ];
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const nouns: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

/** In longer lists, the letters start collapsed. */
const mostOpen = 20;

function count(problems: readonly Problem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** The most errors first, then the most warnings; equal ones keep their order. */
function byOpenPoints(a: ReportedFile, b: ReportedFile): number {
  const by = (severity: Severity): number => count(b.problems, severity) - count(a.problems, severity);
  return by('error') || by('warning');
}

function worstOf(problems: readonly Problem[]): Severity | undefined {
  return severities.find((severity) => problems.some((problem) => problem.severity === severity));
}

function letterBars(letters: readonly LetterFile[]): Bar[] {
  const worst = letters.map(({ problems }) => worstOf(problems));
  const bars = severities.map((severity) => ({
    label: nouns[severity],
    value: worst.filter((each) => each === severity).length,
    tone: severity,
  }));
  const clean = { label: 'nothing found', value: worst.filter((each) => each === undefined).length, tone: 'none' };
  return [...bars.filter(({ value }) => value > 0), clean];
}

const mostRules = 16;

function ruleBars(files: readonly ReportedFile[]): Bar[] {
  const counts = new Map<string, { label: string; value: number; tone: string }>();
  for (const { code, rule, severity } of files.flatMap(({ problems }) => problems)) {
    const bar = counts.get(code) ?? { label: `${code} ${rule}`, value: 0, tone: severity };
    bar.value++;
    counts.set(code, bar);
  }
  const bars = [...counts.values()].sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
  const rest = bars.slice(mostRules).reduce((sum, { value }) => sum + value, 0);
  return [...bars.slice(0, mostRules), ...(rest > 0 ? [{ label: 'other rules', value: rest, tone: 'none' }] : [])];
}

function overview(letters: readonly LetterFile[]): string {
  const rows = letters.map(({ path, letter, problems }) => {
    const { caseNumber, form, decisions } = letter;
    const name = problems.length > 0 ? `<a href="#${idOf(path)}">${escapeXml(path)}</a>` : escapeXml(path);
    const [errors, warnings, notes] = (['error', 'warning', 'information'] as const).map((each) =>
      count(problems, each),
    );
    const numbers = [decisions.length, errors, warnings, notes];
    const open = (errors ?? 0) + (warnings ?? 0);
    const section = problems.length > 0 ? ` data-section="${idOf(path)}"` : '';
    return `<tr data-errors="${errors}" data-open="${open}"${section}><td class="path">${name}</td><td>${escapeXml(caseNumber)}</td><td>${escapeXml(form)}</td>${numbers
      .map((number) => `<td class="number">${number}</td>`)
      .join('')}</tr>`;
  });
  const heads = ['Letter', 'Case', 'Form'].map((name) => `<th scope="col">${name}</th>`);
  const numberHeads = ['Decisions', 'Errors', 'Warnings', 'Notes'].map(
    (name) => `<th scope="col" class="number">${name}</th>`,
  );
  return `<h2>Letters</h2>
<div id="filter" class="filter" hidden>
<label>Filter <input id="filter-words" type="search" placeholder="path, case, or form"></label>
<label>Show <select id="filter-kind"><option value="all">all letters</option><option value="open">letters with open points</option><option value="errors">letters with errors</option></select></label>
<output id="filter-count"></output>
</div>
<div class="scroll"><table id="letters"><thead><tr>${[...heads, ...numberHeads].join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
`;
}

function fileSection(file: ReportedFile, isClosed: boolean): string {
  const { path, problems } = file;
  if (problems.length === 0) return '';
  const items = problems.map((problem) => problemItem(problem, file));
  const counts = severities.flatMap((severity) => counted(count(problems, severity), nouns[severity]) || []);
  return `<details id="${idOf(path)}"${isClosed ? '' : ' open'}>
<summary><h2>${escapeXml(path)}</h2> <span class="place">${counts.join(', ')}</span></summary>
<ol class="problems">
${items.join('\n')}
</ol>
</details>
`;
}

/** The id of a section, for links to it. */
function idOf(path: string): string {
  return `file-${toUri(path)}`;
}
