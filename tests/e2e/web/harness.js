// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway and a browser for one file of tests. PUSHGATED is the gateway's command, PUSHGATE_CHROMIUM the
// browser's; PUSHGATE_PICTURES is where screenshots go.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const BROWSER_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--lang=en-US'];
const PICTURES = process.env.PUSHGATE_PICTURES ?? path.join(os.tmpdir(), 'pushgate-pictures');

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The first true result of `condition`. */
export async function until(condition, what, seconds = 15) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const result = await condition();
    if (result) return result;
    assert.ok(Date.now() < deadline, `not within ${seconds} s: ${what}`);
    await pause(25);
  }
}

export class Gateway {
  constructor(flags) {
    this.flags = flags;
    this.log = '';
  }

  static async start(...flags) {
    const gateway = new Gateway(flags);
    gateway.port = await freePort();
    gateway.prefix = flags.find((flag) => flag.startsWith('--web.route-prefix='))?.split('=')[1] ?? '';
    await gateway.run();
    return gateway;
  }

  async run() {
    const command = process.env.PUSHGATED.split(' ');
    this.process = spawn(command[0], [...command.slice(1), `--web.listen-address=127.0.0.1:${this.port}`,
      '--log.level=warn', ...this.flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => { this.log += text; });
    await until(async () => {
      assert.equal(this.process.exitCode, null, this.log);
      return (await this.ask('GET', '/-/ready').catch(() => null))?.status === 200;
    }, 'the gateway is ready');
  }

  get url() {
    return `http://127.0.0.1:${this.port}${this.prefix}`;
  }

  /** Not `fetch`, which knows no such thing as a browser's marks on a request. */
  ask(method, where, body = '', headers = {}) {
    return new Promise((resolve, reject) => {
      const request = http.request(this.url + where, { method, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => { text += part; })
          .on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  async push(where, text, expected = 200) {
    const reply = await this.ask('PUT', `/metrics/job/${where}`, text);
    assert.equal(reply.status, expected, reply.text);
  }

  /** `count` groups of one gauge each, in one request. */
  async pushMany(count, makeLabels) {
    const lines = Array.from({ length: count }, (_, at) =>
      `runs{${Object.entries(makeLabels(at)).map(([name, value]) => `${name}="${value}"`).join(',')}} ${at}\n`);
    const names = Object.keys(makeLabels(0)).join(',');
    const reply = await this.ask('PUT', `/api/v1/push?group_by=${names}`, lines.join(''));
    assert.equal(reply.status, 200, reply.text);
  }

  async groups(query = '') {
    return JSON.parse((await this.ask('GET', `/api/v1/groups${query}`)).text).data.groups;
  }

  async stop() {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.process.kill();
    await ended;
  }
}

export class Browser {
  static async start() {
    const browser = new Browser();
    fs.mkdirSync(PICTURES, { recursive: true });
    browser.program = await chromium.launch({ executablePath: process.env.PUSHGATE_CHROMIUM, headless: true, args: BROWSER_FLAGS });
    return browser;
  }

  stop() {
    return this.program.close();
  }

  /** A page of its own, with nothing remembered; `problems` gathers what no page may do: errors, and calls to anybody
   *  else. `expecting`: what the browser may say of answers that a test means to be given. */
  async open(url, { expecting = /^$/, prepare = async () => {}, media = {}, ...more } = {}) {
    const context = await this.program.newContext({ locale: 'en-US', timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'], ...more });
    const page = await context.newPage();
    page.problems = [];
    page.on('pageerror', (error) => page.problems.push(error.stack));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !expecting.test(message.text())) page.problems.push(message.text());
    });
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(url).host) page.problems.push(`asked ${request.url()}`);
    });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', ...media });
    await prepare(page);
    await page.goto(url, { waitUntil: 'commit' });
    return page;
  }
}

/** Milliseconds of work in the longest task of the page while `act` runs: its thread's own time, so that whoever else
 *  keeps the machine busy does not count. */
export async function longestTask(browser, page, act) {
  await browser.program.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await act();
  const { traceEvents } = JSON.parse(await browser.program.stopTracing());
  const main = traceEvents.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const tasks = traceEvents.filter((event) => /RunTask$/.test(event.name) && event.tdur !== undefined
    && main.some(({ pid, tid }) => pid === event.pid && tid === event.tid));
  assert.ok(tasks.length > 100, `${tasks.length} tasks were seen`);
  return Math.max(...tasks.map((event) => event.tdur)) / 1000;
}

/** Ends with the page; fails if it complained. */
export async function close(page) {
  page.isClosing = true;
  await page.context().close();
  assert.deepEqual(page.problems, []);
}

export function picture(page, name) {
  return page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
}

/** The rows drawn, as `job instance`. */
export function shownJobs(page) {
  return page.$$eval('tr.group:not(.blank)', (rows) =>
    rows.map((row) => `${row.querySelector('.job').textContent} ${row.querySelector('.instance').textContent}`.trim()));
}

export async function isListed(page) {
  await page.waitForSelector('#groups[role=grid] tr.group:not(.blank), .empty button');
}
