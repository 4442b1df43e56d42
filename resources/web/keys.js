// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that hold anywhere on the page but where text is written.
import { showKeys } from './dialog.js';
import { STATES } from './group.js';

const ORDER = [[], ...STATES.map((state) => [state])];

function isWriting(target) {
  return target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null;
}

function escape(app) {
  if (document.activeElement === app.tools.search || app.list.query.text || app.list.query.states.length > 0) app.clearQuery();
  else app.table.pickOnly([]);
  app.table.table.focus({ preventScroll: true });
}

const ACTIONS = {
  '/': (app) => app.tools.search.select(),
  r: (app) => app.reload(),
  l: (app) => app.toggleLive(),
  o: (app) => app.toggleOverview(),
  '?': () => showKeys(),
  Escape: escape,
};

function actionFor(app, event) {
  if (event.key === 'Escape' && event.target === app.tools.search) return escape;
  if (event.key === 'Enter' && event.target === app.tools.search) return () => app.table.table.focus();
  if (isWriting(event.target)) return null;
  if (/^[1-5]$/.test(event.key)) return () => app.setQuery({ states: ORDER[Number(event.key) - 1] });
  return ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

function isUndo(event) {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
}

export function listenToKeys(app) {
  document.addEventListener('keydown', (event) => {
    if (isUndo(event) && app.kept && !isWriting(event.target)) {
      event.preventDefault();
      app.undo();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = document.querySelector('dialog[open]') ? null : actionFor(app, event);
    if (!action) return;
    event.preventDefault();
    action(app);
  });
}
