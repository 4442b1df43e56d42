// SPDX-License-Identifier: GPL-3.0-or-later
// The status view: what the server writes, fetched anew while it is looked at.
import { call, causeText } from './api.js';
import { byId } from './dom.js';
import { ageText, exactTime } from './format.js';
import { t, translatePage } from './words.js';

const EVERY = 10_000; // milliseconds

/** Turns the server's times into ages, which stay true. */
export function showAges(place) {
  for (const time of place.querySelectorAll('time')) {
    const seconds = Date.parse(time.dateTime) / 1000;
    time.title = exactTime(seconds);
    time.textContent = ageText(Date.now() / 1000 - seconds);
  }
}

export class StatusView {
  constructor(notices) {
    this.notices = notices;
    showAges(this.place);
    setInterval(() => showAges(this.place), 1000);
    setInterval(() => this.refresh(), EVERY);
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
      const page = new DOMParser().parseFromString(await call('GET', 'status'), 'text/html');
      const fresh = page.getElementById('status');
      if (fresh && !this.place.contains(document.activeElement)) this.place.replaceWith(document.adoptNode(fresh));
      translatePage();
      showAges(this.place);
      this.notices.show('status', '');
    } catch (error) {
      this.notices.show('status', t('no_status', { cause: causeText(error) }));
    }
  }
}
