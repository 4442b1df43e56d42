// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator does: remove what is dead, and nothing else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { Browser, close, Gateway, isListed, picture, shownJobs, until } from './harness.js';

const RULES = `rules:
  - match: '{job="old"}'
    stale_after: 1s
`;
let gateway;
let browser;
let folder;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pushgate-rules-'));
  const rules = path.join(folder, 'rules.yml');
  fs.writeFileSync(rules, RULES);
  [gateway, browser] = await Promise.all([
    Gateway.start('--web.enable-admin-api', `--staleness.config.file=${rules}`), Browser.start()]);
});

beforeEach(async () => {
  assert.equal((await gateway.ask('PUT', '/api/v1/admin/wipe')).status, 202);
  for (const instance of ['a', 'b', 'c', 'd']) await gateway.push(`backup/instance/${instance}`, 'm 1\n');
});

after(async () => {
  await browser?.stop();
  await gateway?.stop();
  fs.rmSync(folder, { recursive: true });
});

async function jobs() {
  return (await gateway.groups()).map(({ labels }) => `${labels.job} ${labels.instance ?? ''}`.trim()).sort();
}

test('one group, from where it is open', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  await page.click('tr.group:has-text("b") .instance:text-is("b")');
  await page.click('.group-details button.danger');
  assert.deepEqual(await page.$$eval('dialog .doomed li', (items) => items.map((item) => item.textContent)), ['{job="backup",instance="b"}']);
  await page.click('dialog button:has-text("Copy as curl")');
  await until(async () => /^curl -X DELETE 'http.*job@base64\/YmFja3Vw\/instance@base64\/Yg'$/.test(
    await page.evaluate(() => navigator.clipboard.readText())), 'the command is copied');
  await page.click('dialog button:has-text("Cancel")');
  assert.equal((await jobs()).length, 4);
  await page.click('.group-details button.danger');
  await page.click('dialog button.danger');
  await until(async () => !(await shownJobs(page)).includes('backup b'), 'the row is gone');
  assert.match(await page.textContent('.notice.done'), /Deleted 1 group\./);
  assert.deepEqual(await jobs(), ['backup a', 'backup c', 'backup d']);
  await close(page);
});

test('a deletion is undone, and only that', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  await page.keyboard.press('Control+z'); // nothing to undo
  for (const way of ['button', 'keys']) {
    await gateway.push('backup/instance/c', '# HELP rows How many.\n# TYPE rows counter\nrows{table="a\\"b"} 12\n');
    await page.click('tr.group:has(.instance:text-is("c")) input');
    await page.click('button:has-text("Delete 1 selected")');
    await page.click('dialog button.danger');
    await page.waitForSelector('.notice.done button:text-is("Undo")');
    assert.equal((await jobs()).length, 3);
    if (way === 'button') await page.click('.notice.done button');
    else await page.keyboard.press('Control+z');
    await until(async () => /Brought back 1 group/.test(await page.textContent('#notices')), 'it is back');
    assert.match((await gateway.ask('GET', '/metrics')).text, /# HELP rows How many\.\n# TYPE rows counter\nrows\{instance="c",job="backup",table="a\\"b"\} 12\n/);
    await until(async () => (await shownJobs(page)).length === 4, 'the row is back');
  }
  await close(page);
});

/** A family of one native histogram of three observations, as protobuf with its length in front. */
function nativeHistogram(name) {
  const field = (number, bytes) => Buffer.from([(number << 3) | 2, bytes.length, ...bytes]);
  const double = (number, value) => {
    const bytes = Buffer.alloc(9);
    bytes[0] = (number << 3) | 1;
    bytes.writeDoubleLE(value, 1);
    return bytes;
  };
  const histogram = Buffer.concat([Buffer.from([1 << 3, 3]), double(2, 4.5), Buffer.from([5 << 3, 0]), double(6, 0.001),
    Buffer.from([7 << 3, 0]), field(12, Buffer.from([1 << 3, 0, 2 << 3, 1])), field(13, Buffer.from([6]))]);
  const family = Buffer.concat([field(1, Buffer.from(name)), Buffer.from([3 << 3, 4]), field(4, field(7, histogram))]);
  return Buffer.from([family.length, ...family]);
}

