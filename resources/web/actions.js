// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does to the gateway, each time after a question that lists what goes.
import { addressFor, causeText, deleteMatching, wipe } from './api.js';
import { backedUp, MOST_KEPT } from './backup.js';
import { confirmDeletion } from './dialog.js';
import { deleteCommand, deleteMatchingCommand, shellQuoted } from './exposition.js';
import { labelsText } from './format.js';
import { addressedTogether, keyOf } from './group.js';
import { t } from './words.js';

const MOST_NAMES = 6000; // characters of an address: proxies take 8 KiB

/** Deletes exactly these groups, as many as fit at once; stops at the first error. Returns how many are gone. */
async function deleteNamed(groups) {
  let deleted = 0;
  for (const names of addressedTogether(groups.map(({ labels }) => labels), MOST_NAMES)) {
    try {
      deleted += (await deleteMatching(names, { dryRun: false })).count;
    } catch (error) {
      throw Object.assign(error, { group: groups.length === 1 ? groups[0] : null, deleted });
    }
  }
  return deleted;
}

function explainGroup(error) {
  const name = error.group ? labelsText(error.group.labels) : t('the_groups');
  const done = error.deleted > 0 ? t('deleted_before', { n: error.deleted }) : '';
  return `${t('could_not_delete', { group: name, cause: causeText(error) })} ${done}`.trim();
}

function undoWords(count) {
  return t(count <= MOST_KEPT ? 'undo_follows' : 'no_undo');
}

/** Asks, and deletes exactly these groups. Resolves to how many went and what to bring them back with, or null. */
export function removeGroups(groups) {
  const [first] = groups;
  return confirmDeletion({
    title: groups.length === 1 ? t('delete_one_question', { group: labelsText(first.labels) }) : t('delete_question', { n: groups.length }),
    groups,
    count: groups.length,
    command: groups.map((group) => deleteCommand(group.labels)).join('\n'),
    note: undoWords(groups.length),
    act: async () => {
      const kept = await backedUp(groups);
      return { count: await deleteNamed(groups), kept };
    },
  }, explainGroup);
}

/** Asks the gateway what `parameters` choose, shows that, and deletes what they choose. */
export async function removeMatching(parameters) {
  const rehearsal = await deleteMatching(parameters, { dryRun: true });
  return confirmDeletion({
    title: t('delete_question', { n: rehearsal.count }),
    groups: rehearsal.deleted,
    count: rehearsal.count,
    command: deleteMatchingCommand(parameters),
    note: undoWords(rehearsal.count),
    act: async () => {
      const kept = await backedUp(rehearsal.deleted);
      const { count, deleted } = await deleteMatching(parameters, { dryRun: false });
      const gone = new Set(deleted.map((group) => keyOf(group.labels)));
      return { count, kept: kept?.length === count && kept.every((one) => gone.has(keyOf(one.labels))) ? kept : null };
    },
  }, explainGroup);
}

/** Asks, and empties the gateway. */
export function wipeAll(count) {
  return confirmDeletion({
    title: t('wipe_question', { n: count }),
    groups: [],
    count,
    verb: t('wipe'),
    note: t('no_undo'),
    command: `curl -X PUT ${shellQuoted(addressFor('api/v1/admin/wipe'))}`,
    act: async () => {
      await wipe();
      return { count, kept: null };
    },
  }, (error) => t('could_not_wipe', { cause: causeText(error) }));
}
