// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that a script asks for is there. SCRIPTS and PAGES are the folders of the page's sources.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { english } from './words_en.js';

function matches(folder, suffix, pattern) {
  return fs.readdirSync(folder).filter((name) => name.endsWith(suffix))
    .flatMap((name) => [...fs.readFileSync(path.join(folder, name), 'utf8').matchAll(pattern)].map(([, key]) => key));
}

test('every text that a script asks for', () => {
  const keys = matches(process.env.SCRIPTS, '.js', /\bt\('(\w+)'/g);
  assert.ok(keys.length > 80, String(keys.length));
  assert.deepEqual(keys.filter((key) => !(key in english)), []);
});

test('every text that the server marks', () => {
  const titles = matches(process.env.PAGES, '.cpp', /\b(?:beginTable|appendRow|appendHtmlRow)\(html, "([^"]+)"/g)
    .map((title) => title.toLowerCase().replaceAll(' ', '_'));
  const marks = matches(process.env.PAGES, '.cpp', /data-t=\\"(\w+)\\"/g);
  const words = matches(process.env.PAGES, '.cpp', /\bmarked(?:Length)?\("(\w+)"/g);
  assert.ok(titles.length > 10 && marks.length > 1 && words.length > 4);
  assert.deepEqual([...titles, ...marks, ...words].filter((key) => !(key in english)), []);
});
