// SPDX-License-Identifier: GPL-3.0-or-later
// One group as a row: made once, and then told what changed.
import { byId, el, setText } from './dom.js';
import { ageText, dueText, elided, exactTime, labelName, labelsText, sortedLabels } from './format.js';
import { ageAt, dueAt, reasonAt, rhythmOf, stateAt, timesText } from './group.js';
import { badge } from './signs.js';
import { numberText, t } from './words.js';

export const COLUMNS = ['pick', 'state', 'job', 'instance', 'labels', 'push', 'rhythm', 'due', 'number', 'open'];

function cell(kind, ...children) {
  return el('td', { role: 'gridcell', class: kind }, ...children);
}

function labelChips(labels) {
  return sortedLabels(labels)
    .filter(([name]) => name !== 'job' && name !== 'instance')
    .map(([name, value]) => el('span', { class: 'label', title: `${name}="${value}"` },
      el('span', { class: 'name' }, `${labelName(name)}=`), `"${elided(value)}"`));
}

/** `calls.pick(key, isPicked)` and `calls.toggle(key)` are told of the mouse; the keyboard goes through the table. */
function makeRow(group, index, calls) {
  const name = labelsText(group.labels);
  const pick = el('input', { type: 'checkbox', tabindex: '-1', 'aria-label': t('select_group', { name }),
    onchange: (event) => calls.pick(group.key, event.target.checked) });
  const open = el('button', { type: 'button', class: 'chevron', tabindex: '-1',
    'aria-label': t('open_group', { name }), onclick: () => calls.toggle(group.key) }, '\u203a');
  const { job, instance = '' } = group.labels;
  return el('tr', { role: 'row', class: 'group', id: `row-${index}`, 'aria-rowindex': index + 2 },
    cell('pick', pick), cell('state'),
    el('td', { role: 'gridcell', class: 'job', title: name }, elided(job, 48)),
    el('td', { role: 'gridcell', class: 'instance', title: instance }, elided(instance, 40)),
    cell('labels', labelChips(group.labels)), cell('push'), cell('rhythm'), cell('due'), cell('number'),
    cell('open', open));
}

function part(row, kind) {
  return row.children[COLUMNS.indexOf(kind)];
}

function showState(row, group, now) {
  const state = group.isGone ? 'gone' : stateAt(group, now);
  const place = part(row, 'state');
  if (row.dataset.state !== state) {
    row.dataset.state = state;
    place.replaceChildren(group.isGone ? el('span', { class: 'badge' }, t('deleted')) : badge(state));
  }
  place.title = group.isGone ? '' : reasonAt(group, now);
}

/** What grows older by itself. */
export function showTimes(row, group, now) {
  const due = group.isGone ? null : dueAt(group);
  showState(row, group, now);
  setText(part(row, 'push'), group.push_time > 0 ? ageText(ageAt(group, now)) : t('never'));
  setText(part(row, 'due'), due === null ? '' : dueText(due - now));
  part(row, 'due').title = due === null ? '' : exactTime(due);
}

export function showGroup(row, group, now) {
  showTimes(row, group, now);
  part(row, 'push').title = timesText(group);
  setText(part(row, 'rhythm'), rhythmOf(group));
  row.classList.toggle('unlearnt', group.cadence_seconds === null && group.stale_after_seconds === null);
  setText(part(row, 'number'), numberText(group.series));
  part(row, 'number').dataset.unit = t('column_number');
  part(row, 'number').title = t('size_hint', { families: group.families, bytes: group.bytes });
  row.classList.toggle('gone', group.isGone);
}

export function showFlags(row, { isPicked, isOpen, isActive }) {
  row.setAttribute('aria-selected', String(isPicked));
  part(row, 'pick').firstChild.checked = isPicked;
  part(row, 'open').firstChild.setAttribute('aria-expanded', String(isOpen));
  row.classList.toggle('opened', isOpen);
  row.classList.toggle('active', isActive);
}

export function rowOf(group, index, now, calls) {
  const row = makeRow(group, index, calls);
  showGroup(row, group, now);
  return row;
}

/** Stands where a group is about to be; what it looks like is up to the style. */
export function blankRow(index) {
  return el('tr', { role: 'row', class: 'group blank', id: `row-${index}`, 'aria-rowindex': index + 2 },
    COLUMNS.map((kind) => cell(kind)));
}

export function rowAt(index) {
  return byId(`row-${index}`);
}
