// SPDX-License-Identifier: GPL-3.0-or-later
// The groups in the order of the gateway, page after page as they are wanted. Live changes are put in place; the
// order stays until the list is loaded anew.
import { listGroups } from './api.js';
import { received, STATES, stateAt } from './group.js';
import { filterParameters, openQuery } from './query.js';

const FIRST_PAGE = 200;
const PAGE = 500;
const MOST_NAMES = 24;

/** Events: `loaded` (all rows are new), `more` (rows were appended), `changed` (detail: Set of keys), `counted`. */
export class GroupList extends EventTarget {
  constructor() {
    super();
    this.query = openQuery();
    this.names = ['job', 'instance'];
    this.clockLead = 0; // of the gateway's clock over ours, seconds
    this.states = null;
    this.total = 0;
    this.forget();
  }

  forget() {
    this.rows = [];
    this.positions = new Map();
    this.cursor = null;
    this.count = 0;
    this.pending = new Set();
    this.revision = null;
    this.paging = null;
  }

  now() {
    return Date.now() / 1000 + this.clockLead;
  }

  parameters() {
    return filterParameters(this.query, this.names);
  }

  find(key) {
    return this.rows[this.positions.get(key)];
  }

  /** Loads the first rows for `query`; what was loaded before stays until they are here. */
  async load(query = this.query) {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.query = query;
    this.revision = null; // what is known so far belongs to another query
    const data = await listGroups(this.pageParameters(FIRST_PAGE), { signal: loading.signal });
    this.forget();
    this.noteAnswer(data);
    this.revision = data.revision;
    this.epoch = data.epoch;
    this.append(data);
    this.emit('loaded');
  }

  pageParameters(limit, cursor) {
    const parameters = this.parameters();
    parameters.set('sort', this.query.sort);
    parameters.set('limit', String(limit));
    if (cursor) parameters.set('cursor', cursor);
    return parameters;
  }

  /** Loads page after page until `index` is there; calls meanwhile join in. */
  async reach(index) {
    this.wanted = Math.max(this.wanted ?? 0, index);
    if (this.paging) return this.paging;
    this.paging = this.fetchUpTo().finally(() => {
      this.paging = null;
      this.wanted = 0;
    });
    return this.paging;
  }

  async fetchUpTo() {
    const { signal } = this.loading;
    while (this.cursor && this.rows.length <= this.wanted) {
      const data = await listGroups(this.pageParameters(PAGE, this.cursor), { signal });
      if (signal.aborted) return;
      this.append(data);
      this.emit('more');
    }
  }

  append(data) {
    for (const listed of data.groups) {
      const group = received(listed, data.now);
      if (this.positions.has(group.key)) continue;
      this.positions.set(group.key, this.rows.length);
      this.rows.push(group);
      this.learnNames(group.labels);
    }
    this.cursor = data.cursor ?? null;
    this.count = this.cursor ? Math.max(this.rows.length, this.expected(data)) : this.rows.length;
  }

  expected(data) {
    const { states } = this.query;
    return states.length > 0 ? states.reduce((sum, state) => sum + data.states[state], 0) : data.total;
  }

  learnNames(labels) {
    for (const name in labels) {
      if (this.names.length < MOST_NAMES && !this.names.includes(name)) this.names.push(name);
    }
  }

  noteAnswer(data) {
    this.clockLead = data.now - Date.now() / 1000;
    this.states = data.states;
    this.total = data.total;
    this.emit('counted');
  }

  /** One answer of the long poll: what changed after the revision that was asked with. */
  apply(data) {
    this.noteAnswer(data);
    this.revision = data.revision;
    const changed = new Set();
    this.latest = new Map(); // what this answer says
    for (const listed of data.groups) this.replace(received(listed, data.now), changed);
    for (const labels of data.deleted) this.markGone(received({ labels, age_seconds: 0 }, data.now).key, changed);
    if (changed.size > 0) this.dispatchEvent(new CustomEvent('changed', { detail: changed }));
  }

  replace(group, changed) {
    const at = this.positions.get(group.key);
    changed.add(group.key);
    this.note(group, at);
    if (this.belongsElsewhere(group, at)) this.pending.add(group.key);
  }

  note(group, at) {
    this.latest.set(group.key, group);
    if (at !== undefined) this.rows[at] = group;
  }

  /** Whether the list would differ if it were loaded now. */
  belongsElsewhere(group, at) {
    const { states, sort } = this.query;
    const isWanted = states.length === 0 || states.includes(group.state);
    return at === undefined ? isWanted : !isWanted || !sort.endsWith('job');
  }

  markGone(key, changed) {
    const group = this.find(key);
    if (!group || group.isGone) return;
    this.note({ ...group, isGone: true }, this.positions.get(key));
    changed.add(key);
    this.pending.add(key);
  }

  /** States move on while nothing is pushed; where every row is here, they can be counted without the gateway. */
  recount() {
    if (this.cursor || !this.states || this.query.states.length > 0 || this.pending.size > 0) return;
    this.states = countStates(this.rows, this.now());
    this.emit('counted');
  }

  emit(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** How many of `groups` are in each state at `now`. */
export function countStates(groups, now) {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0]));
  for (const group of groups) if (!group.isGone) counts[stateAt(group, now)] += 1;
  return counts;
}
