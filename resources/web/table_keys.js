// SPDX-License-Identifier: GPL-3.0-or-later
// The table without a mouse.

function pageOf(table) {
  return Math.max(1, Math.floor(table.scroller.clientHeight / table.window.rowHeight) - 2);
}

function move(table, event, index) {
  const from = table.active;
  if (event.shiftKey) table.anchor = table.anchor < 0 ? from : table.anchor;
  else table.anchor = -1;
  table.moveTo(index);
  if (event.shiftKey) table.pickOnly(table.keysBetween(table.anchor, table.active));
}

function pickActive(table) {
  const group = table.activeGroup();
  if (group) table.pick([group.key], !table.picked.has(group.key));
}

function toggleActive(table) {
  const group = table.activeGroup();
  if (group) table.toggle(group.key);
}

const KEYS = {
  ArrowDown: (table, event) => move(table, event, table.active + 1),
  ArrowUp: (table, event) => move(table, event, table.active - 1),
  PageDown: (table, event) => move(table, event, table.active + pageOf(table)),
  PageUp: (table, event) => move(table, event, table.active - pageOf(table)),
  Home: (table, event) => move(table, event, 0),
  End: (table, event) => move(table, event, table.list.rows.length - 1),
  Enter: toggleActive,
  ' ': pickActive,
  Delete: (table) => table.dispatchEvent(new Event('asked-delete')),
};

/** Keys pressed inside what is open belong to that. */
export function handleKey(table, event) {
  if (event.target !== table.table || event.ctrlKey || event.metaKey || event.altKey) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action(table, event);
}
