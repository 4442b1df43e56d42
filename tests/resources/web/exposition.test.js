// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketsOf, familyText, groupText, promQl, shellQuoted } from './exposition.js';
import { classicBars, nativeBars } from './series.js';

const HISTOGRAM = { labels: {}, count: '7', sum: '1.5', buckets: { 10: '5', '0.5': '1', 2: '4' } };

test('each type in the text format', () => {
  assert.equal(familyText('a', { type: 'GAUGE', help: 'x\\y\nz', metrics: [{ labels: { l: '"' }, value: 'NaN' }] }),
    '# HELP a x\\\\y\\nz\n# TYPE a gauge\na{l="\\""} NaN\n');
  assert.equal(familyText('s', { type: 'SUMMARY', metrics: [{ labels: {}, count: '2', sum: '3', quantiles: { 0.5: '1' } }] }),
    '# TYPE s summary\ns{quantile="0.5"} 1\ns_sum 3\ns_count 2\n');
  assert.equal(familyText('h', { type: 'HISTOGRAM', metrics: [HISTOGRAM] }),
    '# TYPE h histogram\nh_bucket{le="0.5"} 1\nh_bucket{le="2"} 4\nh_bucket{le="10"} 5\nh_bucket{le="+Inf"} 7\nh_sum 1.5\nh_count 7\n');
});

test('the times of the pushes are the gateway\'s own', () => {
  assert.equal(groupText({ labels: {}, metrics: { push_time_seconds: { type: 'GAUGE', metrics: [{ labels: {}, value: '1' }] } } }), '');
});

test('buckets in the order of their bounds', () => {
  assert.deepEqual(bucketsOf(HISTOGRAM).map(({ bound }) => bound), ['0.5', '2', '10', '+Inf']);
  assert.deepEqual(classicBars(HISTOGRAM).map(({ range, count }) => `${range} ${count}`),
    ['(-Inf, 0.5] 1', '(0.5, 2] 3', '(2, 10] 1', '(10, +Inf] 2']);
  assert.deepEqual(nativeBars({ buckets: [[1, '-2', '-1', '2'], [3, '-0.1', '0.1', '4'], [0, '1', '2', '3']] })
    .map(({ range, count }) => `${range} ${count}`), ['[-2, -1) 2', '[-0.1, 0.1] 4', '(1, 2] 3']);
});

test('what is pasted into a shell or into Prometheus', () => {
  assert.equal(shellQuoted(`a'b$(c)`), `'a'\\''b$(c)'`);
  assert.equal(promQl({ job: 'a' }), '{job="a"}');
  assert.equal(promQl({ job: 'a' }, 'm:n'), 'm:n{job="a"}');
  assert.equal(promQl({ job: 'a' }, 'm.n'), '{"m.n",job="a"}');
});
