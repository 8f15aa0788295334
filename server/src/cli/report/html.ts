import { type Letter, lineAt, type Problem, type Severity, type Span } from '../../core/index';
import { escapeXml } from './escape';
import { type Bar, barChart } from './html-chart';
import { htmlStyle } from './html-style';
import { type CheckedLetter, type CreateReport, countsInWords, type Summary } from './report';

/** A page that stands alone: no script, no other file, nothing from the network. */
export const createHtmlReport: CreateReport = ({ version }) => {
  const letters: CheckedLetter[] = [];
  return {
    start: () => '',
    letter(checked) {
      letters.push(checked);
      return '';
    },
    end: (summary, unread) => page(letters, summary, unread, version),
  };
};

function page(letters: readonly CheckedLetter[], summary: Summary, unread: readonly string[], version: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
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
${barChart('Findings by rule', ruleBars(letters))}
</div>
${overview(letters)}
${letters.map(letterSection).join('')}</main>
<footer>What was checked and passed is not shown; imr explain CODE tells what a rule asks for and why.</footer>
</body>
</html>
`;
}

function tiles(letters: readonly CheckedLetter[], summary: Summary): string {
  const decisions = letters.reduce((sum, { analysis }) => sum + analysis.letter.blocks.length, 0);
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

function outcomeBars(letters: readonly CheckedLetter[]): Bar[] {
  const outcomes = letters.flatMap(({ analysis }) =>
    analysis.letter.blocks.map(({ heading }) => heading.outcome.value),
  );
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

function worstOf(problems: readonly Problem[]): Severity | undefined {
  return severities.find((severity) => problems.some((problem) => problem.severity === severity));
}

function letterBars(letters: readonly CheckedLetter[]): Bar[] {
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

function ruleBars(letters: readonly CheckedLetter[]): Bar[] {
  const counts = new Map<string, { label: string; value: number; tone: string }>();
  for (const { code, rule, severity } of letters.flatMap(({ problems }) => problems)) {
    const bar = counts.get(code) ?? { label: `${code} ${rule}`, value: 0, tone: severity };
    bar.value++;
    counts.set(code, bar);
  }
  const bars = [...counts.values()].sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
  const rest = bars.slice(mostRules).reduce((sum, { value }) => sum + value, 0);
  return [...bars.slice(0, mostRules), ...(rest > 0 ? [{ label: 'other rules', value: rest, tone: 'none' }] : [])];
}

function overview(letters: readonly CheckedLetter[]): string {
  const rows = letters.map(({ path, analysis, problems }, i) => {
    const { header, form, blocks } = analysis.letter;
    const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
    const name = problems.length > 0 ? `<a href="#letter-${i + 1}">${escapeXml(path)}</a>` : escapeXml(path);
    const numbers = [blocks.length, count('error'), count('warning'), count('information')];
    return `<tr><td class="path">${name}</td><td>${escapeXml(header?.fields.caseNumber?.text ?? '')}</td><td>${escapeXml(form.id)}</td>${numbers
      .map((number) => `<td class="number">${number}</td>`)
      .join('')}</tr>`;
  });
  const heads = ['Letter', 'Case', 'Form'].map((name) => `<th scope="col">${name}</th>`);
  const numberHeads = ['Decisions', 'Errors', 'Warnings', 'Notes'].map(
    (name) => `<th scope="col" class="number">${name}</th>`,
  );
  return `<h2>Letters</h2>
<div class="scroll"><table><thead><tr>${[...heads, ...numberHeads].join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
`;
}

function letterSection({ path, analysis, problems }: CheckedLetter, i: number): string {
  if (problems.length === 0) return '';
  const items = problems.map((problem) => problemItem(problem, analysis.letter));
  return `<section id="letter-${i + 1}">
<h2>${escapeXml(path)}</h2>
<ol class="problems">
${items.join('\n')}
</ol>
</section>
`;
}

/** A shape and a word for each severity, so that its colour is not needed. */
const signs: Readonly<Record<Severity, string>> = {
  error: '✖ error',
  warning: '▲ warning',
  information: '● note',
  hint: '○ hint',
};

function problemItem({ severity, code, rule, message, span }: Problem, letter: Letter): string {
  const line = lineAt(letter.source, span.start) + 1;
  return [
    `<li class="${severity}"><span class="severity">${signs[severity]}</span> ${escapeXml(`${code} ${rule}`)}`,
    ` <span class="place">line ${line}</span>`,
    `<p>${escapeXml(message)}</p>`,
    `<blockquote>${excerpt(letter.source.text, span)}</blockquote></li>`,
  ].join('');
}

const contextLength = 70;
const longestMark = 240;

/** A place marked among whole words around it; where something is missing a caret stands. */
function excerpt(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  const words = text.slice(start, Math.min(end, start + longestMark));
  const marked = words === '' ? '‸' : end - start > longestMark ? `${words} …` : words;
  const from = start > contextLength ? `… ${before.replace(/^\S{0,30}\s/, '')}` : before;
  const to = end + contextLength < text.length ? `${after.replace(/\s\S{0,30}$/, '')} …` : after;
  return `${prose(from)}<mark>${prose(marked)}</mark>${prose(to)}`;
}

function prose(text: string): string {
  return escapeXml(text.replace(/\s+/g, ' '));
}
