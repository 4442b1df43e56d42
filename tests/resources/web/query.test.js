// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressedTogether, dueAt, keyOf, pathOf, stateAt } from './group.js';
import { addressOf, filterParameters, openQuery, queryFromAddress, selectorsOf } from './query.js';
import { RowWindow } from './window.js';

test('words may be in any label, each in one', () => {
  const names = ['job', 'instance'];
  assert.deepEqual(selectorsOf('', names), []);
  assert.deepEqual(selectorsOf(' {job="a"} ', names), ['{job="a"}']);
  assert.deepEqual(selectorsOf('a.b', names), ['{job=~"(?i).*a\\\\.b.*"}', '{instance=~"(?i).*a\\\\.b.*"}']);
  assert.deepEqual(selectorsOf('instance=db-1', names), ['{instance=~"(?i).*db-1.*"}']);
  assert.equal(selectorsOf('a b', names).length, 4);
  assert.equal(selectorsOf('a b', names)[1], '{job=~"(?i).*a.*",instance=~"(?i).*b.*"}');
});

test('many words over many labels stay a short question', () => {
  const names = Array.from({ length: 24 }, (_, at) => `l${at}`);
  for (const words of ['a', 'a b', 'a b c', 'a b c d e f g h']) assert.ok(selectorsOf(words, names).length <= 64, words);
});

test('what is wanted stands in the address, and nothing else does', () => {
  assert.equal(addressOf(openQuery()), '');
  const query = { text: '{job="a b"}', states: ['failed', 'stale'], olderThan: '90s', sort: '-age' };
  assert.deepEqual(queryFromAddress(addressOf(query)), query);
  assert.deepEqual(queryFromAddress('?state=new,fresh&sort=name&older_than=x'), { ...openQuery(), states: ['fresh'] });
  assert.equal(filterParameters(query, []).toString(), 'match%5B%5D=%7Bjob%3D%22a+b%22%7D&older_than=90s&state=failed%2Cstale');
});

test('a group is known by its labels, whatever their order', () => {
  assert.equal(keyOf({ job: 'a', b: 'c' }), keyOf({ b: 'c', job: 'a' }));
  assert.notEqual(keyOf({ job: 'a' }), keyOf({ job: 'a', b: '' }));
  assert.equal(pathOf({ b: '', job: 'a/\u00fc' }), 'job@base64/YS_DvA/b@base64/=');
});

test('states as the gateway has them', () => {
  const group = { push_time: 100, push_failure_time: 0, begins: 100, cadence_seconds: null, expected_by: null, stale_after_seconds: null };
  assert.equal(stateAt(group, 1e9), 'fresh');
  assert.equal(stateAt({ ...group, push_failure_time: 101 }, 200), 'failed');
  assert.equal(stateAt({ ...group, expected_by: 160 }, 160), 'fresh');
  assert.equal(stateAt({ ...group, expected_by: 160 }, 161), 'overdue');
  const ruled = { ...group, expected_by: 160, stale_after_seconds: 1000 };
  assert.equal(stateAt(ruled, 161), 'fresh', 'a rule goes before the rhythm');
  assert.equal(stateAt(ruled, 1101), 'stale');
  assert.equal(dueAt(ruled), 1100);
});

test('the window knows where rows are, with others open between them', () => {
  const rows = new RowWindow(36);
  rows.setOpened(new Map([[10, 200], [2, 100]]));
  assert.equal(rows.offsetOf(2), 72);
  assert.equal(rows.offsetOf(3), 208);
  assert.equal(rows.offsetOf(11), 11 * 36 + 300);
  for (const index of [0, 1, 2, 3, 9, 10, 11, 500]) {
    assert.equal(rows.indexAt(rows.offsetOf(index)), index);
    assert.equal(rows.indexAt(rows.offsetOf(index + 1) - 1), index);
  }
  const range = rows.rangeFor(0, 360, 10_000, 0);
  assert.deepEqual([range.first, range.before], [0, 0]);
  assert.equal(range.before + rows.offsetOf(range.end) + range.after, rows.offsetOf(10_000));
  assert.deepEqual(rows.rangeFor(0, 360, 0), { first: 0, end: 0, before: 0, after: 0 });
});

test('names that are no identifiers leave no slash in a path', () => {
  assert.equal(pathOf({ job: 'a', 'x/y_1': 'b' }), 'job@base64/YQ/U__x_2f_y__1@base64/Yg');
  assert.equal(pathOf({ job: 'a', '1é': '' }), 'job@base64/YQ/U___31__e9_@base64/=');
});

test('many groups are named in as few addresses as their length allows', () => {
  assert.deepEqual(addressedTogether([], 100), []);
  const sets = Array.from({ length: 100 }, (_, at) => ({ job: 'backup', instance: String(at) }));
  const batches = addressedTogether(sets, 1000);
  assert.ok(batches.length > 5 && batches.length < 10, String(batches.length));
  assert.ok(batches.every((batch) => batch.toString().length <= 1000));
  assert.deepEqual(batches.flatMap((batch) => batch.getAll('group[]')), sets.map((labels) => `/${pathOf(labels)}`));
  assert.equal(addressedTogether([{ job: 'a'.repeat(2000) }, { job: 'b' }], 1000).length, 2); // one too long goes alone
});
