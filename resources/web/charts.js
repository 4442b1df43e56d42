// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures as SVG: labelled where they stand, with units, without legends.
import { el, svg } from './dom.js';

/** A picture with a name for those who do not see it. */
export function picture(width, height, name, ...parts) {
  return svg('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name }, ...parts);
}

function text(x, y, words, anchor = 'start') {
  return svg('text', { x, y, 'text-anchor': anchor }, words);
}

function hint(words) {
  return svg('title', {}, words);
}

/** What can be clicked, and reached with the keyboard as well. */
function pressable(shape, label, onpress) {
  if (!onpress) return shape;
  const press = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onpress();
  };
  const part = svg('g', { class: 'pressable', role: 'button', tabindex: 0, 'aria-label': label, onclick: press,
    onkeydown: press }, shape);
  return part;
}

/** One bar from `bottom` upwards, in parts where it has some. */
function column(bar, x, width, bottom, scale) {
  let top = bottom;
  const rects = (bar.parts ?? [{ value: bar.value, state: 'bar' }]).filter((part) => part.value > 0).map((part) => {
    const size = Math.max(1, part.value * scale);
    top -= size;
    return svg('rect', { class: part.state, x, y: top, width, height: size });
  });
  const whole = svg('g', {}, svg('rect', { class: 'hit', x, y: 0, width, height: bottom }), ...rects, hint(bar.hint));
  return pressable(whole, bar.hint, bar.value > 0 && bar.press);
}

/** Bars side by side. `bars`: {value, parts?: [{value, state}], hint, press?}; `ticks`: [index, words] below them. */
export function columns({ bars, ticks, name, width = 320, height = 110 }) {
  const bottom = height - 16;
  const scale = (bottom - 14) / Math.max(...bars.map((bar) => bar.value), 1e-300);
  const step = width / bars.length;
  const gap = step > 6 ? 2 : step > 3 ? 1 : 0;
  const shapes = bars.map((bar, index) => column(bar, index * step + gap / 2, Math.max(0.5, step - gap), bottom, scale));
  const words = ticks.map(([index, label]) => text(Math.min(width, index * step), height - 4, label,
    index === 0 ? 'start' : index >= bars.length ? 'end' : 'middle'));
  const drawn = picture(width, height, name, ...shapes,
    svg('line', { x1: 0, x2: width, y1: bottom, y2: bottom, class: 'axis' }), ...words);
  if (bars.some((bar) => bar.press)) drawn.setAttribute('role', 'group');
  return drawn;
}

/** One bar cut into parts. `parts`: {value, label, hint, state, press}. */
export function stack({ parts, name, width = 320, height = 110 }) {
  const sum = parts.reduce((all, part) => all + part.value, 0) || 1;
  let left = 0;
  const shapes = parts.filter((part) => part.value > 0).map((part) => {
    const size = (part.value / sum) * width;
    const shape = svg('rect', { class: part.state, x: left, y: 18, width: Math.max(1, size - 1), height: 32 }, hint(part.hint));
    left += size;
    return pressable(shape, part.hint, part.press);
  });
  const places = parts.map((part, index) => [part, (index * width) / parts.length]);
  const words = places.flatMap(([part, x]) => [
    svg('rect', { class: part.state, x, y: 66, width: 8, height: 8 }),
    text(x + 12, 74, part.label), svg('text', { x: x + 12, y: 90, class: 'figure' }, part.shown)]);
  const drawn = picture(width, height, name, ...shapes, ...words);
  drawn.setAttribute('role', 'group');
  return drawn;
}

/** Bars below each other, with names. `rows`: {value, label, shown, hint, press}. */
export function lines({ rows, name, width = 320, height = 110 }) {
  const most = Math.max(...rows.map((row) => row.value), 1);
  const step = height / Math.max(5, rows.length);
  const shapes = rows.map((row, index) => {
    const size = Math.max(1, (row.value / most) * (width - 150));
    const y = index * step;
    const shape = svg('g', {}, svg('rect', { class: 'hit', x: 0, y, width, height: step }),
      text(0, y + 13, row.label),
      svg('rect', { class: 'bar', x: 110, y: y + 4, width: size, height: step - 8 }),
      svg('text', { x: 114 + size, y: y + 13, class: 'figure' }, row.shown), hint(row.hint));
    return pressable(shape, row.hint, row.press);
  });
  const drawn = picture(width, height, name, ...shapes);
  drawn.setAttribute('role', 'group');
  return drawn;
}

/** Values over time as lines. `series`: {values, state, label}; the last values are the latest. */
export function courses({ series, ticks, name, top, width = 320, height = 110 }) {
  const bottom = height - 16;
  const most = Math.max(1, ...series.flatMap((one) => one.values));
  const drawn = series.map((one) => {
    const step = width / Math.max(1, one.values.length - 1);
    const points = one.values.map((value, at) => `${(at * step).toFixed(1)},${(bottom - (value / most) * (bottom - 16)).toFixed(1)}`);
    return svg('polyline', { class: `course ${one.state}`, points: points.join(' ') }, hint(one.label));
  });
  const words = ticks.map(([share, label]) => text(share * width, height - 4, label, share === 0 ? 'start' : share === 1 ? 'end' : 'middle'));
  return picture(width, height, name, text(0, 10, top(most)),
    svg('line', { x1: 0, x2: width, y1: bottom, y2: bottom, class: 'axis' }), ...drawn, ...words);
}

export function figure(caption, drawn) {
  return el('figure', {}, el('figcaption', {}, caption), drawn);
}
