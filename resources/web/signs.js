// SPDX-License-Identifier: GPL-3.0-or-later
// A sign for each state, so that none is told by its colour alone.
import { el, svg } from './dom.js';
import { t } from './words.js';

const SHAPES = {
  fresh: () => [svg('circle', { cx: 8, cy: 8, r: 7, fill: 'currentColor' }),
    svg('path', { d: 'M4.8 8.2 7.2 10.6 11.4 5.8', fill: 'none', stroke: 'var(--tint)', 'stroke-width': 1.8 })],
  overdue: () => [svg('circle', { cx: 8, cy: 8, r: 6.2, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6 }),
    svg('path', { d: 'M8 4.4V8l2.6 1.8', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6 })],
  stale: () => [svg('path', { d: 'M10.8 1.6A6.8 6.8 0 1 0 14.4 11 5.6 5.6 0 0 1 10.8 1.6Z', fill: 'currentColor' })],
  failed: () => [svg('path', { d: 'M8 1.2 15.4 14.4H.6Z', fill: 'currentColor' }),
    svg('path', { d: 'M8 5.6v4.6M8 11.4v1.6', stroke: 'var(--tint)', 'stroke-width': 1.7 })],
};

export function sign(state) {
  return svg('svg', { class: 'sign', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, SHAPES[state]());
}

export function badge(state) {
  return el('span', { class: `badge ${state}` }, sign(state), el('span', { class: 'word' }, t(state)));
}
