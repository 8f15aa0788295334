// The page before signing, in the webview: verdict, table of decisions, points to tick off, and what was checked.
import type { PlainDocumentPart, PlainInline, PlainTick } from '../../../server/src/protocol/cards';
import { type Follow, inlineNode, lineNodes, partElement } from '../webviews/cards';
import { connect, element, root } from '../webviews/elements';
import type { ToEditor, ToPage } from './messages';

const editor = connect<ToEditor, ToPage, never>(show);
editor.postMessage({ kind: 'ready' });

const follow: Follow = (link) =>
  editor.postMessage(
    'page' in link
      ? { kind: 'openPage', page: link.page }
      : { kind: 'reveal', line: link.line, column: link.column ?? 1 },
  );

/** Keeps the focus when the page is rendered again because the letter has changed. */
function show({ title, parts }: ToPage): void {
  const focused = document.activeElement?.id;
  root().replaceChildren(element('h1', {}, title), ...parts.map(documentPart));
  if (focused) document.getElementById(focused)?.focus();
}

function documentPart(part: PlainDocumentPart, index: number): HTMLElement {
  if ('head' in part) return tableElement(part.head, part.rows);
  if ('ticks' in part) return ticksElement(part.title, part.ticks);
  if ('initials' in part) return signatureElement(part.initials, part.date);
  const made = partElement(part, follow, 'h2');
  // The verdict comes first.
  if (index === 0) made.classList.add('verdict');
  return made;
}

function tableElement(
  head: readonly string[],
  rows: readonly (readonly (readonly PlainInline[])[])[],
): HTMLTableElement {
  const titles = head.map((title) => element('th', { scope: 'col' }, title));
  const body = rows.map(([item = [], ...cells]) =>
    element('tr', {}, element('th', { scope: 'row' }, ...lineNodes(item, follow)), ...cells.map(cellElement)),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, ...titles)), element('tbody', {}, ...body));
}

function cellElement(cell: readonly PlainInline[]): HTMLElement {
  const [only] = cell;
  const outcome = only === 'Upheld' || only === 'Overturned' ? only : undefined;
  if (outcome === undefined) return element('td', {}, ...lineNodes(cell, follow));
  return element('td', {}, element('span', { class: `outcome ${outcome.toLowerCase()}` }, outcome));
}

function ticksElement(title: PlainInline, ticks: readonly PlainTick[]): HTMLElement {
  const points = ticks.map(({ line, key, isTicked }, i) => {
    const text = element('span', { id: `point-${i}` }, ...lineNodes(line, follow));
    const box = element('input', { type: 'checkbox', id: `tick-${i}`, 'aria-labelledby': text.id });
    box.checked = isTicked;
    box.addEventListener('change', () => editor.postMessage({ kind: 'tick', key, isTicked: box.checked }));
    return element('li', {}, box, text);
  });
  return element(
    'section',
    { class: 'ticks' },
    element('h2', {}, inlineNode(title, follow)),
    element('ul', {}, ...points),
  );
}

function signatureElement(initials: string, date: string): HTMLElement {
  const who = field('Initials', initials);
  const when = field('Date', date);
  const save = element('button', { type: 'button' }, 'Save the Check Beside the Letter');
  const sign = (): void => editor.postMessage({ kind: 'sign', initials: who.input.value, date: when.input.value });
  for (const { input } of [who, when]) input.addEventListener('input', sign);
  save.addEventListener('click', () => editor.postMessage({ kind: 'save' }));
  return element('section', { class: 'signature', 'aria-label': 'Initials' }, who.label, when.label, save);
}

function field(name: string, value: string): { readonly label: HTMLElement; readonly input: HTMLInputElement } {
  const input = element('input', { type: 'text', id: name.toLowerCase() });
  input.value = value;
  return { label: element('label', {}, `${name} `, input), input };
}
