// SPDX-License-Identifier: GPL-3.0-or-later
// The series of one family: plain values in a table, histograms as bars, summaries as tables.
import { button, el } from './dom.js';
import { columns } from './charts.js';
import { bucketsOf, isNative } from './exposition.js';
import { elided, labelName, quoted } from './format.js';
import { numberText, t } from './words.js';

const FIRST = 100;

/** Labels that are not the group's own, which all its series have. */
function ownLabels(metric, groupLabels) {
  return Object.entries(metric.labels).filter(([name, value]) => (groupLabels[name] ?? '') !== value);
}

function labelsCell(metric, groupLabels) {
  const labels = ownLabels(metric, groupLabels);
  if (labels.length === 0) return el('td', { class: 'muted' }, t('no_further_labels'));
  return el('td', {}, labels.map(([name, value]) => el('span', { class: 'label', title: value },
    el('span', { class: 'name' }, `${labelName(name)}=`), quoted(elided(value, 60)))));
}

function tableOf(heads, rows) {
  return el('table', { class: 'series' },
    el('thead', {}, el('tr', {}, heads.map((head, at) => el('th', { scope: 'col', class: at > 0 ? 'value' : '' }, head)))),
    el('tbody', {}, rows));
}

function plainValues(metrics, groupLabels) {
  return tableOf([t('labels'), t('value')], metrics.map((metric) =>
    el('tr', {}, labelsCell(metric, groupLabels), el('td', { class: 'value' }, metric.value))));
}

function figures(metric) {
  const mean = Number(metric.sum) / Number(metric.count);
  return el('p', { class: 'figures' }, t('count_and_sum', { count: metric.count, sum: metric.sum }),
    Number.isFinite(mean) ? t('mean', { mean: String(Number(mean.toPrecision(4))) }) : '');
}

function heading(metric, groupLabels) {
  if (ownLabels(metric, groupLabels).length === 0) return null;
  const cell = labelsCell(metric, groupLabels);
  return el('p', { class: 'labels' }, ...cell.childNodes);
}

function summary(metric, groupLabels) {
  const quantiles = Object.entries(metric.quantiles).sort(([a], [b]) => Number(a) - Number(b));
  const rows = quantiles.map(([quantile, value]) =>
    el('tr', {}, el('td', { class: 'bound' }, quantile), el('td', { class: 'value' }, value)));
  return el('div', { class: 'distribution' }, heading(metric, groupLabels), figures(metric),
    rows.length > 0 ? tableOf([t('quantile'), t('value')], rows) : null);
}

/** What each bucket holds by itself: {range, low, high, count}. */
export function classicBars(metric) {
  let below = 0;
  let low = '-Inf';
  return bucketsOf(metric).map(({ bound, count }) => {
    const bar = { range: `(${low}, ${bound}]`, low, high: bound, count: Math.max(0, Number(count) - below) };
    below = Number(count);
    low = bound;
    return bar;
  });
}

// Which ends belong to a bucket, by the code that the API gives: open left, open right, both open, both closed.
const ENDS = [['(', ']'], ['[', ')'], ['(', ')'], ['[', ']']];

export function nativeBars(metric) {
  return metric.buckets.map(([code, low, high, count]) => {
    const [left, right] = ENDS[code] ?? ENDS[3];
    return { range: `${left}${low}, ${high}${right}`, low, high, count: Number(count) };
  });
}

function short(bound) {
  const value = Number(bound);
  return Number.isFinite(value) && bound.length > 7 ? String(Number(value.toPrecision(3))) : bound;
}

function chartOf(bars, native) {
  const middle = Math.floor(bars.length / 2);
  const ticks = bars.length === 0 ? [] : [[0, native ? short(bars[0].low) : `\u2264 ${short(bars[0].high)}`],
    [bars.length, short(bars.at(-1).high)]];
  if (bars.length > 4) ticks.splice(1, 0, [middle, short(bars[middle].low)]);
  const name = t('histogram_of', { n: bars.length, ranges: bars.slice(0, 40).map((bar) => `${bar.range}: ${bar.count}`).join('; ') });
  return columns({ name, ticks, width: 480, height: 96, bars: bars.map((bar) => ({ value: bar.count, hint: `${bar.range}: ${numberText(bar.count)}` })) });
}

function bucketTable(bars) {
  return el('details', { class: 'buckets' }, el('summary', {}, t('buckets', { n: bars.length })),
    tableOf([t('bucket'), t('observations')], bars.map((bar) =>
      el('tr', {}, el('td', { class: 'bound' }, bar.range), el('td', { class: 'value' }, numberText(bar.count))))));
}

function histogram(metric, groupLabels) {
  const native = isNative(metric);
  const bars = native ? nativeBars(metric) : classicBars(metric);
  return el('div', { class: 'distribution' }, heading(metric, groupLabels), figures(metric),
    native ? el('p', { class: 'muted' }, t('native')) : null,
    bars.length > 0 ? chartOf(bars, native) : null, bars.length > 0 ? bucketTable(bars) : null);
}

function viewOf(type, metrics, groupLabels) {
  if (type === 'SUMMARY') return metrics.map((metric) => summary(metric, groupLabels));
  if (type === 'HISTOGRAM') return metrics.map((metric) => histogram(metric, groupLabels));
  return [plainValues(metrics, groupLabels)];
}

/** The family's series; of many only the first, and the others when asked for. */
export function seriesView(family, groupLabels) {
  const { metrics, type } = family;
  if (metrics.length === 0) return el('p', { class: 'muted' }, t('no_series'));
  const view = el('div', { class: 'series-view' }, viewOf(type, metrics.slice(0, FIRST), groupLabels));
  if (metrics.length > FIRST) {
    view.append(button(t('show_all_series', { n: metrics.length }), () =>
      view.replaceChildren(...viewOf(type, metrics, groupLabels))));
  }
  return view;
}
