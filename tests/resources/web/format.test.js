// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageText, dueText, elided, labelsText, lengthText, rhythmText } from './format.js';
import { english } from './words_en.js';
import { chinese } from './words_zh.js';

test('one unit says how long', () => {
  for (const [seconds, text] of [[0, '0 s'], [42.9, '42 s'], [60, '1 min'], [3599, '59 min'], [3600, '1 h'], [172799, '47 h'],
    [172800, '2 d'], [1814399, '20 d'], [1814400, '3 wk'], [60480000, '100 wk'], [-90, '1 min']]) assert.equal(lengthText(seconds), text);
});

test('ages, rhythms and what is due', () => {
  assert.equal(ageText(1.9), 'just now');
  assert.equal(ageText(-5), 'just now');
  assert.equal(ageText(300), '5 min ago');
  assert.equal(rhythmText(59.9), 'every 1 min');
  assert.equal(rhythmText(86400), 'every 24 h');
  assert.equal(rhythmText(90 * 60), 'about every 1 h');
  assert.equal(dueText(12), 'due in 12 s');
  assert.equal(dueText(-3 * 3600), '3 h late');
});

test('labels: the job first, names and values escaped', () => {
  assert.equal(labelsText({ a: 'x', job: 'j', 'b.c': '"\\\n' }), '{job="j",a="x","b.c"="\\"\\\\\\n"}');
  assert.equal(elided('x'.repeat(50), 9), 'xxxx\u2026xxxx');
});

test('both languages say the same things', () => {
  const plain = (words) => Object.keys(words).filter((key) => !key.endsWith('_one')).sort();
  assert.deepEqual(plain(chinese), plain(english));
  const holes = (text) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const key of plain(english)) assert.deepEqual(holes(chinese[key]), holes(english[key]), key);
});
