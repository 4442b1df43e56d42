// SPDX-License-Identifier: GPL-3.0-or-later
// One group as the API lists it, and what follows from it as time goes by.
import { ageText, exactTime, lengthText, rhythmText } from './format.js';
import { t } from './words.js';

/** The most urgent first. */
export const STATES = ['failed', 'stale', 'overdue', 'fresh'];

/** The same for the same labels, whatever their order. */
export function keyOf(labels) {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

/** A listed group with what is looked up often; `now` is that of its answer. */
export function received(group, now) {
  return { ...group, key: keyOf(group.labels), begins: now - group.age_seconds, isGone: false };
}

function base64Url(text) {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') || '=';
}

/** A label name as a path holds it: one that is no identifier in the form with `U__`, which leaves no slash in it. */
function nameInPath(name) {
  if (/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) return name;
  const escaped = Array.from(name, (c, at) => {
    if (c === '_') return '__';
    return /[a-zA-Z:]/.test(c) || (at > 0 && /[0-9]/.test(c)) ? c : `_${c.codePointAt(0).toString(16)}_`;
  });
  return `U__${escaped.join('')}`;
}

/** `job@base64/...`: any value, slashes and all, fits into it. */
export function pathOf(labels) {
  const others = Object.entries(labels).filter(([name]) => name !== 'job');
  return [['job', labels.job], ...others]
    .map(([name, value]) => `${nameInPath(name)}@base64/${base64Url(value)}`)
    .join('/');
}

/** Parameters that name these groups, several where one address would get longer than `most` characters. */
export function addressedTogether(labelSets, most) {
  const batches = [];
  let length = Infinity;
  for (const labels of labelSets) {
    const one = new URLSearchParams([['group[]', `/${pathOf(labels)}`]]);
    length += one.toString().length + 1;
    if (length > most) {
      batches.push(new URLSearchParams());
      length = one.toString().length;
    }
    batches.at(-1).append('group[]', one.get('group[]'));
  }
  return batches;
}

export function ageAt(group, now) {
  return Math.max(0, now - group.begins);
}

/** When the group stops being fresh, in Unix seconds: by its rule, else by its rhythm; or null. */
export function dueAt(group) {
  if (group.stale_after_seconds !== null) return group.begins + group.stale_after_seconds;
  return group.expected_by;
}

/** As the gateway says at `now`; states move on while nothing is pushed. */
export function stateAt(group, now) {
  if (group.push_failure_time > group.push_time) return 'failed';
  const due = dueAt(group);
  if (due === null || now <= due) return 'fresh';
  return group.stale_after_seconds !== null ? 'stale' : 'overdue';
}

export function rhythmOf(group) {
  if (group.cadence_seconds !== null) return rhythmText(group.cadence_seconds);
  if (group.stale_after_seconds !== null) return t('at_most', { length: lengthText(group.stale_after_seconds) });
  return t('not_learnt');
}

/** Why the group is in its state, and since when. */
export function reasonAt(group, now) {
  const age = group.push_time > 0 ? ageText(ageAt(group, now)) : t('never');
  switch (stateAt(group, now)) {
    case 'failed':
      return t('reason_failed', { age: ageText(now - group.push_failure_time), push: age });
    case 'stale':
      return t('reason_stale', { age, limit: lengthText(group.stale_after_seconds) });
    case 'overdue':
      return t('reason_overdue', { age, rhythm: rhythmOf(group), late: lengthText(now - group.expected_by) });
    default:
      return t('reason_fresh', { age });
  }
}

/** The times behind the relative ones. */
export function timesText(group) {
  const lines = [t('last_push_at', { time: group.push_time > 0 ? exactTime(group.push_time) : t('never') })];
  if (group.push_failure_time > 0) lines.push(t('last_failure_at', { time: exactTime(group.push_failure_time) }));
  return lines.join('\n');
}
