// SPDX-License-Identifier: GPL-3.0-or-later
// Where rows are that are not drawn: all have one height, but for what is open beneath some of them.

export class RowWindow {
  constructor(rowHeight) {
    this.rowHeight = rowHeight;
    this.opened = new Map(); // index -> height of what is open beneath it
  }

  setOpened(heights) {
    this.opened = new Map([...heights].sort(([a], [b]) => a - b));
  }

  /** From the top of the first row to that of row `index`. */
  offsetOf(index) {
    let offset = index * this.rowHeight;
    for (const [at, height] of this.opened) if (at < index) offset += height;
    return offset;
  }

  /** The row that `offset` lies in, with what is open beneath it. */
  indexAt(offset) {
    let above = 0;
    for (const [at, height] of this.opened) {
      const bottom = (at + 1) * this.rowHeight + above;
      if (offset < bottom) break;
      if (offset < bottom + height) return at;
      above += height;
    }
    return Math.max(0, Math.floor((offset - above) / this.rowHeight));
  }

  /** The rows to draw: those between `top` and `bottom`, and `margin` more on both sides. */
  rangeFor(top, bottom, count, margin = 8) {
    const first = Math.max(0, Math.min(count, this.indexAt(top) - margin));
    const end = Math.min(count, this.indexAt(Math.max(0, bottom)) + 1 + margin);
    return { first, end: Math.max(first, end), before: this.offsetOf(first), after: this.offsetOf(count) - this.offsetOf(end) };
  }
}
