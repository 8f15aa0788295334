import { lineAt, type Problem, type Severity, type Span, shorten } from '../../core/index';
import { unitAt } from '../../import/imported-letter';
import { escapeXml } from './escape';
import type { ReportedFile } from './report';

/** A symbol and a word for each severity, so that color is not needed. */
const signs: Readonly<Record<Severity, string>> = {
  error: '✖ error',
  warning: '▲ warning',
  information: '● note',
  hint: '○ hint',
};

/** A finding as a list item: what, where, in which decision, why, and the words concerned. */
export function problemItem(
  { severity, code, rule, item, message, help, span }: Problem,
  { source, imported }: Pick<ReportedFile, 'source' | 'imported'>,
): string {
  const place = imported
    ? `${imported.unit} ${unitAt(imported, span.start)}`
    : `line ${lineAt(source, span.start) + 1}`;
  return [
    `<li class="${severity}"><span class="severity">${signs[severity]}</span> ${escapeXml(`${code} ${rule}`)}`,
    ` <span class="place">${place}${item ? `, ${escapeXml(shorten(item, 80))}` : ''}</span>`,
    `<p>${escapeXml(message)}</p>`,
    help ? `<p class="help">${escapeXml(help)}</p>` : '',
    `<blockquote>${excerpt(source.text, span)}</blockquote></li>`,
  ].join('');
}

const contextLength = 70;
const longestMark = 240;

/** The place, marked among whole words around it. If something is missing, a caret shows the place. */
function excerpt(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  const words = text.slice(start, Math.min(end, start + longestMark));
  const marked = end - start > longestMark ? `${words} …` : words || '‸';
  const from = start > contextLength ? `… ${before.replace(/^\S{0,30}\s/, '')}` : before;
  const to = end + contextLength < text.length ? `${after.replace(/\s\S{0,30}$/, '')} …` : after;
  return `${prose(from)}<mark>${prose(marked)}</mark>${prose(to)}`;
}

function prose(text: string): string {
  return escapeXml(text.replace(/\s+/g, ' '));
}
