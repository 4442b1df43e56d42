// SPDX-License-Identifier: GPL-3.0-or-later
// Says beside each push time how long ago it was, and keeps that up to date.
'use strict';

const UNITS = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

function ago(seconds) {
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? UNITS.at(-1);
  return `${Math.max(0, Math.floor(seconds / size))} ${unit} ago`;
}

function showAges() {
  for (const time of document.querySelectorAll('time')) {
    time.title = time.dateTime;
    time.textContent = ago((Date.now() - Date.parse(time.dateTime)) / 1000);
  }
}

showAges();
setInterval(showAges, 1000);
