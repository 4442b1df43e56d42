// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the parts of the page.
import { removeGroups, removeMatching, wipeAll } from './actions.js';
import { addressFor, CallError, causeText } from './api.js';
import { broughtBack } from './backup.js';
import { GroupDetails } from './details.js';
import { showKeys } from './dialog.js';
import { button, byId, copyText, el } from './dom.js';
import { lengthText } from './format.js';
import { listenToKeys } from './keys.js';
import { GroupList } from './list.js';
import { Live } from './live.js';
import { Notices } from './notices.js';
import { Overview } from './overview.js';
import { addressOf, isNarrowed, queryFromAddress } from './query.js';
import { translatePage } from './server_words.js';
import { StatusView } from './status.js';
import { GroupTable } from './table.js';
import { Tools } from './tools.js';
import { language, onLanguage, setLanguage, t } from './words.js';

const UNDO_FOR = 10_000; // milliseconds

export class App {
  constructor() {
    this.list = new GroupList();
    this.list.query = queryFromAddress(location.search);
    this.live = new Live(this.list);
    this.notices = new Notices(byId('notices'));
    this.tools = new Tools(byId('tools'), document.documentElement.dataset.admin === 'on');
    this.scroller = byId('scroll');
    this.table = new GroupTable(this.scroller, this.list, (group) => this.makeDetails(group));
    this.overview = new Overview(this.list, (wish) => this.setQuery(wish));
    this.status = new StatusView(this.notices);
    this.serverRows = [...this.scroller.children];
    this.join();
  }

  join() {
    const { list, live, table, tools } = this;
    list.addEventListener('counted', () => this.showCounts());
    list.addEventListener('loaded', () => this.showLoaded());
    list.addEventListener('changed', () => this.showChanges());
    live.addEventListener('turned', () => this.showConnection());
    table.addEventListener('picked', () => this.showActions());
    table.addEventListener('sort', ({ detail }) => this.setQuery({ sort: detail }));
    table.addEventListener('top', () => { if (list.pending.size > 0) this.reload(); });
    table.addEventListener('asked-delete', () => this.deletePicked());
    table.addEventListener('failed', ({ detail }) => this.explain(detail));
    tools.addEventListener('query', ({ detail }) => this.setQuery(detail));
    tools.addEventListener('overview', () => this.toggleOverview());
    tools.addEventListener('live', () => this.toggleLive());
    tools.addEventListener('keys', showKeys);
    tools.addEventListener('unpick', () => table.pickOnly([]));
    tools.addEventListener('delete-picked', () => this.deletePicked());
    tools.addEventListener('delete-matching', () => this.act(() => removeMatching(list.parameters())));
    tools.addEventListener('wipe', () => this.act(() => wipeAll(list.total)));
    setInterval(() => this.showConnection(), 1000);
    setInterval(() => list.recount(), 2000);
  }

  async begin() {
    this.addLanguageSwitch();
    onLanguage(() => this.rename());
    translatePage();
    listenToKeys(this);
    this.tools.showQuery(this.list.query);
    await this.reload();
    this.live.restart();
  }

  // ------------------------------------------------------------------------------------ what is shown

  async setQuery(change) {
    const query = { ...this.list.query, ...change };
    history.replaceState(null, '', location.pathname + addressOf(query));
    this.tools.showQuery(query);
    this.scroller.scrollTop = 0;
    await this.reload(query);
  }

  /** Loads the list anew, and stays live from there. */
  async reload(query = this.list.query) {
    this.live.running?.abort();
    try {
      await this.list.load(query);
      this.tools.showProblem('');
      if (this.overview.isOpen) await this.overview.load();
    } catch (error) {
      if (error.name === 'AbortError') return;
      this.explain(error);
      if (error.status === 400) return; // asking the same again would not help
    }
    this.live.restart();
  }

  explain(error) {
    if (error instanceof CallError && error.status === 400) this.tools.showProblem(error.message);
    else if (error instanceof CallError && !error.isUnreachable) this.notices.show('refused', t('no_list', { cause: causeText(error) }));
    else if (!(error instanceof CallError)) throw error;
  }

  showLoaded() {
    for (const element of this.serverRows.splice(0)) element.remove();
    this.notices.show('changes', '');
    this.notices.show('refused', '');
    this.emptiness?.remove();
    if (!this.table.table.isConnected) this.scroller.append(this.overview.element, this.table.table);
    this.table.table.hidden = this.list.count === 0;
    if (this.list.count === 0) this.scroller.append(this.emptiness = this.makeEmptiness());
    this.table.draw();
    this.showActions();
  }

  makeEmptiness() {
    if (isNarrowed(this.list.query)) {
      return el('div', { class: 'empty' }, el('p', {}, t('nothing_matches')),
        button(t('clear_filter'), () => this.clearQuery()));
    }
    const command = `echo 'backup_duration_seconds 42.5' | curl --data-binary @- ${addressFor('metrics/job/backup/instance/db1')}`;
    return el('div', { class: 'empty' }, el('p', {}, t('nothing_pushed')), el('pre', { tabindex: 0 }, command),
      button(t('copy'), () => copyText(command)));
  }

