// SPDX-License-Identifier: GPL-3.0-or-later
// The status view: what the server writes, fetched anew while it is looked at.
import { call, causeText, runtime } from './api.js';
import { byId } from './dom.js';
import { ageText, exactTime } from './format.js';
import { translatePage } from './server_words.js';
import { numberText, t } from './words.js';

const EVERY = 10_000; // milliseconds

/** Turns the server's times into ages, which stay true. */
export function showAges(place) {
  for (const time of place.querySelectorAll('time')) {
    const seconds = Date.parse(time.dateTime) / 1000;
    time.title = exactTime(seconds);
    time.textContent = ageText(Date.now() / 1000 - seconds);
  }
}

const FIGURES = {
  cpu_seconds: (value) => t('unit_s', { number: numberText(Math.round(value * 10) / 10) }),
  resident_bytes: (value) => `${numberText(Math.round(value / 2 ** 17) / 8)} MiB`,
};

/** The figures that change all the time, and are therefore not in what the server writes. */
function fillIn(place, figures) {
  for (const element of place.querySelectorAll('[data-figure]')) {
    const { figure } = element.dataset;
    const value = figures[figure];
    element.textContent = value === null ? '\u2013' : (FIGURES[figure] ?? numberText)(value);
  }
  place.querySelector('#runtime').hidden = false;
}

export class StatusView {
  constructor(notices) {
    this.notices = notices;
    showAges(this.place);
    setInterval(() => showAges(this.place), 1000);
    setInterval(() => this.refresh(), EVERY);
    this.refresh();
  }

  get place() {
    return byId('status');
  }

  get isInSight() {
    return document.documentElement.dataset.view === 'status' && !document.hidden;
  }

  async refresh() {
    if (!this.isInSight) return;
    try {
      const [html, figures] = await Promise.all([call('GET', 'status'), runtime()]);
      const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('status');
      if (fresh && !this.place.contains(document.activeElement)) this.place.replaceWith(document.adoptNode(fresh));
      fillIn(this.place, figures);
      translatePage();
      showAges(this.place);
      this.notices.show('status', '');
    } catch (error) {
      this.notices.show('status', t('no_status', { cause: causeText(error) }));
    }
  }
}
