// SPDX-License-Identifier: GPL-3.0-or-later
// What the server wrote in English, in the chosen language.
import { lengthText } from './format.js';
import { language, t } from './words.js';

/** Elements name their text with `data-t`, and a length of time in it with `data-seconds`. */
export function translatePage() {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-t]')) {
    const { t: key, seconds } = element.dataset;
    element.textContent = t(key, seconds === undefined ? {} : { length: lengthText(Number(seconds)) });
  }
}
