// The page of the preview, in the webview: the letter as printed, its blocks marked by outcome, its problems in the margin.
import type { Preview, PreviewParagraph, PreviewProblem } from '../../../server/src/protocol/preview';
import { connect, element, root, unseenTitle } from '../webviews/elements';
import type { ToEditor, ToPage } from './messages';

const editor = connect<ToEditor, ToPage, never>(receive);
/** While the editor leads, scrolling of the page is not sent back. */
let ledUntil = 0;

addEventListener('scroll', () => {
  if (Date.now() < ledUntil) return;
  const line = topLine();
  if (line !== undefined) editor.postMessage({ kind: 'scrolled', line });
});
editor.postMessage({ kind: 'ready' });

function receive(message: ToPage): void {
  if (message.kind === 'letter') root().replaceChildren(unseenTitle(), ...lettersRows(message.preview));
  else scrollTo(message.line);
}

function lettersRows({ paragraphs, blocks, problems }: Preview): HTMLElement[] {
  const notes = new Map<number, HTMLElement[]>();
  for (const [index, problem] of problems.entries()) {
    const beside = notes.get(problem.paragraph) ?? [];
    notes.set(problem.paragraph, [...beside, noteElement(problem, index)]);
  }
  return paragraphs.map((paragraph, i) => {
    const block = paragraph.block === undefined ? undefined : blocks[paragraph.block];
    const outcome = block ? (block.outcome ?? 'undecided').toLowerCase() : '';
    const text = paragraphElement(paragraph, outcome);
    text.addEventListener('dblclick', () => editor.postMessage({ kind: 'reveal', line: paragraph.line }));
    return element(
      'div',
      { class: `row ${outcome}`, 'data-line': String(paragraph.line) },
      text,
      ...notesElements(notes.get(i)),
    );
  });
}

function paragraphElement({ kind, text, label }: PreviewParagraph, outcome: string): HTMLElement {
  if (kind === 'section') return element('h2', {}, text);
  if (kind === 'table') return element('pre', {}, text);
  if (kind !== 'heading') return element('p', {}, ...labeled(text, label));
  return element('h3', {}, ...markedOutcome(text, outcome));
}

/** The heading with its outcome marked, or with a note that it has none. */
function markedOutcome(text: string, outcome: string): (Node | string)[] {
  const mark = (words: string) => element('span', { class: 'outcome' }, words);
  const start = text.length - outcome.length;
  const isPrinted = text.slice(start).toLowerCase() === outcome;
  return isPrinted ? [text.slice(0, start), mark(text.slice(start))] : [`${text} `, mark('No outcome')];
}

function labeled(text: string, length: number): (Node | string)[] {
  return length === 0 ? [text] : [element('strong', {}, text.slice(0, length)), text.slice(length)];
}

function notesElements(notes: readonly HTMLElement[] | undefined): HTMLElement[] {
  return notes ? [element('div', { class: 'notes', role: 'group', 'aria-label': 'Problems' }, ...notes)] : [];
}

function noteElement({ severity, message, code }: PreviewProblem, index: number): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: severity, 'aria-label': `${severity}: ${message} ${code}` },
    message,
    element('span', { class: 'code' }, ` ${code}`),
  );
  button.addEventListener('click', () => editor.postMessage({ kind: 'problem', index }));
  return button;
}

/** Scrolls to the paragraph of an editor line. */
function scrollTo(line: number): void {
  const target = rows().findLast((row) => lineOf(row) <= line) ?? rows()[0];
  if (!target) return;
  ledUntil = Date.now() + 200;
  target.scrollIntoView({ block: 'start' });
}

function topLine(): number | undefined {
  const row = rows().find((each) => each.getBoundingClientRect().bottom > 0);
  return row && lineOf(row);
}

function rows(): HTMLElement[] {
  return [...root().querySelectorAll<HTMLElement>('.row')];
}

function lineOf(row: HTMLElement): number {
  return Number(row.dataset.line);
}
