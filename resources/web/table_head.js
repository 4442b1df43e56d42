// SPDX-License-Identifier: GPL-3.0-or-later
// The heads of the columns; three of them sort, as the gateway can.
import { button, el } from './dom.js';
import { COLUMNS } from './row.js';
import { t } from './words.js';

// Column -> the order that a first click asks for: what an operator looks for comes first.
const SORTS = { job: 'job', push: '-age', number: '-series' };

function reversed(sort) {
  return sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
}

function headCell(kind, wish) {
  const name = t(`column_${kind}`);
  const attributes = { role: 'columnheader', scope: 'col', class: kind };
  if (!SORTS[kind]) {
    return el('th', attributes, el('span', { class: kind === 'pick' || kind === 'open' ? 'unseen' : '' }, name));
  }
  return el('th', { ...attributes, 'data-sort': SORTS[kind].replace('-', '') },
    button(name, (event) => wish(wishOf(event.target.closest('th'), kind)), { class: 'sort' }));
}

function wishOf(head, kind) {
  return head.dataset.order ? reversed(head.dataset.order) : SORTS[kind];
}

/** `wish` is called with the order wanted. */
export function makeHead(wish) {
  return el('thead', { role: 'rowgroup' },
    el('tr', { role: 'row', 'aria-rowindex': 1 }, COLUMNS.map((kind) => headCell(kind, wish))));
}

export function showSort(head, sort) {
  for (const cell of head.querySelectorAll('[data-sort]')) {
    const isIt = cell.dataset.sort === sort.replace('-', '');
    cell.setAttribute('aria-sort', !isIt ? 'none' : sort.startsWith('-') ? 'descending' : 'ascending');
    if (isIt) cell.dataset.order = sort;
    else delete cell.dataset.order;
  }
}
