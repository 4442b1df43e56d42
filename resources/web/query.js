// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader wants to see, and how that is asked of the API and kept in the page's address.
import { STATES } from './group.js';
import { labelName, quoted } from './format.js';

const SORTS = ['job', '-job', 'age', '-age', 'series', '-series'];
const MOST_SELECTORS = 64;

export function openQuery() {
  return { text: '', states: [], olderThan: '', sort: 'job' };
}

export function isNarrowed(query) {
  return query.text.trim() !== '' || query.states.length > 0 || query.olderThan !== '';
}

function literal(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function matcher(name, word) {
  return `${labelName(name)}=~${quoted(`(?i).*${literal(word)}.*`)}`;
}

/** Each way to give the words to labels; `name=word` belongs to that label only. */
function assignments(words, names) {
  return words.reduce((ways, word) => {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(word) ?? [];
    const choices = name ? [matcher(name, value.replace(/"/g, ''))] : names.map((one) => matcher(one, word));
    return ways.flatMap((way) => choices.map((choice) => [...way, choice]));
  }, [[]]);
}

/** Selectors for what stands in the search box: one as it is, or one for each label in which a word may be.
 *  `names`: the labels known; where they are too many, only the first are looked at. */
export function selectorsOf(text, names) {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (/^\w*\{/.test(trimmed)) return [trimmed];
  const words = trimmed.split(/\s+/);
  const most = Math.max(1, Math.floor(MOST_SELECTORS ** (1 / words.length)));
  return assignments(words, names.slice(0, most)).map((way) => `{${way.join(',')}}`);
}

/** The parameters that choose groups, without order. */
export function filterParameters(query, names) {
  const parameters = new URLSearchParams();
  for (const selector of selectorsOf(query.text, names)) parameters.append('match[]', selector);
  if (query.olderThan) parameters.set('older_than', query.olderThan);
  if (query.states.length > 0) parameters.set('state', query.states.join(','));
  return parameters;
}

export function queryFromAddress(search) {
  const found = new URLSearchParams(search);
  const sort = found.get('sort') ?? 'job';
  return {
    text: found.get('q') ?? '',
    states: (found.get('state') ?? '').split(',').filter((state) => STATES.includes(state)),
    olderThan: /^(\d+(ms|[smhdwy]))+$/.test(found.get('older_than') ?? '') ? found.get('older_than') : '',
    sort: SORTS.includes(sort) ? sort : 'job',
  };
}

/** Empty for what is shown without any wish. */
export function addressOf(query) {
  const parameters = new URLSearchParams();
  if (query.text.trim()) parameters.set('q', query.text.trim());
  if (query.states.length > 0) parameters.set('state', query.states.join(','));
  if (query.olderThan) parameters.set('older_than', query.olderThan);
  if (query.sort !== 'job') parameters.set('sort', query.sort);
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
