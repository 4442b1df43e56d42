// SPDX-License-Identifier: GPL-3.0-or-later
// Lines below the table, where they push nothing away, that say what happened; each kind has at most one.
import { button, el } from './dom.js';

export class Notices {
  constructor(place) {
    this.place = place;
    this.lines = new Map();
    this.voice = el('p', { class: 'unseen', 'aria-live': 'polite' });
    place.after(this.voice);
  }

  /** For those who hear the page; a line whose words change each second is not read out by itself. */
  say(text) {
    this.voice.textContent = text;
  }

  /** Shows `text` as the line of its kind; `actions`: [words, call]. Without text the line goes. */
  show(kind, text, actions = []) {
    const line = this.lines.get(kind);
    if (!text) {
      line?.remove();
      this.lines.delete(kind);
    } else if (line && actions.length === line.children.length - 1) {
      // Only the words change, so that a button keeps the focus.
      if (line.firstChild.textContent !== text) line.firstChild.textContent = text;
    } else {
      const fresh = el('p', { class: `notice ${kind}` }, el('span', {}, text), actions.map(([words, call]) => button(words, call)));
      if (line) line.replaceWith(fresh);
      else this.place.append(fresh);
      this.lines.set(kind, fresh);
    }
  }

  /** Goes by itself. */
  pass(kind, text, milliseconds = 10_000, actions = []) {
    this.show(kind, '');
    this.show(kind, text, actions);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(kind, ''), milliseconds);
  }
}
