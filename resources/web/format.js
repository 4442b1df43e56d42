// SPDX-License-Identifier: GPL-3.0-or-later
// Times, lengths of time and labels as people read them.
import { language, t } from './words.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
// Below the first number the unit of the second is used; one unit is enough.
const UNITS = [[MINUTE, 1, 's'], [HOUR, MINUTE, 'min'], [2 * DAY, HOUR, 'h'], [3 * WEEK, DAY, 'd'], [Infinity, WEEK, 'wk']];

function unitOf(seconds) {
  return UNITS.find(([below]) => seconds < below);
}

/** `42 s`, `3 h`. */
export function lengthText(seconds) {
  const size = Math.abs(seconds);
  const [, unit, name] = unitOf(size);
  return t(`unit_${name}`, { number: Math.floor(size / unit) });
}

/** `just now`, `5 min ago`; a clock that is a little behind makes no age negative. */
export function ageText(seconds) {
  return seconds < 2 ? t('just_now') : t('ago', { length: lengthText(seconds) });
}

/** `every 1 min`, `about every 25 h`. */
export function rhythmText(seconds) {
  const [, unit] = unitOf(seconds);
  const times = seconds / unit;
  const isRound = Math.abs(times - Math.round(times)) < 0.02 * times;
  return t(isRound ? 'every' : 'about_every', { length: lengthText(seconds * 1.01) });
}

/** `due in 12 s`, `3 h late`. */
export function dueText(secondsLeft) {
  return t(secondsLeft < 0 ? 'late' : 'due_in', { length: lengthText(secondsLeft) });
}

/** Local, with zone, to the second, and as Unix time. */
export function exactTime(unixSeconds) {
  const local = new Date(unixSeconds * 1000).toLocaleString(language() === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    hour12: false, timeZoneName: 'short',
  });
  return t('exact_time', { local, unix: String(Math.floor(unixSeconds)) });
}

/** `abcdef...uvwxyz`: ends tell more than a middle. */
export function elided(text, most = 32) {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  return `${text.slice(0, half)}\u2026${text.slice(-half)}`;
}

export function quoted(value) {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}

const LEGACY_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

export function labelName(name) {
  return LEGACY_NAME.test(name) ? name : quoted(name);
}

/** Job first, then by name. */
export function sortedLabels(labels) {
  return Object.entries(labels).sort(([a], [b]) => (b === 'job') - (a === 'job') || (a < b ? -1 : Number(a > b)));
}

/** `{job="a",instance="b"}`: what a group is called, and a selector as well. */
export function labelsText(labels) {
  return `{${sortedLabels(labels).map(([name, value]) => `${labelName(name)}=${quoted(value)}`).join(',')}}`;
}
