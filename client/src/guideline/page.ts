// The page of the view "Guideline", in the webview.
import type { FoundCard, PlainCard, PlainCriterion } from '../../../server/src/protocol/cards';
import { type Follow, partElement } from '../webviews/cards';
import { connect, element, root, unseenTitle } from '../webviews/elements';
import type { ToEditor, ToPage } from './messages';

type CardMessage = Extract<ToPage, { readonly kind: 'card' }>;

const editor = connect<ToEditor, ToPage, never>(show);
const box = element('input', {
  type: 'search',
  class: 'search',
  'aria-label': 'Search guidelines, drugs, and treatments',
});
box.placeholder = 'Search guidelines, drugs, treatments';
const list = element('div', { class: 'found', 'aria-live': 'polite' });
const content = element('div', { class: 'content' });

box.addEventListener('input', () => {
  const term = box.value.trim();
  if (term === '') list.replaceChildren();
  else editor.postMessage({ kind: 'search', term });
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') clearSearch();
  if (event.key === 'ArrowDown') list.querySelector('button')?.focus();
});
list.addEventListener('keydown', (event) => {
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'ArrowDown') buttons[at + 1]?.focus();
  if (event.key === 'ArrowUp') (buttons[at - 1] ?? box).focus();
  if (event.key === 'Escape') clearSearch();
});
root().append(unseenTitle(), box, list, content);
editor.postMessage({ kind: 'ready' });

function show(message: ToPage): void {
  if (message.kind === 'found') showFound(message.term, message.cards);
  else if (message.kind === 'card') content.replaceChildren(...cardElements(message));
  else content.replaceChildren(element('p', { class: 'quiet' }, 'Open a determination letter to see its guidelines.'));
}

/** Answers to an older term are dropped. */
function showFound(term: string, cards: readonly FoundCard[]): void {
  if (term !== box.value.trim()) return;
  if (cards.length === 0) {
    list.replaceChildren(element('p', { class: 'quiet' }, `Nothing found for "${term}".`));
    return;
  }
  list.replaceChildren(
    ...cards.map(({ title, kind, page }) => {
      const button = element('button', { type: 'button' }, title, element('span', { class: 'kind' }, ` ${kind}`));
      button.addEventListener('click', () => {
        clearSearch();
        editor.postMessage({ kind: 'openCard', page });
      });
      return button;
    }),
  );
}

function clearSearch(): void {
  box.value = '';
  list.replaceChildren();
  box.focus();
}

function cardElements({ card, page, block, canGoBack }: CardMessage): HTMLElement[] {
  return [
    ...(canGoBack ? [actionButton('Back to the place of the cursor', { kind: 'back' })] : []),
    ...(card ? [cardElement(card, page)] : [element('p', { class: 'quiet' }, 'No card for this place.')]),
    ...(block && block.criteria.length > 0 ? [checklist(block.item, block.criteria)] : []),
  ];
}

function cardElement({ title, parts }: PlainCard, page: string | undefined): HTMLElement {
  const open = page === undefined ? [] : [actionButton('Open as a page', { kind: 'openPage', page })];
  return element(
    'article',
    {},
    element('h2', {}, title),
    ...parts.map((part) => partElement(part, follow, 'h3')),
    ...open,
  );
}

const follow: Follow = (link) =>
  editor.postMessage('page' in link ? { kind: 'openCard', page: link.page } : { kind: 'revealLine', line: link.line });

const stateWords: Readonly<Record<PlainCriterion['state'], string>> = {
  stated: 'Stated for this patient',
  'criterion-only': 'Criterion only',
  open: 'Open',
  missing: 'Missing',
};
const stateMarks: Readonly<Record<PlainCriterion['state'], string>> = {
  stated: '\u2713',
  'criterion-only': '\u25D0',
  open: '\u270E',
  missing: '\u25CB',
};

/** The elements of the rationale, with their sentences. */
function checklist(item: string, criteria: readonly PlainCriterion[]): HTMLElement {
  const stated = criteria.filter(({ state }) => state === 'stated').length;
  const rows = criteria.map(({ title, text, state, range }, i) => {
    const words = [
      element('span', { class: 'mark', 'aria-hidden': 'true' }, stateMarks[state]),
      element('span', { class: 'criterion' }, title),
      element('span', { class: 'state' }, stateWords[state]),
    ];
    if (!range) return element('li', { class: state, title: text }, ...words);
    const button = element('button', { type: 'button', title: text }, ...words);
    button.addEventListener('click', () => editor.postMessage({ kind: 'reveal', criterion: i }));
    return element('li', { class: state }, button);
  });
  return element(
    'section',
    { class: 'checklist' },
    element('h3', {}, `What the rationale must state: ${stated} of ${criteria.length}`),
    element('p', { class: 'quiet' }, item),
    element('ul', {}, ...rows),
  );
}

function actionButton(label: string, message: ToEditor): HTMLElement {
  const button = element('button', { type: 'button', class: 'action' }, label);
  button.addEventListener('click', () => editor.postMessage(message));
  return button;
}
