// SPDX-License-Identifier: GPL-3.0-or-later
// What a deletion takes, kept for a moment, so that it can be pushed again.
import { groupDetails, pushGroup } from './api.js';
import { familiesOf, groupText, isPushable, OWN_FAMILIES } from './exposition.js';

export const MOST_KEPT = 200; // groups

/** Whether nothing of the group would be lost on the way. */
function isWhole(details) {
  return familiesOf(details).filter(([name]) => !OWN_FAMILIES.includes(name)).every(([name, family]) => isPushable(name, family));
}

/** The groups as they are now, or null where they could not be brought back whole. */
export async function backedUp(groups) {
  if (groups.length > MOST_KEPT) return null;
  const kept = [];
  for (const { labels } of groups) {
    let details;
    try {
      details = await groupDetails(labels);
    } catch {
      return null; // the deletion itself tells if the gateway is gone; without a copy there is only no undo
    }
    if (!isWhole(details)) return null;
    kept.push({ labels, text: groupText(details) });
  }
  return kept;
}

/** Pushes them again; their push time is then now. Errors: of the first push that failed. */
export async function broughtBack(kept) {
  for (const { labels, text } of kept) await pushGroup(labels, text);
  return kept.length;
}
