// SPDX-License-Identifier: GPL-3.0-or-later
// Light and dark, wide and narrow, English and Chinese, with and without script, under any prefix; read by machines.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { Browser, close, Gateway, isListed, picture, shownJobs, until } from './harness.js';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// What a gateway knows only after weeks: [job, instance, further labels, age, rhythm or null, stale after or null, failed]
const WEEKS = [
  ['api_smoke', 'probe-1', {}, 20, MINUTE, null, false],
  ['api_smoke', 'probe-2', {}, 200, MINUTE, null, false],
  ['backup', 'db-1', { shard: '1' }, 4 * HOUR, DAY, null, false],
  ['backup', 'db-1', { shard: '2' }, 4 * HOUR, DAY, null, false],
  ['backup', 'db-2', { shard: '1' }, 2 * DAY, DAY, null, false],
  ['batch_report', '', {}, 3 * DAY, null, HOUR, false],
  ['etl_orders', 'worker-a', { region: 'eu-west-1' }, 40 * MINUTE, HOUR, null, false],
  ['etl_orders', 'worker-b', { region: 'us-east-1' }, 70, HOUR, null, false],
  ['nightly_load', 'db-1', { shard: '3' }, 26 * HOUR, DAY, null, true],
  ['old_import', 'vm-7', { owner: 'data-platform', team: 'warehouse' }, 21 * DAY, null, 7 * DAY, false],
  ['reindex', 'search-1', {}, 9 * DAY, null, null, false],
  ['train_model', 'gpu-3', { model: 'ranker' }, 11 * HOUR, 6 * HOUR, null, false],
];
let gateway;
let browser;

before(async () => {
  [gateway, browser] = await Promise.all([Gateway.start('--web.enable-admin-api'), Browser.start()]);
  for (const [job, instance, labels, age] of WEEKS) {
    const where = [job, ...(instance ? ['instance', instance] : []), ...Object.entries(labels).flat()].join('/');
    await gateway.push(where, `# HELP rows_loaded_total Rows written.\n# TYPE rows_loaded_total counter\n`
      + `rows_loaded_total{table="users"} ${1203994 + age}\nrows_loaded_total{table="orders"} 42\n`
      + '# HELP load_seconds How long the load took.\n# TYPE load_seconds histogram\n'
      + [[0.5, 3], [1, 10], [2, 41], [5, 77], [10, 90], [30, 98], ['+Inf', 100]].map(([le, n]) => `load_seconds_bucket{le="${le}"} ${n}\n`).join('')
      + 'load_seconds_sum 523.5\nload_seconds_count 100\n');
  }
});

after(async () => {
  await browser?.stop();
  await gateway?.stop();
});

/** The group as it would be after weeks. */
function aged(group, now) {
  const [, , , age, rhythm, limit, failed] = WEEKS.find(([job, instance, labels]) => job === group.labels.job
    && instance === (group.labels.instance ?? '') && Object.entries(labels).every(([name, value]) => group.labels[name] === value));
  const due = limit ?? (rhythm ? rhythm * 1.3 : Infinity);
  const late = limit ? 'stale' : 'overdue';
  return { ...group, push_time: now - age, age_seconds: age, push_failure_time: failed ? now - 2 * MINUTE : 0,
    cadence_seconds: rhythm, expected_by: rhythm ? now - age + rhythm * 1.3 : null, stale_after_seconds: limit,
    state: failed ? 'failed' : age > due ? late : 'fresh' };
}

/** Gives the page the same groups, but older. */
function withWeeks(page) {
  const rewrite = async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const { data } = answer;
    data.groups = data.groups.map((group) => aged(group, data.now));
    data.states = { failed: 0, stale: 0, overdue: 0, fresh: 0 };
    for (const group of data.groups) data.states[group.state] += 1;
    await route.fulfill({ response, json: answer });
  };
  // Answers that are still waited for when a page closes are nobody's any more.
  return page.route(/api\/v1\/groups\?/, (route) => rewrite(route).catch((error) => assert.ok(page.isClosing, error)));
}

async function assertReadable(page, name) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
  assert.deepEqual(serious, []);
}

async function openAged(path = '', options = {}) {
  const page = await browser.open(gateway.url + path, { prepare: withWeeks, ...options });
  await isListed(page);
  return page;
}

test('groups, light and wide', async () => {
  const page = await openAged();
  assert.equal(await page.textContent('.chip.overdue .figure'), '3');
  await page.click('tr.group:has(.job:text-is("nightly_load")) .job');
  await page.waitForSelector('details[data-name=load_seconds] svg');
  await page.mouse.move(900, 60);
  await assertReadable(page, 'light');
  await picture(page, 'groups');
  await close(page);
});

