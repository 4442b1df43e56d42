// SPDX-License-Identifier: GPL-3.0-or-later
// A group in the forms that other programs read: the text format, a shell command, PromQL.
import { addressFor } from './api.js';
import { labelName, labelsText, quoted } from './format.js';
import { pathOf } from './group.js';

/** The gateway makes these itself with each push. */
export const OWN_FAMILIES = ['push_time_seconds', 'push_failure_time_seconds'];
const TYPES = { COUNTER: 'counter', GAUGE: 'gauge', SUMMARY: 'summary', HISTOGRAM: 'histogram', UNTYPED: 'untyped' };

/** The families of a group, as `[name, family]`, by name. */
export function familiesOf(details) {
  return Object.entries(details.metrics).filter(([, family]) => Array.isArray(family?.metrics));
}

/** Whether the text format can hold the metric: native histograms it cannot. */
export function isNative(metric) {
  return Array.isArray(metric.buckets);
}

/** Bounds as numbers, with the counts as they are exposed, in order. */
export function bucketsOf(metric) {
  const found = Object.entries(metric.buckets).map(([bound, count]) => ({ bound, upper: Number(bound.replace('Inf', 'Infinity')), count }));
  found.sort((a, b) => a.upper - b.upper);
  if (found.at(-1)?.upper !== Infinity) found.push({ bound: '+Inf', upper: Infinity, count: metric.count });
  return found;
}

const LEGACY_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

function line(name, labels, extra, value) {
  const all = [...Object.entries(labels).map(([key, text]) => `${labelName(key)}=${quoted(text)}`), ...extra];
  return `${name}${all.length > 0 ? `{${all.join(',')}}` : ''} ${value}\n`;
}

function metricText(name, type, metric) {
  if (type === 'SUMMARY' || type === 'HISTOGRAM') {
    const parts = type === 'SUMMARY'
      ? Object.entries(metric.quantiles).map(([q, value]) => line(name, metric.labels, [`quantile="${q}"`], value))
      : isNative(metric) ? [`# A native histogram, which this format cannot hold.\n`]
        : bucketsOf(metric).map(({ bound, count }) => line(`${name}_bucket`, metric.labels, [`le="${bound}"`], count));
    return [...parts, line(`${name}_sum`, metric.labels, [], metric.sum), line(`${name}_count`, metric.labels, [], metric.count)].join('');
  }
  return line(name, metric.labels, [], metric.value);
}

/** One family in the text format, or nothing where that has no words for its type. */
export function familyText(name, family) {
  const type = TYPES[family.type];
  if (!type) return `# ${name}: the text format has no type ${family.type}.\n`;
  const help = family.help ? `# HELP ${name} ${family.help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}\n` : '';
  return `${help}# TYPE ${name} ${type}\n${family.metrics.map((metric) => metricText(name, family.type, metric)).join('')}`;
}

export function groupText(details) {
  return familiesOf(details).filter(([name]) => !OWN_FAMILIES.includes(name))
    .map(([name, family]) => familyText(name, family)).join('');
}

export function shellQuoted(text) {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

/** Pushes the same again. */
export function pushCommand(details) {
  const url = addressFor(`metrics/${pathOf(details.labels)}`);
  return `curl --data-binary @- ${shellQuoted(url)} <<'METRICS'\n${groupText(details)}METRICS\n`;
}

/** Deletes the one group. */
export function deleteCommand(labels) {
  return `curl -X DELETE ${shellQuoted(addressFor(`metrics/${pathOf(labels)}`))}`;
}

/** Deletes what `parameters` choose at the time it is run. */
export function deleteMatchingCommand(parameters) {
  const data = [...parameters].map(([name, value]) => ` --data-urlencode ${shellQuoted(`${name}=${value}`)}`).join('');
  return `curl -G -X DELETE${data} ${shellQuoted(addressFor('api/v1/groups'))}`;
}

/** Selects the series in Prometheus. */
export function promQl(labels, name = '') {
  const selector = labelsText(labels);
  return name === '' ? selector : LEGACY_METRIC.test(name) ? name + selector
    : `{${quoted(name)},${selector.slice(1)}`;
}