  clearQuery() {
    this.tools.search.value = '';
    this.setQuery({ text: '', states: [], olderThan: '' });
  }

  showCounts() {
    this.tools.showCounts(this.list.total, this.list.states);
    byId('summary').textContent = t('summary', { n: this.list.total });
  }

  showChanges() {
    const n = this.list.pending.size;
    if (n > 0 && this.list.count === 0) this.reload(); // nothing can move under the pointer
    else this.notices.show('changes', n > 0 ? t('changes', { n }) : '', [[t('resort'), () => this.reload()]]);
    this.showActions();
  }

  showActions() {
    const { states } = this.list.query;
    const counts = this.list.states;
    const matching = !counts ? 0 : states.length > 0 ? states.reduce((sum, state) => sum + counts[state], 0) : this.list.total;
    this.tools.showActions(this.list.query, this.table.pickedGroups().length, matching);
  }

  /** Whether the gateway answers; while it does not, nothing can be deleted. */
  showConnection() {
    const { error, isOn } = this.live;
    const isLost = Boolean(error) && isOn && !error.isRefused;
    if (isLost && !document.body.classList.contains('lost')) this.notices.say(t('lost_short', { host: location.host }));
    document.body.classList.toggle('lost', isLost);
    for (const control of document.querySelectorAll('.needs-gateway')) control.disabled = isLost;
    this.tools.live.setAttribute('aria-pressed', String(isOn));
    this.notices.show('lost', error && isOn ? this.lostText(error) : '', [[t('retry'), () => this.live.restart()]]);
  }

  lostText(error) {
    const seconds = Math.max(0, (this.live.retryAt - Date.now()) / 1000);
    const next = t('trying_again', { length: lengthText(Math.ceil(seconds)) });
    if (error instanceof CallError && error.isRefused) return `${t('no_list', { cause: causeText(error) })} ${next}`;
    return t('lost', { host: location.host, length: lengthText((Date.now() - this.live.lostAt) / 1000), cause: causeText(error), next });
  }

  // ---------------------------------------------------------------------------------------- what is done

  makeDetails(group) {
    return new GroupDetails(group, { now: () => this.list.now(), remove: (one) => this.act(() => removeGroups([one])) });
  }

  deletePicked() {
    const picked = this.table.pickedGroups();
    const active = this.table.activeGroup();
    const groups = picked.length > 0 ? picked : active && !active.isGone ? [active] : [];
    if (groups.length > 0 && !document.body.classList.contains('lost')) this.act(() => removeGroups(groups));
  }

  /** Runs one of the actions, and then shows what is left. */
  async act(action) {
    try {
      const done = await action();
      if (done === null) return;
      this.table.pickOnly([]);
      this.kept = done.kept;
      this.notices.pass('done', t('deleted_n', { n: done.count }), UNDO_FOR, done.kept ? [[t('undo'), () => this.undo()]] : []);
      setTimeout(() => { if (this.kept === done.kept) this.kept = null; }, UNDO_FOR);
      await this.reload();
    } catch (error) {
      this.notices.pass('problem', t('could_not_ask', { cause: causeText(error) }));
    }
    this.table.table.focus();
  }

  /** Pushes again what was deleted last, while that is offered. */
  async undo() {
    const { kept } = this;
    if (!kept) return;
    this.kept = null;
    try {
      this.notices.pass('done', t('undone', { n: await broughtBack(kept) }));
    } catch (error) {
      this.notices.pass('done', '');
      this.notices.pass('problem', t('could_not_undo', { cause: causeText(error) }));
    }
    await this.reload();
  }

  toggleLive() {
    this.live.switchTo(!this.live.isOn);
  }

  async toggleOverview() {
    try {
      const isOpening = !this.overview.isOpen;
      this.tools.overview.setAttribute('aria-expanded', String(isOpening));
      await this.overview.toggle();
    } catch (error) {
      if (error.name !== 'AbortError') this.explain(error);
    }
    this.table.draw();
  }

  // ------------------------------------------------------------------------------------------- language

  addLanguageSwitch() {
    this.languageSwitch = button('', () => setLanguage(language() === 'zh' ? 'en' : 'zh'), { class: 'language' });
    document.querySelector('nav').after(this.languageSwitch);
    this.nameSwitch();
  }

  nameSwitch() {
    const other = language() === 'zh' ? ['English', 'en'] : ['\u4e2d\u6587', 'zh-CN'];
    [this.languageSwitch.textContent, this.languageSwitch.lang] = other;
  }

  rename() {
    translatePage();
    this.nameSwitch();
    this.tools.build();
    this.tools.showQuery(this.list.query);
    this.table.rename();
    this.overview.draw();
    this.status.refresh();
    this.notices.show('changes', '');
    if (this.list.states) this.showCounts();
    this.showLoaded();
    this.showConnection();
  }
}

export function start() {
  document.documentElement.dataset.script = '';
  new App().begin();
}