test('the overview narrows the table', async () => {
  const page = await openAged('', { viewport: { width: 1280, height: 720 } });
  await page.keyboard.press('o');
  await page.waitForSelector('#overview figure svg');
  assert.equal(await page.locator('#overview figure').count(), 4);
  assert.match(await page.textContent('#overview figure:nth-child(4) figcaption'), /^In the last hour: \d+ pushes?, \d+ failures?$/);
  await assertReadable(page, 'overview');
  await picture(page, 'overview');
  await page.click('#overview figure:nth-child(3) .pressable >> nth=0');
  await until(async () => /^\{job="/.test(await page.inputValue('#search')), 'the job is in the filter');
  await until(async () => (await shownJobs(page)).length < WEEKS.length, 'the table shows that job');
  await close(page);
});

test('dark', async () => {
  const page = await openAged('', { media: { colorScheme: 'dark' } });
  await page.click('tr.group:has(.job:text-is("batch_report")) .job');
  await page.waitForSelector('details[data-name=load_seconds] svg');
  await assertReadable(page, 'dark');
  await picture(page, 'dark');
  await close(page);
});

test('Chinese, by the browser and by the switch', async () => {
  const page = await openAged('', { locale: 'zh-CN' });
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
  assert.match(await page.textContent('.chip.stale'), /过期/);
  await page.click('tr.group:has(.job:text-is("old_import")) .job');
  await page.waitForSelector('details.family');
  await assertReadable(page, 'Chinese');
  await picture(page, 'chinese');
  await page.click('button.language');
  assert.match(await page.textContent('.chip.stale'), /Stale/);
  await page.waitForSelector('details.family'); // what is open stays open
  await page.reload();
  await isListed(page);
  assert.match(await page.textContent('.chip.stale'), /Stale/, 'the choice is remembered');
  await close(page);
});

test('narrow: cards', async () => {
  const page = await openAged('', { viewport: { width: 380, height: 760 } });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 380);
  await assertReadable(page, 'narrow');
  await picture(page, 'narrow');
  await page.click('tr.group .job');
  await page.waitForSelector('details.family');
  await picture(page, 'narrow-group');
  assert.equal(await page.evaluate(() => document.getElementById('scroll').scrollWidth), 380);
  await close(page);
});

test('status', async () => {
  const page = await browser.open(`${gateway.url}/status`);
  await page.waitForSelector('button.language');
  assert.match(await page.textContent('#status'), /web\.enable-admin-api\s*true/);
  assert.ok(!(await page.isVisible('#groups-view')));
  await until(async () => /Memory\s*[\d.,]+ MiB/.test(await page.innerText('#status')), 'the figures of the process are filled in');
  await assertReadable(page, 'status');
  await picture(page, 'status');
  await page.click('button.language');
  await until(async () => /任何分组\s*无：只看学到的推送周期/.test(await page.innerText('#status')), 'rules are in Chinese');
  await picture(page, 'status-chinese');
  await close(page);
});

test('without script the first groups can be read', async () => {
  const page = await browser.open(gateway.url, { javaScriptEnabled: false });
  await page.waitForSelector('#groups');
  assert.equal(await page.locator('#groups tbody tr').count(), WEEKS.length);
  await picture(page, 'no-script');
  await page.click('nav a:has-text("Status")');
  assert.ok(await page.isVisible('#status'));
  await close(page);
});

test('under a prefix', async () => {
  const prefixed = await Gateway.start('--web.route-prefix=/pre');
  try {
    await prefixed.push('a/instance/b', 'm 1\n');
    for (const path of ['/', '/status']) {
      const page = await browser.open(prefixed.url + path);
      await page.click('nav a:has-text("Groups")');
      await isListed(page);
      await page.click('tr.group .job');
      await page.waitForSelector('details.family');
      await page.click('nav a:has-text("Status")');
      await page.waitForSelector('#status');
      assert.equal(page.url(), `${prefixed.url}/status`);
      await close(page);
    }
  } finally {
    await prefixed.stop();
  }
});

test('pages and their files are tagged and compressed, and may load nothing else', async () => {
  for (const path of ['/', '/status', '/static/functions.js', '/static/groups.css']) {
    const first = await gateway.ask('GET', path, '', { 'Accept-Encoding': 'gzip' });
    assert.equal(first.headers['content-encoding'], 'gzip', path);
    const again = await gateway.ask('GET', path, '', { 'Accept-Encoding': 'gzip', 'If-None-Match': first.headers.etag });
    assert.equal(again.status, 304, path);
  }
  const { headers } = await gateway.ask('GET', '/');
  assert.match(headers['content-security-policy'], /^default-src 'none'/);
  assert.doesNotMatch(headers['content-security-policy'], /unsafe|http|\*/);
});
