// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says, in English. A key that ends in `_one` is for a number of one.

export const english = {
  // The frame
  groups: 'Groups', status: 'Status', metrics: 'Metrics', build: 'Build', store: 'Store', flags: 'Flags', rules: 'Rules',
  summary: '{n} groups', summary_one: '1 group', overview: 'Overview', live: 'Live', keys: 'Keys', states: 'States',

  // The status
  runtime: 'Runtime', processor_time: 'Processor time', memory: 'Memory', open_files: 'Open files', memory_only: 'memory only',
  any_group: 'any group', any_other: 'any other', rule_stale: 'stale after {length}', rule_delete: 'deleted after {length}',
  rule_none: 'none: only the learnt rhythm counts',
  started: 'Started', series: 'Series', metric_families: 'Metric families', inconsistencies: 'Inconsistencies',
  kept_in: 'Kept in', not_kept_at_present: 'Not kept at present', version: 'Version', branch: 'Branch',
  revision: 'Revision', compiler: 'Compiler', qt_version: 'Qt version', platform: 'Platform',

  // States
  all: 'All', fresh: 'Fresh', overdue: 'Overdue', stale: 'Stale', failed: 'Failed', deleted: 'Deleted',
  reason_failed: 'The last push was rejected {age}. The last one that succeeded: {push}.',
  reason_stale: 'Last pushed {age}; a rule allows {limit}.',
  reason_overdue: 'Last pushed {age}; normally {rhythm}, so it is {late} late.',
  reason_fresh: 'Last pushed {age}.',
  was_deleted: 'This group has been deleted.',

  // The table
  column_pick: 'Select', column_state: 'State', column_job: 'Job', column_instance: 'Instance', column_labels: 'Labels',
  column_push: 'Last push', column_rhythm: 'Rhythm', column_due: 'Due', column_number: 'Series', column_open: 'Open',
  select_group: 'Select {name}', open_group: 'Open {name}',
  size_hint: '{families} metric families, {bytes} bytes as text',
  last_push_at: 'Last push: {time}', last_failure_at: 'Last failure: {time}', never: 'never',
  changes: '{n} changes in the list', changes_one: '1 change in the list', resort: 'Re-sort',
  nothing_matches: 'No group matches the filter.', clear_filter: 'Clear the filter',
  nothing_pushed: 'Nothing has been pushed yet. Try:', copy: 'Copy',

  // Times
  unit_s: '{number} s', unit_min: '{number} min', unit_h: '{number} h', unit_d: '{number} d', unit_wk: '{number} wk',
  just_now: 'just now', ago: '{length} ago', every: 'every {length}', about_every: 'about every {length}',
  at_most: 'at most {length}', not_learnt: 'not learnt yet', late: '{length} late', due_in: 'due in {length}',
  exact_time: '{local} (Unix time {unix})', now: 'now',

  // The filter
  search_name: 'Filter by words or a selector', search_hint: 'Filter: words or {job=~"nightly_.*"}',
  older_than: 'Older than {age} \u00d7', older_than_clear: 'Older than {age}: show groups of any age',

  // A group
  loading: 'Loading\u2026', labels: 'Labels', value: 'Value', quantile: 'Quantile', bucket: 'Bucket',
  observations: 'Observations', no_further_labels: 'no further labels', no_series: 'No series.',
  count_and_sum: '{count} observations, sum {sum}', mean: ', mean {mean}', native: 'Native histogram',
  buckets: '{n} buckets', buckets_one: '1 bucket', histogram_of: 'Histogram of {n} buckets: {ranges}',
  series_count: '{n} series', show_all_series: 'Show all {n} series', family_pushed_at: 'Pushed {time}',
  copy_text: 'Copy as text', copy_curl: 'Copy as curl', copy_promql: 'Copy as PromQL', copy_delete: 'Copy delete command',
  copied: 'Copied', not_copied: 'Not copied: {cause}',
  no_details: 'Could not read {group}: {cause}',

  // Deleting
  delete_this: 'Delete\u2026', delete_picked: 'Delete {n} selected\u2026', delete_matching: 'Delete all {n} shown\u2026',
  delete_matching_one: 'Delete the one shown\u2026', unpick: 'Clear selection', wipe_ask: 'Wipe\u2026', wipe: 'Wipe',
  delete_one_question: 'Delete {group}?', delete_question: 'Delete {n} groups?', delete_question_one: 'Delete 1 group?',
  wipe_question: 'Delete all {n} groups of this gateway?', delete_n: 'Delete {n} groups', delete_n_one: 'Delete 1 group',
  and_others: 'and {n} others', and_others_one: 'and 1 other', cancel: 'Cancel', close: 'Close', copy_as_curl: 'Copy as curl',
  prometheus_keeps: 'What Prometheus has scraped already stays there.',
  undo: 'Undo', undo_follows: 'The deletion can be undone for 10 seconds.',
  no_undo: 'The deletion cannot be undone.', undone: 'Brought back {n} groups; they count as pushed now.',
  undone_one: 'Brought back 1 group; it counts as pushed now.', could_not_undo: 'Not everything was brought back: {cause}',
  deleted_n: 'Deleted {n} groups.', deleted_n_one: 'Deleted 1 group.', deleted_before: '{n} were deleted before that.',
  deleted_before_one: '1 was deleted before that.', the_groups: 'the groups',
  could_not_delete: 'Could not delete {group}: {cause}', could_not_wipe: 'Could not wipe: {cause}',
  could_not_ask: 'Nothing was deleted: {cause}',

  // What goes wrong
  cause_401: 'the gateway answered 401. Sign in and load the page again.',
  cause_403: 'the gateway answered 403 ({detail}). Whoever signs in here may not do that.',
  cause_status: 'the gateway answered {status} ({detail}).', cause_timeout: 'there was no answer in time.',
  cause_unreachable: 'nobody answers.', no_gateway_answer: 'what answers is no gateway',
  no_list: 'Could not list the groups: {cause}', no_status: 'Could not read the status: {cause}',
  lost: 'Lost {host} {length} ago: {cause} {next}', lost_short: 'Lost {host}.', trying_again: 'Trying again in {length}.',
  retry: 'Retry',

  // The overview
  groups_by_state: 'Groups by state', groups_by_age: 'Groups by age of the last push',
  largest_jobs: 'Jobs with the most series', pushes: 'pushes', failures: 'failures',
  pushes_and_failures: 'In the last hour: {pushes} pushes, {failures} failures',
  no_activity: 'Could not read the pushes of the last hour: {cause}',
  per_minute: '{n} a minute', state_hint: '{state}: {n} groups', age_hint: '{n} groups, {from} to {to} old',
  job_hint: '{job}: {series} series in {n} groups',

  // Keys
  key_filter: 'write into the filter', key_escape: 'clear filter, then selection', key_move: 'move in the table',
  key_extend: 'select a range', key_pick: 'select or unselect', key_open: 'open or close the group',
  key_delete: 'delete what is selected, after a question', key_undo: 'undo the deletion, for 10 seconds', key_states: 'all, failed, stale, overdue, fresh',
  key_refresh: 'load and sort again', key_live: 'live on or off', key_overview: 'overview', key_help: 'these keys',
};
