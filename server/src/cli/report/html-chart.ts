import { escapeXml } from './escape';

/** A bar of a chart. `tone` is a CSS class. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly tone: string;
}

const width = 660;
const labelWidth = 270;
const rowHeight = 24;
const longestLabel = 38;

/** Returns a bar chart as SVG: one row per bar, with its label and number as text. Empty without bars. */
export function barChart(title: string, bars: readonly Bar[]): string {
  if (bars.length === 0) return '';
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const height = bars.length * rowHeight;
  const rows = bars.map((bar, i) => row(bar, i * rowHeight, ((width - labelWidth - 50) * bar.value) / most));
  const words = bars.map(({ label, value }) => `${label}: ${value}`).join(', ');
  return [
    `<figure><figcaption>${escapeXml(title)}</figcaption>`,
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(`${title}: ${words}`)}">`,
    ...rows,
    '</svg></figure>',
  ].join('\n');
}

function row({ label, value, tone }: Bar, top: number, length: number): string {
  const middle = top + rowHeight / 2;
  const text = label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
  return [
    `<g><title>${escapeXml(`${label}: ${value}`)}</title>`,
    `<text x="${labelWidth - 8}" y="${middle}" class="label">${escapeXml(text)}</text>`,
    `<rect x="${labelWidth}" y="${top + 3}" width="${round(length)}" height="${rowHeight - 6}" rx="2" class="${tone}"/>`,
    `<text x="${round(labelWidth + length + 6)}" y="${middle}" class="value">${value}</text></g>`,
  ].join('');
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
