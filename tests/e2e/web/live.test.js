// SPDX-License-Identifier: GPL-3.0-or-later
// The page follows the gateway, and nothing moves under the pointer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, close, Gateway, isListed, picture, shownJobs, until } from './harness.js';

let gateway;
let browser;

before(async () => {
  [gateway, browser] = await Promise.all([Gateway.start(), Browser.start()]);
  await gateway.pushMany(400, (at) => ({ job: 'load', instance: `host-${String(at).padStart(3, '0')}` }));
});

after(async () => {
  await browser?.stop();
  await gateway?.stop();
});

function rowOf(page, instance) {
  return page.locator(`tr.group:has(.instance:text-is("${instance}"))`);
}

test('changes come by themselves, without losing scroll, selection or open rows', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  await page.evaluate(() => { document.getElementById('scroll').scrollTop = 5000; });
  await rowOf(page, 'host-145').locator('input').check();
  await rowOf(page, 'host-146').locator('.job').click();
  await page.waitForSelector('details.family');
  const before = await page.evaluate(() => document.getElementById('scroll').scrollTop);

  await gateway.push('load/instance/host-145', 'runs 1\nmore 1\nand_more 1\n');
  await gateway.push('load/instance/host-146', 'runs 2\nnew_family 1\n');
  await until(async () => (await rowOf(page, 'host-145').locator('.number').textContent()) === '5', 'the count of series changes');
  await page.waitForSelector('details[data-name=new_family]');
  await gateway.push('another', 'm 1\n');
  await gateway.ask('DELETE', '/metrics/job/load/instance/host-147');
  await page.waitForSelector('.notice.changes');
  await until(async () => /gone/.test(await rowOf(page, 'host-147').getAttribute('class')), 'what is deleted is struck out');
  assert.equal(await page.evaluate(() => document.getElementById('scroll').scrollTop), before);
  assert.equal(await rowOf(page, 'host-145').getAttribute('aria-selected'), 'true');
  await picture(page, 'live');

  await page.click('.notice.changes button');
  await until(async () => (await rowOf(page, 'host-147').count()) === 0, 'sorted again');
  assert.equal(await rowOf(page, 'host-145').getAttribute('aria-selected'), 'true');
  assert.equal(await page.locator('details[data-name=new_family]').count(), 1);
  await page.evaluate(() => { document.getElementById('scroll').scrollTop = 0; });
  await until(async () => (await shownJobs(page))[0] === 'another', 'the new one is there');
  await close(page);
});

test('a failed push shows', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  await gateway.push('load/instance/host-001', 'm 1\nm 2\n', 400);
  await page.waitForSelector('tr.group .badge.failed');
  assert.equal(await page.textContent('.chip.failed .figure'), '1');
  assert.match(await rowOf(page, 'host-001').locator('.state').getAttribute('title'), /^The last push was rejected just now/);
  await close(page);
});

test('live can be switched off', async () => {
  const page = await browser.open(gateway.url);
  await isListed(page);
  await page.click('button.live');
  assert.equal(await page.getAttribute('button.live', 'aria-pressed'), 'false');
  await gateway.push('load/instance/host-000', 'runs 1\nmore 1\n');
  await page.click('button.live');
  await until(async () => (await rowOf(page, 'host-000').locator('.number').textContent()) === '4', 'it catches up');
  await close(page);
});

test('a gateway that is gone is told of, and comes back', async () => {
  const page = await browser.open(gateway.url, { expecting: /ERR_/ });
  await isListed(page);
  await page.check('tr.group input');
  await gateway.stop();
  await page.waitForSelector('body.lost');
  assert.match(await page.textContent('.notice.lost'), /^Lost 127\.0\.0\.1:\d+ \d+ s ago: nobody answers\. Trying again in \d+ s\./);
  assert.ok(await page.isDisabled('button:has-text("Delete 1 selected")'));
  assert.ok((await shownJobs(page)).length > 10, 'the last known groups stay');
  await picture(page, 'lost');
  await gateway.run();
  await gateway.push('reborn', 'm 1\n');
  await page.click('.notice.lost button');
  await until(async () => (await shownJobs(page)).join() === 'reborn', 'the list is that of the new life');
  assert.equal(await page.locator('.notice.lost').count(), 0);
  await close(page);
});
