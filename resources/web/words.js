// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says, in the reader's language: the browser's, or the one chosen with the switch.
import { chinese } from './words_zh.js';
import { english } from './words_en.js';

const TABLES = { en: english, zh: chinese };
const CHOICE = 'pushgate.language';
const listeners = [];

/** Local storage may be forbidden; then the choice holds for this page only. */
export function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing to tell: it works, only not beyond this page.
  }
}

function firstLanguage() {
  const wanted = [remembered(CHOICE), ...(globalThis.navigator?.languages ?? [])];
  return wanted.map((tag) => String(tag).slice(0, 2).toLowerCase()).find((tag) => TABLES[tag]) ?? 'en';
}

let current = firstLanguage();

export function language() {
  return current;
}

export function setLanguage(tag) {
  current = tag;
  remember(CHOICE, tag);
  for (const listener of listeners) listener(tag);
}

export function onLanguage(listener) {
  listeners.push(listener);
}

/** The text named `key`; `{name}` in it stands for `values.name`. For `values.n` of 1 `key_one` goes first. */
export function t(key, values = {}) {
  const table = TABLES[current];
  const text = (values.n === 1 && table[`${key}_one`]) || table[key] || english[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
}

function shown(value) {
  return typeof value === 'number' ? numberText(value) : String(value);
}

/** With the digits grouped as the reader does. */
export function numberText(value) {
  return value.toLocaleString(current === 'zh' ? 'zh-CN' : 'en-US');
}
