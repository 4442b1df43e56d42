// SPDX-License-Identifier: GPL-3.0-or-later
// The groups as a table of which only those rows exist that are in sight.
import { byId, el, setText } from './dom.js';
import { handleKey } from './table_keys.js';
import { makeHead, showSort } from './table_head.js';
import { blankRow, COLUMNS, rowAt, rowOf, showFlags, showGroup, showTimes } from './row.js';
import { RowWindow } from './window.js';
import { t } from './words.js';

const NARROW = matchMedia('(max-width: 600px)');
const ROW_HEIGHT = 36;
const CARD_HEIGHT = 96;

function spacer() {
  return el('tr', { 'aria-hidden': 'true', class: 'space' }, el('td', { colspan: COLUMNS.length }));
}

function setHeight(row, height) {
  row.firstChild.style.setProperty('height', `${height}px`);
  row.hidden = height === 0;
}

/** Events: `picked`, `asked-delete`, `sort` (detail: the order wanted), `top` (scrolled back up). */
export class GroupTable extends EventTarget {
  /** `makeDetails(group)` makes what opens beneath a row: `element`, and `refresh(group)` for what changed. */
  constructor(scroller, list, makeDetails) {
    super();
    Object.assign(this, { scroller, list, makeDetails });
    this.picked = new Set();
    this.opened = new Map(); // key -> {details, row, height}
    this.active = -1;
    this.anchor = -1;
    this.drawn = new Map(); // index -> row
    this.window = new RowWindow(NARROW.matches ? CARD_HEIGHT : ROW_HEIGHT);
    this.calls = { pick: (key, isPicked) => this.pick([key], isPicked), toggle: (key) => this.toggle(key) };
    this.observer = new ResizeObserver((entries) => this.noteHeights(entries));
    this.build();
    this.listen();
  }

  build() {
    this.above = spacer();
    this.below = spacer();
    this.body = el('tbody', { role: 'rowgroup' }, this.above, this.below);
    this.head = makeHead((sort) => this.dispatchEvent(new CustomEvent('sort', { detail: sort })));
    this.table = el('table', { id: 'groups', role: 'grid', tabindex: 0, 'aria-multiselectable': 'true',
      'aria-label': t('groups') }, this.head, this.body);
  }

  listen() {
    this.scroller.addEventListener('scroll', () => this.askDraw(), { passive: true });
    new ResizeObserver(() => this.askDraw()).observe(this.scroller);
    this.table.addEventListener('keydown', (event) => handleKey(this, event));
    this.table.addEventListener('focus', () => this.showFocus());
    this.body.addEventListener('click', (event) => this.clicked(event));
    this.list.addEventListener('loaded', () => this.noteLoaded());
    this.list.addEventListener('more', () => this.redraw());
    this.list.addEventListener('changed', ({ detail }) => this.noteChanged(detail));
    NARROW.addEventListener('change', () => {
      this.window.rowHeight = NARROW.matches ? CARD_HEIGHT : ROW_HEIGHT;
      this.redraw();
    });
    setInterval(() => this.growOlder(), 1000);
  }

  // ------------------------------------------------------------------------------------------ drawing

  noteLoaded() {
    for (const key of this.picked) if (!this.list.find(key) && !this.list.cursor) this.picked.delete(key);
    this.active = Math.min(this.active, this.list.rows.length - 1);
    this.redraw();
    this.dispatchEvent(new Event('picked'));
  }

  /** Makes every row anew. */
  redraw() {
    for (const row of this.drawn.values()) row.remove();
    this.drawn.clear();
    showSort(this.head, this.list.query.sort);
    this.draw();
  }

