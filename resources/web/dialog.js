// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that must be answered before anything goes, and the list of keys.
import { button, copyText, el } from './dom.js';
import { labelsText } from './format.js';
import { t } from './words.js';

const SHOWN = 20;

/** Opens a dialog that Esc closes; it is gone once it is closed. */
function opened(title, ...children) {
  const heading = el('h2', { id: 'dialog-title' }, title);
  const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' }, heading, ...children);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function listOf(groups, count) {
  const items = groups.slice(0, SHOWN).map((group) => el('li', {}, labelsText(group.labels)));
  if (count > SHOWN) items.push(el('li', { class: 'muted' }, t('and_others', { n: count - SHOWN })));
  return el('ul', { class: 'doomed', tabindex: 0, 'aria-label': t('groups') }, items);
}

function copyCommand(command) {
  const control = button(t('copy_as_curl'), () => copyText(command)
    .then(() => { control.textContent = t('copied'); })
    .catch((error) => { control.textContent = t('not_copied', { cause: error.message }); }));
  return control;
}

/** Asks whether to delete: `what` has `title`, `groups` (as far as known), `count`, `command`, a `note`, and
 *  `act`, which deletes. An error of it is said in the dialog, which stays open; `explain` finds the words. Resolves to what
 *  `act` returned, or to null if nothing was deleted. */
export function confirmDeletion(what, explain) {
  return new Promise((resolve) => {
    const problem = el('p', { class: 'problem', role: 'alert' });
    let result = null;
    const cancel = button(t('cancel'), () => dialog.close(), { autofocus: true });
    const go = button(what.verb ?? t('delete_n', { n: what.count }), () => attempt(), { class: 'danger' });
    const dialog = opened(what.title, what.groups.length > 0 ? listOf(what.groups, what.count) : null,
      el('p', {}, `${t('prometheus_keeps')} ${what.note}`), problem, el('p', { class: 'buttons' }, copyCommand(what.command), cancel, go));
    cancel.focus();
    dialog.addEventListener('close', () => resolve(result));
    const attempt = async () => {
      go.disabled = true;
      problem.textContent = '';
      try {
        result = await what.act();
        dialog.close();
      } catch (error) {
        problem.textContent = explain(error);
        go.disabled = false;
      }
    };
  });
}

const KEYS = ['/', 'Esc', '\u2191 \u2193', 'Shift \u2191 \u2193', 'Space', 'Enter', 'Delete', 'Ctrl+Z', '1 2 3 4 5', 'R', 'L', 'O', '?'];
const MEANINGS = ['key_filter', 'key_escape', 'key_move', 'key_extend', 'key_pick', 'key_open', 'key_delete', 'key_undo', 'key_states',
  'key_refresh', 'key_live', 'key_overview', 'key_help'];

export function showKeys() {
  const rows = KEYS.map((key, at) => el('tr', {}, el('th', { scope: 'row' }, key.split(' ').map((one) => el('kbd', {}, one))),
    el('td', {}, t(MEANINGS[at]))));
  const close = button(t('close'), () => dialog.close());
  const dialog = opened(t('keys'), el('table', { class: 'facts' }, el('tbody', {}, rows)), el('p', { class: 'buttons' }, close));
  close.focus();
}
