// SPDX-License-Identifier: GPL-3.0-or-later
// Calls to the gateway that the page comes from, under whatever prefix.
import { pathOf } from './group.js';
import { t } from './words.js';

const PATIENCE = 30_000; // milliseconds beyond what the gateway was asked to wait

/** What went wrong with a call: `status` is that of HTTP, or 0 where nobody answered. */
export class CallError extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }

  get isRefused() {
    return this.status === 401 || this.status === 403;
  }

  get isUnreachable() {
    return this.status === 0 || this.status >= 500;
  }
}

/** The address of a path of the gateway's, whole. */
export function addressFor(path) {
  return new URL(`${document.documentElement.dataset.base}/${path}`, location.href).href;
}

async function detailOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).error ?? text;
  } catch {
    return text.trim().slice(0, 300); // what a proxy in front answers need not be ours
  }
}

/** What `read` makes of an answer of the gateway. Errors: CallError, or AbortError if `signal` ended it. */
export async function call(method, path, { signal, patience = PATIENCE, body, headers, read = (response) => response.text() } = {}) {
  const timeout = AbortSignal.timeout(patience);
  const ended = new AbortController();
  const end = () => ended.abort();
  timeout.addEventListener('abort', end);
  signal?.addEventListener('abort', end);
  try {
    const response = await fetch(addressFor(path), { method, body, headers, signal: ended.signal, cache: 'no-cache' });
    if (!response.ok) throw new CallError(response.status, await detailOf(response));
    return await read(response);
  } catch (error) {
    if (error instanceof CallError || signal?.aborted) throw error;
    throw new CallError(0, timeout.aborted ? 'timeout' : error.message);
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

async function dataOf(method, path, options) {
  const text = await call(method, path, options);
  try {
    return JSON.parse(text).data;
  } catch {
    throw new CallError(0, t('no_gateway_answer'));
  }
}

export function listGroups(parameters, options) {
  return dataOf('GET', `api/v1/groups?${parameters}`, options);
}

export function groupDetails(labels, options) {
  return dataOf('GET', `api/v1/groups/${pathOf(labels)}`, options);
}

/** All that a group holds, as it is pushed: `{type, bytes}`. */
export function groupBody(labels) {
  return call('GET', `api/v1/groups/${pathOf(labels)}?format=protobuf`, {
    read: async (response) => ({ type: response.headers.get('Content-Type'), bytes: await response.arrayBuffer() }),
  });
}

export function pushGroup(labels, { type, bytes }) {
  return call('PUT', `metrics/${pathOf(labels)}`, { body: bytes, headers: { 'Content-Type': type } });
}

export function deleteMatching(parameters, { dryRun }) {
  const all = new URLSearchParams(parameters);
  if (dryRun) all.set('dry_run', 'true');
  return dataOf('DELETE', `api/v1/groups?${all}`);
}

/** Pushes accepted and refused in each minute of the last hour. */
export function pushActivity() {
  return dataOf('GET', 'api/v1/activity');
}

/** What the gateway's process takes of its machine. */
export function runtime() {
  return dataOf('GET', 'api/v1/runtime');
}

export function wipe() {
  return call('PUT', 'api/v1/admin/wipe');
}

/** What happened, and what to do about it. */
export function causeText(error) {
  if (!(error instanceof CallError)) return error.message;
  if (error.status === 0) return error.message === 'timeout' ? t('cause_timeout') : t('cause_unreachable');
  if (error.status === 401) return t('cause_401');
  if (error.status === 403) return t('cause_403', { detail: error.message });
  return t('cause_status', { status: String(error.status), detail: error.message });
}
