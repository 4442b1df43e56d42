// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a list of groups current: asks the gateway for changes, which answers when there are some.
import { listGroups } from './api.js';

const WAIT_SECONDS = 30;
const PAUSE = 500; // milliseconds between polls, so that a busy gateway is not asked for each push
const RETRIES = [1, 2, 5, 10, 30]; // seconds

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Event `turned`: `error`, `lostAt` and `retryAt` (milliseconds) say how it stands; no error: it is live. */
export class Live extends EventTarget {
  constructor(list) {
    super();
    this.list = list;
    this.isOn = true;
    this.error = null;
    this.lostAt = 0;
    this.retryAt = 0;
    this.heardAt = Date.now();
  }

  /** Begins anew: with the list's query, at once. */
  restart() {
    this.running?.abort();
    if (!this.isOn) return;
    this.running = new AbortController();
    this.run(this.running.signal);
  }

  switchTo(isOn) {
    this.isOn = isOn;
    if (isOn) this.restart();
    else this.running?.abort();
    this.dispatchEvent(new Event('turned'));
  }

  async run(signal) {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.step(signal, failures > 0);
        failures = 0;
        await pause(PAUSE, signal);
      } catch (error) {
        if (signal.aborted) return;
        await this.rest(error, RETRIES[Math.min(failures, RETRIES.length - 1)], signal);
        failures += 1;
      }
    }
  }

  async step(signal, wasLost) {
    // After a failure it is asked without waiting, so that the page learns at once that all is well.
    const changes = this.list.revision === null ? null : await this.changes(signal, wasLost ? 0 : WAIT_SECONDS);
    if (signal.aborted) return;
    if (changes && !changes.reset && changes.epoch === this.list.epoch) this.list.apply(changes);
    else await this.list.load();
    this.noteAlive();
  }

  async changes(signal, seconds) {
    const parameters = this.list.parameters();
    parameters.delete('state'); // a group that leaves a state has to be heard of
    parameters.set('since', String(this.list.revision));
    parameters.set('wait', `${seconds}s`);
    return listGroups(parameters, { signal, patience: (seconds + 15) * 1000 });
  }

  noteAlive() {
    this.heardAt = Date.now();
    if (!this.error) return;
    this.error = null;
    this.dispatchEvent(new Event('turned'));
  }

  async rest(error, seconds, signal) {
    if (!this.error) this.lostAt = this.heardAt;
    this.error = error;
    this.retryAt = Date.now() + seconds * 1000;
    this.dispatchEvent(new Event('turned'));
    await pause(seconds * 1000, signal);
  }
}
