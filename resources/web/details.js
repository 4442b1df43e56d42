// SPDX-License-Identifier: GPL-3.0-or-later
// What opens beneath a group: why it is in its state, what it holds, and what can be done with it.
import { causeText, groupDetails } from './api.js';
import { button, copyText, el, settled } from './dom.js';
import { deleteCommand, familiesOf, familyText, groupText, OWN_FAMILIES, promQl, pushCommand } from './exposition.js';
import { exactTime, labelsText } from './format.js';
import { reasonAt } from './group.js';
import { seriesView } from './series.js';
import { t } from './words.js';

const SKELETON_AFTER = 200; // milliseconds
const OPEN_BY_ITSELF = 24; // series

function copyButton(words, makeText) {
  const control = button(t(words), async () => {
    try {
      await copyText(makeText());
      control.textContent = t('copied');
    } catch (error) {
      control.textContent = t('not_copied', { cause: error.message });
    }
    setTimeout(() => { control.textContent = t(words); }, 1500);
  });
  return control;
}

function summaryLine(name, family) {
  return el('summary', {}, el('span', { class: 'family' }, name), el('span', { class: 'type' }, family.type.toLowerCase().replace('_', ' ')),
    el('span', { class: 'help', title: family.help ?? '' }, family.help ?? ''),
    el('span', { class: 'muted count' }, t('series_count', { n: family.metrics.length })));
}

function familyTools(name, family, labels) {
  return el('p', { class: 'tools' },
    el('span', { class: 'muted' }, t('family_pushed_at', { time: exactTime(Date.parse(family.time_stamp) / 1000) })),
    copyButton('copy_text', () => familyText(name, family)), copyButton('copy_promql', () => promQl(labels, name)));
}

/** Folds out; what is in it is made only then. */
function familyView(name, family, labels, isOpen) {
  const view = el('details', { class: 'family', 'data-name': name }, summaryLine(name, family));
  const fill = () => {
    if (view.open && view.children.length === 1) view.append(familyTools(name, family, labels), seriesView(family, labels));
  };
  view.addEventListener('toggle', fill);
  view.open = isOpen;
  fill();
  return view;
}

/** `calls.remove(group)` asks to delete it, `calls.now()` is the gateway's time. */
export class GroupDetails {
  constructor(group, calls) {
    this.group = group;
    this.calls = calls;
    this.folded = null; // family -> whether it is open, once the reader has them
    this.reason = el('p', { class: 'reason' });
    this.content = el('div', { class: 'families' });
    this.element = el('div', { class: 'group-details', role: 'region', 'aria-label': labelsText(group.labels) },
      el('p', { class: 'group-name' }, labelsText(group.labels)), this.reason, this.makeTools(), this.content);
    this.fetchSoon = settled(() => this.fetch(), 300);
    this.showReason();
    this.fetch();
  }

  makeTools() {
    this.copies = [copyButton('copy_text', () => groupText(this.details)), copyButton('copy_curl', () => pushCommand(this.details))];
    for (const control of this.copies) control.disabled = true;
    return el('p', { class: 'tools' }, this.copies, copyButton('copy_promql', () => promQl(this.group.labels)),
      copyButton('copy_delete', () => deleteCommand(this.group.labels)),
      button(t('delete_this'), () => this.calls.remove(this.group), { class: 'danger needs-gateway' }));
  }

  showReason() {
    this.reason.textContent = this.group.isGone ? t('was_deleted') : reasonAt(this.group, this.calls.now());
  }

  /** The group was pushed again, or is gone. */
  refresh(group) {
    this.group = group;
    this.showReason();
    if (!group.isGone) this.fetchSoon();
  }

  async fetch() {
    const skeleton = setTimeout(() => {
      if (!this.details) this.content.replaceChildren(el('p', { class: 'muted' }, t('loading')));
    }, SKELETON_AFTER);
    try {
      this.details = await groupDetails(this.group.labels);
      this.show();
    } catch (error) {
      this.content.replaceChildren(el('p', { class: 'problem', role: 'alert' },
        t('no_details', { group: labelsText(this.group.labels), cause: causeText(error) })));
    } finally {
      clearTimeout(skeleton);
    }
  }

  show() {
    for (const control of this.copies) control.disabled = false;
    const families = familiesOf(this.details);
    const own = (name) => OWN_FAMILIES.includes(name);
    families.sort(([a], [b]) => own(a) - own(b) || (a < b ? -1 : 1));
    const series = families.reduce((sum, [, family]) => sum + family.metrics.length, 0);
    const open = new Map([...this.content.querySelectorAll('details.family')].map((view) => [view.dataset.name, view.open]));
    this.content.replaceChildren(...families.map(([name, family]) =>
      familyView(name, family, this.details.labels, open.get(name) ?? (series <= OPEN_BY_ITSELF && !own(name)))));
  }
}
