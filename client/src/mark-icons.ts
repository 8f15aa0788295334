// Gutter icons: a shape for each outcome and a badge for each state, so that color is never the only sign. They are drawn here instead of
// in eighteen files.

export type MarkOutcome = 'upheld' | 'overturned' | 'undecided';
export type MarkState = 'complete' | 'warnings' | 'errors';
export type MarkTheme = 'light' | 'dark';

/** The defaults of the theme colors `imr.*` in package.json, because an image cannot use theme colors. */
export const markColors: Record<MarkTheme, Record<MarkOutcome, string>> = {
  light: { upheld: '#0b5cad', overturned: '#a24b00', undecided: '#5f5f5f' },
  dark: { upheld: '#6cb2f7', overturned: '#f0a35e', undecided: '#b8b8b8' },
};

const inks = { light: '#ffffff', dark: '#1f1f1f' };
const badgeColors = {
  light: { warnings: '#9a6700', errors: '#c5221f' },
  dark: { warnings: '#ffd33d', errors: '#ff8080' },
};

/** U in a square, O in a diamond, a question mark in a broken circle. The letters are off center to leave room for the badge. */
const shapes: Record<MarkOutcome, (color: string, ink: string) => string> = {
  upheld: (color, ink) =>
    `<rect x="1" y="1" width="14" height="14" rx="2.5" fill="${color}"/>` +
    stroke('M4.3 3.6v3.5a2.7 2.7 0 0 0 5.4 0V3.6', ink, 1.9),
  overturned: (color, ink) =>
    `<path d="M8 .9 15.1 8 8 15.1.9 8z" fill="${color}" stroke="${color}" stroke-linejoin="round"/>` +
    stroke('M5.1 7.4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z', ink, 1.8),
  undecided: (color) =>
    `<circle cx="8" cy="8" r="6.6" fill="none" stroke="${color}" stroke-width="1.7" stroke-dasharray="2.6 1.55"/>` +
    stroke('M5.3 5.5a2 2 0 1 1 2.9 1.8c-.7.4-1 .8-1 1.5m0 2.1v.1', color, 1.7),
};

/** A triangle, or a disc with a cross. The shape below leaves a gap around them. */
const badges: Record<Exclude<MarkState, 'complete'>, (color: string, ink: string) => string> = {
  warnings: (color) =>
    `<path d="M12.5 10.1 15.4 15.3H9.6z" fill="${color}" stroke="${color}" stroke-width=".9" stroke-linejoin="round"/>`,
  errors: (color, ink) =>
    `<circle cx="12.5" cy="12.5" r="3.5" fill="${color}"/>${stroke('M11.2 11.2l2.6 2.6m0-2.6l-2.6 2.6', ink, 1.2)}`,
};
const gaps = {
  warnings: '<path d="M12.5 8.9 17 16.9H8z" stroke="#000" stroke-width="1.4" stroke-linejoin="round"/>',
  errors: '<circle cx="12.5" cy="12.5" r="4.5"/>',
};

/** Returns the icon as SVG, 16 units wide. */
export function drawMark(outcome: MarkOutcome, state: MarkState, theme: MarkTheme): string {
  const shape = shapes[outcome](markColors[theme][outcome], inks[theme]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${withBadge(shape, state, theme)}</svg>`;
}

/** Returns the icon as a data URI. */
export function markAddress(outcome: MarkOutcome, state: MarkState, theme: MarkTheme): string {
  return `data:image/svg+xml;base64,${btoa(drawMark(outcome, state, theme))}`;
}

/** Returns the mark for an outcome from the server. */
export function markOf(outcome: 'Upheld' | 'Overturned' | null): MarkOutcome {
  if (outcome === null) return 'undecided';
  return outcome === 'Upheld' ? 'upheld' : 'overturned';
}

function withBadge(shape: string, state: MarkState, theme: MarkTheme): string {
  if (state === 'complete') return shape;
  const badge = badges[state](badgeColors[theme][state], inks[theme]);
  return `<mask id="gap"><path fill="#fff" d="M0 0h16v16H0z"/>${gaps[state]}</mask><g mask="url(#gap)">${shape}</g>${badge}`;
}

function stroke(path: string, color: string, width: number): string {
  const style = `fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path d="${path}" ${style}/>`;
}
