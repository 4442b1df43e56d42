// SPDX-License-Identifier: GPL-3.0-or-later
// Above the table: what to see of it, and what to do with what is picked.
import { button, el, settled } from './dom.js';
import { STATES } from './group.js';
import { isNarrowed } from './query.js';
import { sign } from './signs.js';
import { numberText, t } from './words.js';

/** Events: `query` (detail: what changed in it), `overview`, `live`, `delete-picked`, `delete-matching`, `unpick`, `wipe`, `keys`. */
export class Tools extends EventTarget {
  constructor(place, canWipe) {
    super();
    this.place = place;
    this.canWipe = canWipe;
    this.build();
  }

  build() {
    this.search = el('input', { type: 'search', id: 'search', spellcheck: 'false', autocomplete: 'off',
      placeholder: t('search_hint'), 'aria-label': t('search_name'), 'aria-describedby': 'search-problem' });
    const wish = settled(() => this.tell('query', { text: this.search.value }), 250);
    this.search.addEventListener('input', wish);
    this.problem = el('p', { id: 'search-problem', class: 'problem', role: 'alert' });
    this.chips = el('div', { class: 'chips', role: 'group', 'aria-label': t('states') });
    this.chipOf = new Map([null, ...STATES].map((state) => [state, this.makeChip(state)]));
    this.chips.append(...this.chipOf.values());
    this.aged = button('', () => this.tell('query', { olderThan: '' }), { class: 'chip aged', hidden: true });
    this.place.replaceChildren(el('div', { class: 'bar' }, this.search, this.chips, this.aged), this.problem, this.makeActions());
  }

  makeChip(state) {
    const chip = button('', () => this.tell('query', { states: state ? [state] : [] }), { class: `chip ${state ?? 'all'}`, 'aria-pressed': 'false' });
    chip.replaceChildren(...(state ? [sign(state)] : []), el('span', {}, t(state ?? 'all')), el('span', { class: 'figure' }));
    return chip;
  }

  makeActions() {
    const asking = { class: 'danger needs-gateway', hidden: true };
    this.deletePicked = button('', () => this.tell('delete-picked'), asking);
    this.deleteMatching = button('', () => this.tell('delete-matching'), asking);
    this.unpick = button(t('unpick'), () => this.tell('unpick'), { hidden: true });
    this.overview = button(t('overview'), () => this.tell('overview'), { 'aria-expanded': 'false', 'aria-controls': 'overview' });
    this.live = button(t('live'), () => this.tell('live'), { class: 'live', 'aria-pressed': 'true' });
    const wipe = this.canWipe ? button(t('wipe_ask'), () => this.tell('wipe'), { class: 'danger needs-gateway' }) : null;
    return el('div', { class: 'bar actions' }, this.overview, this.live,
      button(t('keys'), () => this.tell('keys')), el('span', { class: 'gap' }),
      this.unpick, this.deletePicked, this.deleteMatching, wipe);
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  showQuery(query) {
    if (document.activeElement !== this.search) this.search.value = query.text;
    for (const [state, chip] of this.chipOf) {
      const isOn = state ? query.states.includes(state) : query.states.length === 0;
      chip.setAttribute('aria-pressed', String(isOn));
    }
    this.aged.hidden = query.olderThan === '';
    this.aged.textContent = t('older_than', { age: query.olderThan });
    this.aged.setAttribute('aria-label', t('older_than_clear', { age: query.olderThan }));
  }

  showCounts(total, states) {
    for (const [state, chip] of this.chipOf) chip.lastChild.textContent = numberText(state ? states[state] : total);
  }

  /** `picked`: how many; `matching`: how many the filter chooses. */
  showActions(query, picked, matching) {
    this.deletePicked.hidden = picked === 0;
    this.unpick.hidden = picked === 0;
    this.deletePicked.textContent = t('delete_picked', { n: picked });
    this.deleteMatching.hidden = !isNarrowed(query) || matching === 0;
    this.deleteMatching.textContent = t('delete_matching', { n: matching });
  }

  showProblem(text) {
    this.problem.textContent = text;
    this.search.setAttribute('aria-invalid', String(text !== ''));
  }
}
