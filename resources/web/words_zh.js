// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says, in Chinese. The keys are those of words_en.js.

export const chinese = {
  groups: '分组', status: '状态', metrics: '指标', build: '构建', store: '存储', flags: '启动参数', rules: '规则',
  summary: '{n} 个分组', overview: '概览', live: '实时', keys: '快捷键', states: '状态',

  runtime: '运行', processor_time: '处理器时间', memory: '内存', open_files: '打开的文件', memory_only: '仅在内存中',
  any_group: '任何分组', any_other: '其他分组', rule_stale: '{length}后过期', rule_delete: '{length}后删除',
  rule_none: '无：只看学到的推送周期',
  started: '启动', series: '时间序列', metric_families: '指标族', inconsistencies: '不一致', kept_in: '保存于',
  not_kept_at_present: '目前无法保存', version: '版本', branch: '分支', revision: '修订', compiler: '编译器',
  qt_version: 'Qt 版本', platform: '平台',

  all: '全部', fresh: '正常', overdue: '逾期', stale: '过期', failed: '失败', deleted: '已删除',
  reason_failed: '最近一次推送于{age}被拒绝。最近一次成功：{push}。',
  reason_stale: '最近推送：{age}；规则允许 {limit}。',
  reason_overdue: '最近推送：{age}；通常{rhythm}，已逾期 {late}。',
  reason_fresh: '最近推送：{age}。',
  was_deleted: '该分组已被删除。',

  column_pick: '选择', column_state: '状态', column_job: '作业', column_instance: '实例', column_labels: '标签',
  column_push: '最近推送', column_rhythm: '推送周期', column_due: '到期', column_number: '时间序列', column_open: '展开',
  select_group: '选择 {name}', open_group: '展开 {name}',
  size_hint: '{families} 个指标族，文本 {bytes} 字节',
  last_push_at: '最近推送：{time}', last_failure_at: '最近失败：{time}', never: '从未',
  changes: '列表有 {n} 处变化', resort: '重新排序',
  nothing_matches: '没有符合筛选条件的分组。', clear_filter: '清除筛选',
  nothing_pushed: '还没有任何推送。试试：', copy: '复制',

  unit_s: '{number} 秒', unit_min: '{number} 分钟', unit_h: '{number} 小时', unit_d: '{number} 天', unit_wk: '{number} 周',
  just_now: '刚刚', ago: '{length}前', every: '每 {length}', about_every: '约每 {length}',
  at_most: '最多 {length}', not_learnt: '尚未学习到', late: '逾期 {length}', due_in: '{length}后到期',
  exact_time: '{local}（Unix 时间 {unix}）', now: '现在',

  search_name: '按关键词或选择器筛选', search_hint: '筛选：关键词或 {job=~"nightly_.*"}',
  older_than: '早于 {age} \u00d7', older_than_clear: '早于 {age}：显示所有分组',

  loading: '加载中\u2026', labels: '标签', value: '值', quantile: '分位数', bucket: '桶',
  observations: '观测数', no_further_labels: '无其他标签', no_series: '没有时间序列。',
  count_and_sum: '{count} 次观测，总和 {sum}', mean: '，平均 {mean}', native: '原生直方图',
  buckets: '{n} 个桶', histogram_of: '{n} 个桶的直方图：{ranges}',
  series_count: '{n} 条序列', show_all_series: '显示全部 {n} 条序列', family_pushed_at: '推送于 {time}',
  copy_text: '复制为文本', copy_curl: '复制为 curl', copy_promql: '复制为 PromQL', copy_delete: '复制删除命令',
  copied: '已复制', not_copied: '未能复制：{cause}',
  no_details: '无法读取 {group}：{cause}',

  delete_this: '删除\u2026', delete_picked: '删除所选 {n} 个\u2026', delete_matching: '删除所示全部 {n} 个\u2026',
  unpick: '清除选择', wipe_ask: '清空\u2026', wipe: '清空',
  delete_one_question: '删除 {group}？', delete_question: '删除 {n} 个分组？',
  wipe_question: '删除该网关的全部 {n} 个分组？', delete_n: '删除 {n} 个分组',
  and_others: '以及另外 {n} 个', cancel: '取消', close: '关闭', copy_as_curl: '复制为 curl',
  prometheus_keeps: 'Prometheus 已抓取的数据会保留。',
  undo: '撤销', undo_follows: '10 秒内可以撤销。', no_undo: '此操作无法撤销。',
  undone: '已恢复 {n} 个分组；它们的推送时间为现在。', could_not_undo: '未能全部恢复：{cause}',
  deleted_n: '已删除 {n} 个分组。', deleted_before: '此前已删除 {n} 个。', the_groups: '这些分组',
  could_not_delete: '无法删除 {group}：{cause}', could_not_wipe: '无法清空：{cause}',
  could_not_ask: '没有删除任何内容：{cause}',

  cause_401: '网关返回 401。请登录后重新加载页面。',
  cause_403: '网关返回 403（{detail}）。当前用户无权执行此操作。',
  cause_status: '网关返回 {status}（{detail}）。', cause_timeout: '未能及时收到响应。',
  cause_unreachable: '没有响应。', no_gateway_answer: '响应方不是网关',
  no_list: '无法列出分组：{cause}', no_status: '无法读取状态：{cause}',
  lost: '{length}前与 {host} 失去连接：{cause}{next}', lost_short: '与 {host} 失去连接。', trying_again: '{length}后重试。',
  retry: '重试',

  groups_by_state: '按状态统计分组', groups_by_age: '按最近推送时间统计分组',
  largest_jobs: '时间序列最多的作业', pushes: '推送', failures: '失败',
  pushes_and_failures: '最近一小时：{pushes} 次推送，{failures} 次失败',
  no_activity: '无法读取最近一小时的推送：{cause}',
  per_minute: '每分钟 {n} 次', state_hint: '{state}：{n} 个分组', age_hint: '{n} 个分组，{from} 至 {to} 之前',
  job_hint: '{job}：{n} 个分组中的 {series} 条序列',

  key_filter: '输入筛选条件', key_escape: '清除筛选，然后清除选择', key_move: '在表中移动',
  key_extend: '选择一段', key_pick: '选择或取消', key_open: '展开或收起分组',
  key_delete: '确认后删除所选', key_undo: '10 秒内撤销删除', key_states: '全部、失败、过期、逾期、正常',
  key_refresh: '重新加载并排序', key_live: '实时开关', key_overview: '概览', key_help: '显示快捷键',
};