test('an undone deletion loses nothing, native histograms neither', async () => {
  const type = 'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited';
  const body = nativeHistogram('sizes');
  const pushed = await gateway.ask('PUT', '/metrics/job/native', body, { 'Content-Type': type });
  assert.equal(pushed.status, 200, pushed.text);
  const metrics = async () => JSON.parse((await gateway.ask('GET', '/api/v1/groups/job/native')).text).data.metrics.sizes.metrics;
  const before = await metrics();
  assert.deepEqual(before[0].buckets, [[0, '0.5', '1', '3']]);
  const page = await browser.open(gateway.url);
  await isListed(page);
  await page.click('tr.group:has(.job:text-is("native")) input');
  await page.click('button:has-text("Delete 1 selected")');
  await page.click('dialog button.danger');
  await page.click('.notice.done button:text-is("Undo")');
  await until(async () => /Brought back 1 group/.test(await page.textContent('#notices')), 'it is back');
  assert.deepEqual(await metrics(), before);
  await close(page);
});

test('what is selected', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  for (const instance of ['a', 'd']) await page.check(`tr.group:has(.instance:text-is("${instance}")) input`);
  await page.click('button:has-text("Delete 2 selected")');
  await page.click('dialog button.danger');
  await until(async () => (await shownJobs(page)).length === 2, 'two are left');
  assert.deepEqual(await jobs(), ['backup b', 'backup c']);
  await close(page);
});

test('what is stale: why, since when, and removed in three clicks', async () => {
  for (const shard of [1, 2, 3]) await gateway.push(`old/shard/${shard}`, 'm 1\n');
  const page = await browser.open(gateway.url);
  await isListed(page);
  // Nobody pushes meanwhile: the page sees by itself what grows stale.
  await until(async () => (await page.locator('.badge.stale').count()) === 3, 'three rows are stale');
  await until(async () => (await page.textContent('.chip.stale .figure')) === '3', 'the chip counts them');
  await page.click('.chip.stale');
  await until(async () => (await shownJobs(page)).join() === 'old,old,old', 'only those are shown');
  assert.match(await page.getAttribute('tr.group .state', 'title'), /^Last pushed (just now|\d+ s ago); a rule allows 1 s\.$/);
  await page.click('button:has-text("Delete all 3 shown")');
  await page.waitForSelector('dialog');
  await picture(page, 'delete');
  await page.click('dialog button:has-text("Delete 3 groups")');
  await page.waitForSelector('.notice.done');
  assert.match(await page.textContent('.notice.done'), /Deleted 3 groups\./);
  assert.deepEqual(await jobs(), ['backup a', 'backup b', 'backup c', 'backup d']);
  await close(page);
});

test('everything, where the gateway allows it', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  await page.click('button:has-text("Wipe")');
  await page.waitForSelector('dialog');
  await page.keyboard.press('Enter'); // Cancel has the focus
  assert.equal((await jobs()).length, 4);
  await page.click('button:has-text("Wipe")');
  await page.click('dialog button.danger');
  await page.waitForSelector('.empty pre');
  assert.match(await page.textContent('.empty'), /Nothing has been pushed yet/);
  assert.deepEqual(await jobs(), []);
  await picture(page, 'empty');
  await gateway.push('first', 'm 1\n');
  await until(async () => (await shownJobs(page)).join() === 'first', 'what is pushed now is shown at once');
  await close(page);
});

test('what is not allowed is said in words', async () => {
  const page = await browser.open(gateway.url, { expecting: /40[13]/ });
  await isListed(page);
  await page.route(/api\/v1\/groups\?group/, (route) => route.fulfill({ status: 403, body: '{"status":"error","error":"viewers only read"}' }));
  await page.check('tr.group input');
  await page.click('button:has-text("Delete 1 selected")');
  await page.click('dialog button.danger');
  await page.waitForSelector('dialog .problem:not(:empty)');
  assert.match(await page.textContent('dialog .problem'), /Could not delete \{job="backup",instance="."\}: the gateway answered 403 \(viewers only read\)/);
  await page.keyboard.press('Escape');
  await page.route(/api\/v1\/groups\/job/, (route) => route.fulfill({ status: 401, body: 'sign in' }));
  await page.click('tr.group .job');
  await page.waitForSelector('.families .problem');
  assert.match(await page.textContent('.families .problem'), /Could not read \{.*401\. Sign in/);
  assert.equal((await jobs()).length, 4);
  await close(page);
});

test('who may not list groups still reads what the server wrote', async () => {
  const page = await browser.open(gateway.url, { expecting: /401/,
    prepare: (one) => one.route(/api\/v1\/groups\?/, (route) => route.fulfill({ status: 401, body: 'sign in' })) });
  await page.waitForSelector('.notice.lost');
  assert.match(await page.textContent('.notice.lost'), /Could not list the groups: the gateway answered 401\. Sign in/);
  assert.equal(await page.locator('#groups tbody tr').count(), 4);
  await close(page);
});
