import { createHash } from 'node:crypto';

/**
 * The page's only script: sorts and filters the table of letters and the sections with it, opens the target of a link, and opens
 * everything for printing. Without it the page is complete, in its first order.
 */
export const htmlScript = `
'use strict';
const byId = (id) => document.getElementById(id);
const table = byId('letters');
const body = table.tBodies[0];
const sections = byId('sections');
const sectionOf = (row) => (row.dataset.section ? byId(row.dataset.section) : null);
const rows = () => [...body.rows];

const sortBy = (column, isNumber, isDescending) => {
  const key = (row) => row.cells[column].textContent;
  const compare = isNumber ? (a, b) => key(a) - key(b) : (a, b) => key(a).localeCompare(key(b), 'en', { numeric: true });
  const sorted = rows().sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
  body.append(...sorted);
  sections.append(...sorted.map(sectionOf).filter(Boolean));
};
[...table.tHead.rows[0].cells].forEach((head, column) => {
  const isNumber = head.classList.contains('number');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent;
  button.addEventListener('click', () => {
    const isDescending = head.getAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'ascending' : isNumber;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
    sortBy(column, isNumber, isDescending);
  });
  head.replaceChildren(button);
});

const words = byId('filter-words');
const kind = byId('filter-kind');
const filter = () => {
  const wanted = words.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows()) {
    const isShown = row.textContent.toLowerCase().includes(wanted) && Number(row.dataset[kind.value] ?? 1) > 0;
    row.hidden = !isShown;
    const section = sectionOf(row);
    if (section) section.hidden = !isShown;
    if (isShown) shown++;
  }
  byId('filter-count').textContent = shown + ' of ' + rows().length + ' letters';
};
words.addEventListener('input', filter);
kind.addEventListener('change', filter);
filter();
byId('filter').hidden = false;

const openTarget = () => {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === 'DETAILS') {
    target.open = true;
    target.scrollIntoView();
  }
};
addEventListener('hashchange', openTarget);
document.addEventListener('click', ({ target }) => {
  if (target.closest('td.path a')) setTimeout(openTarget);
});
openTarget();

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of closed) each.open = false;
});
`;

/** The hash by which the content security policy allows this script and no other. */
export function htmlScriptHash(): string {
  return `'sha256-${createHash('sha256').update(htmlScript).digest('base64')}'`;
}
