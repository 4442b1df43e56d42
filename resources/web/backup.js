// SPDX-License-Identifier: GPL-3.0-or-later
// What a deletion takes, kept for a moment, so that it can be pushed again.
import { groupBody, pushGroup } from './api.js';

export const MOST_KEPT = 200; // groups

/** The groups as they are now, or null where they could not be brought back. */
export async function backedUp(groups) {
  if (groups.length > MOST_KEPT) return null;
  const kept = [];
  for (const { labels } of groups) {
    try {
      kept.push({ labels, body: await groupBody(labels) });
    } catch {
      return null; // the deletion itself tells if the gateway is gone; without a copy there is only no undo
    }
  }
  return kept;
}

/** Pushes them again; their push time is then now. Errors: of the first push that failed. */
export async function broughtBack(kept) {
  for (const { labels, body } of kept) await pushGroup(labels, body);
  return kept.length;
}