  askDraw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
      if (this.scroller.scrollTop === 0) this.dispatchEvent(new Event('top'));
    });
  }

  draw() {
    this.placeOpened();
    const top = this.scroller.scrollTop - this.table.offsetTop;
    const { first, end, before, after } = this.window.rangeFor(top, top + this.scroller.clientHeight, this.list.count);
    this.table.setAttribute('aria-rowcount', this.list.count + 1);
    for (const [index, row] of this.drawn) if (index < first || index >= end) this.drop(index, row);
    setHeight(this.above, before);
    setHeight(this.below, after);
    let next = this.above.nextSibling;
    for (let index = first; index < end; index += 1) next = this.place(index, next);
    if (end > this.list.rows.length && this.list.cursor) this.wantMore(end);
  }

  wantMore(end) {
    this.list.reach(end).catch((error) => this.dispatchEvent(new CustomEvent('failed', { detail: error })));
  }

  /** Puts row `index` before `next`; what then follows it. */
  place(index, next) {
    let row = this.drawn.get(index);
    const group = this.list.rows[index];
    if (!row) {
      row = group ? rowOf(group, index, this.list.now(), this.calls) : blankRow(index);
      this.drawn.set(index, row);
      if (group) this.showFlagsOf(index);
    }
    if (row !== next) this.body.insertBefore(row, next);
    const opened = group && this.opened.get(group.key);
    if (!opened) return row.nextSibling;
    if (opened.row !== row.nextSibling) this.body.insertBefore(opened.row, row.nextSibling);
    return opened.row.nextSibling;
  }

  drop(index, row) {
    this.opened.get(this.list.rows[index]?.key)?.row.remove();
    row.remove();
    this.drawn.delete(index);
  }

  showFlagsOf(index) {
    const row = this.drawn.get(index);
    const group = this.list.rows[index];
    if (!row || !group) return;
    const isActive = index === this.active;
    showFlags(row, { isPicked: this.picked.has(group.key), isOpen: this.opened.has(group.key), isActive });
  }

  growOlder() {
    const now = this.list.now();
    for (const [index, row] of this.drawn) {
      const group = this.list.rows[index];
      if (group) showTimes(row, group, now);
    }
  }

  noteChanged(keys) {
    const now = this.list.now();
    for (const [index, row] of this.drawn) {
      const group = this.list.rows[index];
      if (!group || !keys.has(group.key)) continue;
      showGroup(row, group, now);
      row.classList.remove('changed');
      requestAnimationFrame(() => row.classList.add('changed'));
    }
    for (const [key, opened] of this.opened) if (keys.has(key)) opened.details.refresh(this.list.find(key));
  }

  // ------------------------------------------------------------------------------------ what is open

  /** Forgets what is no more, and tells the window where the others are. */
  placeOpened() {
    const heights = new Map();
    for (const [key, opened] of this.opened) {
      const index = this.list.positions.get(key);
      if (index !== undefined) heights.set(index, opened.height);
      else if (!this.list.cursor) this.close(key);
    }
    this.window.setOpened(heights);
  }

  toggle(key) {
    const index = this.list.positions.get(key);
    if (this.opened.has(key)) this.close(key);
    else this.open(key);
    this.setActive(index);
    this.draw();
  }

  open(key) {
    const details = this.makeDetails(this.list.find(key));
    const row = el('tr', { role: 'row', class: 'details' },
      el('td', { role: 'gridcell', colspan: COLUMNS.length }, details.element));
    this.opened.set(key, { details, row, height: 0 });
    this.observer.observe(row);
  }

  close(key) {
    const opened = this.opened.get(key);
    this.observer.unobserve(opened.row);
    opened.row.remove();
    this.opened.delete(key);
  }

  noteHeights(entries) {
    for (const { target } of entries) {
      // One that has left the window keeps its height.
      const opened = [...this.opened.values()].find(({ row }) => row === target);
      if (opened && target.isConnected) opened.height = target.offsetHeight;
    }
    this.askDraw();
  }

  // -------------------------------------------------------------------------------- picking and focus

  pick(keys, isPicked) {
    for (const key of keys) {
      if (isPicked) this.picked.add(key);
      else this.picked.delete(key);
    }
    for (const index of this.drawn.keys()) this.showFlagsOf(index);
    this.dispatchEvent(new Event('picked'));
  }

  pickOnly(keys) {
    this.picked.clear();
    this.pick(keys, true);
  }

  pickedGroups() {
    return [...this.picked].map((key) => this.list.find(key)).filter((group) => group && !group.isGone);
  }

  activeGroup() {
    return this.list.rows[this.active];
  }

  setActive(index) {
    const before = this.active;
    this.active = index;
    this.showFlagsOf(before);
    this.showFlagsOf(index);
    if (index >= 0) this.table.setAttribute('aria-activedescendant', `row-${index}`);
    else this.table.removeAttribute('aria-activedescendant');
  }

  /** Moves the active row, and what is in sight with it. */
  moveTo(index) {
    if (this.list.rows.length === 0) return;
    this.setActive(Math.max(0, Math.min(index, this.list.rows.length - 1)));
    this.reveal(this.active);
  }

  reveal(index) {
    const head = this.head.offsetHeight;
    const top = this.table.offsetTop + head + this.window.offsetOf(index);
    const { scrollTop, clientHeight } = this.scroller;
    if (top - head < scrollTop) this.scroller.scrollTop = top - head;
    else if (top + this.window.rowHeight > scrollTop + clientHeight) {
      this.scroller.scrollTop = top + this.window.rowHeight - clientHeight;
    }
    this.draw();
  }

  showFocus() {
    if (this.active < 0 && this.list.rows.length > 0) this.setActive(0);
  }

  clicked(event) {
    const row = event.target.closest('tr.group');
    if (!row || row.classList.contains('blank') || event.target.closest('input, button')) return;
    if (String(getSelection())) return; // the reader marks text
    const index = Number(row.id.slice('row-'.length));
    if (event.shiftKey || event.ctrlKey || event.metaKey) this.clickedToPick(index, event);
    else this.toggle(this.list.rows[index].key);
  }

  clickedToPick(index, event) {
    const { key } = this.list.rows[index];
    if (event.shiftKey) this.pickOnly(this.keysBetween(this.active, index));
    else this.pick([key], !this.picked.has(key));
    if (!event.shiftKey) this.setActive(index);
  }

  keysBetween(one, other) {
    const [first, last] = [Math.max(0, Math.min(one, other)), Math.max(one, other)];
    return this.list.rows.slice(first, last + 1).map((group) => group.key);
  }

  rename() {
    const head = makeHead((sort) => this.dispatchEvent(new CustomEvent('sort', { detail: sort })));
    this.head.replaceWith(head);
    this.head = head;
    this.table.setAttribute('aria-label', t('groups'));
    const opened = [...this.opened.keys()];
    opened.forEach((key) => this.close(key));
    opened.filter((key) => this.list.find(key)).forEach((key) => this.open(key));
    this.redraw();
  }
}
