// The report for bug reports: versions, settings, and counts, but never text of the letter.

/** The data of the report, collected by the command. */
export interface ReportFacts {
  readonly extension: string;
  readonly editor: string;
  readonly host: string;
  readonly server: string;
  /** The settings `imr.*` that differ from their default, as JSON. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Undefined if no letter is shown. */
  readonly letter: LetterFacts | undefined;
}

export interface LetterFacts {
  readonly scheme: string;
  readonly language: string;
  readonly characters: number;
  readonly lines: number;
  readonly lineEnd: 'LF' | 'CRLF';
  readonly form: string;
  /** Outcomes and states of the blocks in order, as `Upheld errors`. */
  readonly blocks: readonly string[];
  /** The code of each problem shown. */
  readonly codes: readonly string[];
}

/** Returns Markdown. File names, items, and messages are left out, because they may name a patient or a treatment. */
export function writeReport(facts: ReportFacts): string {
  const rows = [
    ['Extension', facts.extension],
    ['Editor', facts.editor],
    ['Extension host', facts.host],
    ['Language server', facts.server],
    ['Settings', Object.keys(facts.settings).length > 0 ? `\`${JSON.stringify(facts.settings)}\`` : 'defaults'],
    ...(facts.letter ? letterRows(facts.letter) : [['Letter', 'none shown']]),
  ];
  return [
    '### IMR Determination Letters',
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([k, v]) => `| ${k} | ${v} |`),
    '',
  ].join('\n');
}

function letterRows(letter: LetterFacts): string[][] {
  return [
    ['Letter', `${letter.scheme}, ${letter.language}, form ${letter.form}`],
    ['Size', `${letter.characters} characters, ${letter.lines} lines, ${letter.lineEnd}`],
    ['Blocks', letter.blocks.join(', ') || 'none'],
    ['Problems', tally(letter.codes) || 'none'],
  ];
}

/** `IMR101 × 2, IMR301`, sorted. */
function tally(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([code, n]) => (n === 1 ? code : `${code} × ${n}`)).join(', ');
}
