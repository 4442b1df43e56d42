// SPDX-License-Identifier: GPL-3.0-or-later
// All groups of the filter in four pictures; what is clicked narrows the table.
import { causeText, listGroups, pushActivity } from './api.js';
import { columns, courses, figure, lines, stack } from './charts.js';
import { el } from './dom.js';
import { elided, lengthText, quoted } from './format.js';
import { ageAt, received, STATES, stateAt } from './group.js';
import { countStates } from './list.js';
import { numberText, t } from './words.js';

const EVERY = 10_000; // milliseconds
const PAGE = 1000;
const MOST_GROUPS = 100_000; // beyond, the pictures are of the first ones
const MOST_JOBS = 6;
// Edges of ages in seconds, each about three times the one before.
const AGES = [0, 10, 30, 60, 300, 900, 3600, 10_800, 43_200, 86_400, 259_200, 604_800, 2_592_000, 7_776_000];

/** Every group that `parameters` choose, page after page. */
export async function allGroups(parameters, signal) {
  const groups = [];
  let cursor = null;
  do {
    const page = new URLSearchParams(parameters);
    page.set('limit', String(PAGE));
    if (cursor) page.set('cursor', cursor);
    const data = await listGroups(page, { signal });
    for (const group of data.groups) groups.push(received(group, data.now));
    cursor = data.cursor ?? null;
  } while (cursor && groups.length < MOST_GROUPS);
  return groups;
}

/** How many groups of each age, and in which states. */
export function ageBins(groups, now) {
  const bins = AGES.map((from, at) => ({ from, to: AGES[at + 1] ?? Infinity, groups: [] }));
  for (const group of groups) {
    const age = ageAt(group, now);
    bins.findLast((bin) => age >= bin.from).groups.push(group);
  }
  return bins.map(({ from, to, groups: held }) => ({ from, to, count: held.length, states: countStates(held, now) }));
}

/** The jobs with the most series: `[job, series, groups]`. */
export function largestJobs(groups) {
  const jobs = new Map();
  for (const { labels, series } of groups) {
    const found = jobs.get(labels.job) ?? [labels.job, 0, 0];
    jobs.set(labels.job, [labels.job, found[1] + series, found[2] + 1]);
  }
  return [...jobs.values()].sort((a, b) => b[1] - a[1]).slice(0, MOST_JOBS);
}

function statePicture(groups, now, wish) {
  const counts = countStates(groups, now);
  const parts = STATES.map((state) => ({ state, value: counts[state], label: t(state), shown: numberText(counts[state]),
    hint: t('state_hint', { state: t(state), n: counts[state] }), press: () => wish({ states: [state] }) }));
  return figure(t('groups_by_state'), stack({ parts, name: t('groups_by_state') }));
}

function agePicture(groups, now, wish) {
  const bins = ageBins(groups, now);
  const parts = (bin) => STATES.toReversed().map((state) => ({ state, value: bin.states[state] }));
  const bars = bins.map((bin) => ({ value: bin.count, parts: parts(bin), press: () => wish({ olderThan: `${bin.from}s` }),
    hint: t('age_hint', { n: bin.count, from: lengthText(bin.from), to: bin.to === Infinity ? '\u221e' : lengthText(bin.to) }) }));
  const ticks = [0, 3, 6, 9, 11, 13].map((at) => [at, lengthText(AGES[at])]);
  return figure(t('groups_by_age'), columns({ bars, ticks, name: t('groups_by_age') }));
}

function jobPicture(groups, wish) {
  const rows = largestJobs(groups).map(([job, series, count]) => ({ value: series, label: elided(job, 16), shown: numberText(series),
    hint: t('job_hint', { job, series, n: count }), press: () => wish({ text: `{job=${quoted(job)}}` }) }));
  return figure(t('largest_jobs'), lines({ rows, name: t('largest_jobs') }));
}

/** Of the last hour, as the gateway counted them; `activity` is its answer, or what went wrong. */
function activityPicture(activity) {
  if (activity instanceof Error) return figure(t('no_activity', { cause: causeText(activity) }), el('p', {}));
  const series = ['pushes', 'failures'].map((state) => ({ state, label: t(state), values: activity[state] }));
  const sum = (one) => one.values.reduce((all, value) => all + value, 0);
  const caption = t('pushes_and_failures', { pushes: sum(series[0]), failures: sum(series[1]) });
  const hour = activity.pushes.length * activity.step_seconds;
  return figure(caption, courses({ series, name: caption, top: (most) => t('per_minute', { n: most }),
    ticks: [[0, t('ago', { length: lengthText(hour) })], [0.5, t('ago', { length: lengthText(hour / 2) })], [1, t('now')]] }));
}

/** Folds out above the table. `wish` is told what to narrow the table to. */
export class Overview {
  constructor(list, wish) {
    Object.assign(this, { list, wish });
    this.groups = new Map();
    this.activity = { step_seconds: 60, pushes: [], failures: [] };
    this.element = el('section', { id: 'overview', hidden: true, 'aria-label': t('overview') });
    setInterval(() => this.refresh(), EVERY);
    list.addEventListener('changed', ({ detail }) => this.noteChanged(detail));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  async toggle() {
    this.element.hidden = !this.element.hidden;
    if (this.isOpen) await this.load();
  }

  /** Looks at everything anew; errors are the caller's. */
  async load() {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    const parameters = this.list.parameters();
    parameters.delete('state');
    parameters.delete('older_than');
    const [groups] = await Promise.all([allGroups(parameters, loading.signal), this.readActivity()]);
    if (loading.signal.aborted) return;
    this.groups = new Map(groups.map((group) => [group.key, group]));
    this.draw();
  }

  async readActivity() {
    try {
      this.activity = await pushActivity();
    } catch (error) {
      this.activity = error;
    }
  }

  /** What changes without any group in sight. */
  async refresh() {
    if (!this.isOpen || document.hidden) return;
    await this.readActivity();
    this.draw();
  }

  noteChanged(keys) {
    for (const key of keys) {
      const group = this.list.latest.get(key);
      if (!group) continue;
      if (group.isGone) this.groups.delete(key);
      else this.groups.set(key, group);
    }
    this.drawSoon();
  }

  drawSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.draw();
    }, 1000);
  }

  draw() {
    const { activeElement } = document;
    if (!this.isOpen || this.element.contains(activeElement)) return; // what has the focus stays
    const groups = [...this.groups.values()];
    const now = this.list.now();
    this.element.setAttribute('aria-label', t('overview'));
    this.element.replaceChildren(statePicture(groups, now, this.wish), agePicture(groups, now, this.wish),
      jobPicture(groups, this.wish), activityPicture(this.activity));
  }
}
