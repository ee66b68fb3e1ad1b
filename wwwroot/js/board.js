import { each, htmx } from './htmx.js';
import { beside } from './menu.js';
import { typing } from './keys.js';
import { Sums } from './board-sums.js';
import { byPointer } from './board-pointer.js';
import { hear } from './live.js';
import { toast } from './toast.js';

class Board {
  constructor(root) {
    this.root = root;
    this.sums = new Sums(root);
    this.menu = document.querySelector('[data-board-menu]');
    this.bar = document.querySelector('[data-move-bar]');
    this.live = document.querySelector('[data-board-live]');
    this.held = null;
    this.own = new Set();
    root.addEventListener('keydown', event => this.key(event));
    root.addEventListener('click', event => this.click(event));
    this.menu?.addEventListener('click', event => this.choose(event));
    this.bar?.addEventListener('click', event => this.act(event.target.closest('[data-mark]')?.dataset.mark ?? event.target.closest('[data-bar]')?.dataset.bar));
    root.addEventListener('focusout', () => setTimeout(() => { if (this.held && !this.held.pointer && !this.moving && !this.holds(document.activeElement)) this.cancel(); }));
    byPointer(this);
  }

  holds(element) { return this.held?.card.contains(element) || this.bar?.contains(element); }
  columns() { return [...this.root.querySelectorAll('[data-stage]')].filter(c => c.offsetParent || c.getClientRects().length); }
  column(card) { return card.closest('[data-stage]'); }
  cards(column) { return [...column.querySelectorAll('[data-card]')].filter(c => c !== this.held?.card); }
  name(card) { return card.dataset.name ?? card.querySelector('.card-name')?.textContent.trim() ?? ''; }
  stageName(column) { return column.dataset.name ?? column.querySelector('h2')?.firstChild.textContent.trim() ?? ''; }

  say(kind, values) {
    const text = this.root.dataset[`say${kind}`];
    if (text && this.live) this.live.textContent = text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '');
  }

  lift(card, pointer = false) {
    if (this.held || card.matches('.saving')) return;
    const column = this.column(card), was = document.createElement('div');
    was.className = 'place';
    this.held = { card, from: column, next: card.nextElementSibling, was, pointer };
    card.classList.add('lifted');
    this.sums.hold(card, column);
    this.words();
    this.say('Lifted', { name: this.name(card), stage: this.stageName(column) });
  }

  /** Puts the held card (or its dashed place, while a pointer carries it) into a column, before another card or last. */
  put(column, before, thing = this.held.card) {
    const { card, was, from, next } = this.held, list = column.querySelector('[data-cards]');
    this.moving = true;
    if (column === from) was.remove();
    else if (!was.isConnected) {
      was.style.height = `${card.offsetHeight}px`;
      from.querySelector('[data-cards]').insertBefore(was, next?.parentElement ? next : null);
    }
    list.insertBefore(thing, before ?? null);
    for (const each of this.columns()) each.classList.toggle('over', each === column && column !== from);
    this.held.to = column;
    this.sums.preview(column);
    this.words();
    if (thing === card) { this.focus(card); card.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
    this.moving = false;
  }

  words() {
    if (!this.bar || !this.held) return;
    const { card, from, to } = this.held;
    for (const part of this.bar.querySelectorAll('[data-bar-name]')) part.textContent = this.name(card);
    for (const part of this.bar.querySelectorAll('[data-bar-stage]')) part.textContent = this.stageName(to ?? from);
    this.bar.hidden = false;
  }

  step(key) {
    const { card } = this.held, column = this.column(card), columns = this.columns(), at = columns.indexOf(column);
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const next = columns[at + (key === 'ArrowLeft' ? -1 : 1)];
      if (!next) return;
      const place = [...column.querySelectorAll('[data-card]')].indexOf(card);
      this.put(next, this.cards(next)[place]);
    } else {
      const all = [...column.querySelectorAll('[data-card]')], place = all.indexOf(card);
      if (key === 'ArrowUp' && place > 0) this.put(column, all[place - 1]);
      else if (key === 'ArrowDown' && place < all.length - 1) this.put(column, all[place + 2]);
      else return;
    }
    const here = this.column(card), all = [...here.querySelectorAll('[data-card]')];
    this.say('Moved', { name: this.name(card), stage: this.stageName(here), place: all.indexOf(card) + 1, count: all.length });
  }

  release() {
    const { card, was } = this.held;
    was.remove();
    card.classList.remove('lifted', 'floating');
    for (const each of this.columns()) each.classList.remove('over');
    if (this.bar) this.bar.hidden = true;
    const held = this.held;
    this.held = null;
    return held;
  }

  back({ card, from, next }) {
    this.moving = true;
    from.querySelector('[data-cards]').insertBefore(card, next?.parentElement?.matches('[data-cards]') && from.contains(next) ? next : null);
    this.moving = false;
    this.sums.reset();
  }

  cancel() {
    const held = this.release();
    this.back(held);
    this.focus(held.card);
    this.say('Cancelled', { name: this.name(held.card), stage: this.stageName(held.from) });
  }

  drop() {
    const held = this.release(), { card, from, next } = held, column = this.column(card);
    if (column === from && card.nextElementSibling === next) { this.sums.reset(); this.focus(card); return; }
    card.classList.add('settled');
    this.send(card, column, held);
  }

  async send(card, column, held) {
    const previous = card.previousElementSibling?.closest('[data-card]');
    const url = (card.dataset.moveUrl ?? this.root.dataset.moveUrl).replace('{id}', card.dataset.id);
    const values = { stage: column.dataset.stage, after: previous?.dataset.id ?? '' };
    if (card.dataset.version) values.version = card.dataset.version;
    card.classList.add('saving');
    const names = { name: this.name(card), stage: this.stageName(column) };
    const { id } = card.dataset, focused = card.contains(document.activeElement) || document.activeElement === document.body;
    if (await this.post(url, values, card)) this.say('Dropped', names);
    else { this.back(held); this.say('Failed', names); }
    card.classList.remove('saving', 'settled');
    if (focused) this.focus(this.root.querySelector(`[data-card][data-id="${CSS.escape(id)}"]`) ?? card);
  }

  /** Sends a form through htmx; what comes back is swapped by its hx-swap-oob ids. */
  post(url, values, source) {
    let fine = true;
    const { id } = source.dataset; // the server tells everybody, us too
    this.own.add(id);
    const failed = event => { if (event.detail.elt === source) fine = false; };
    const names = ['htmx:responseError', 'htmx:sendError', 'htmx:timeout'];
    for (const name of names) document.addEventListener(name, failed);
    const clean = event => { if (event.detail.elt === source && event.detail.xhr.status === 422) { fine = false; event.detail.shouldSwap = false; toast({ text: event.detail.xhr.getResponseHeader('X-Message') ?? this.root.dataset.sayFailed?.replace(/\{\w+\}/g, '') ?? '' }); } };
    document.addEventListener('htmx:beforeSwap', clean);
    return htmx.ajax('POST', url, { values, source, target: source, swap: 'none' }).catch(() => { fine = false; }).then(() => {
      for (const name of names) document.removeEventListener(name, failed);
      document.removeEventListener('htmx:beforeSwap', clean);
      if (fine) setTimeout(() => this.own.delete(id), 5000); else this.own.delete(id);
      return fine;
    });
  }

  async mark(card, kind) {
    if (this.held) { const held = this.release(); this.back(held); }
    const url = (card.dataset[`${kind}Url`] ?? this.root.dataset[`${kind}Url`])?.replace('{id}', card.dataset.id);
    if (!url) return;
    if (kind === 'lost' || kind === 'later') return htmx.ajax('GET', url, { target: '#dialogs', swap: 'beforeend', source: card });
    if (await this.post(url, {}, card)) this.say('Won', { name: this.name(card) });
  }

  act(what) {
    if (!this.held || !what) return;
    if (what === 'drop') this.drop(); else if (what === 'cancel') this.cancel(); else this.mark(this.held.card, what);
  }

  key(event) {
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target.closest('[data-card]');
    if (!card || event.target.closest('[data-card-menu]') && event.key !== 'Escape') return;
    const { key } = event, held = this.held?.card === card && !this.held.pointer;
    if (key === ' ') { if (held) this.drop(); else this.lift(card); }
    else if (held && key === 'Enter') this.drop();
    else if (held && key === 'Escape') this.cancel();
    else if (held && key.startsWith('Arrow')) this.step(key);
    else if (!held && key.startsWith('Arrow')) { if (!this.walk(card, key)) return; }
    else if (key === 'w' || key === 'W') this.mark(card, 'won');
    else if (key === 'l' || key === 'L') this.mark(card, 'lost');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  walk(card, key) {
    const column = this.column(card), list = this.cards(column), at = list.indexOf(card), columns = this.columns();
    const side = columns[columns.indexOf(column) + (key === 'ArrowLeft' ? -1 : 1)];
    const next = key === 'ArrowDown' ? list[at + 1] : key === 'ArrowUp' ? list[at - 1] : side && (this.cards(side)[at] ?? this.cards(side).at(-1));
    if (next) this.focus(next);
    return !!next;
  }

  focus(card) { card?.querySelector('.card-name')?.focus({ preventScroll: false }); }

  click(event) {
    const button = event.target.closest('[data-card-menu]');
    if (!button || !this.menu) return;
    event.preventDefault();
    this.chosen = button.closest('[data-card]');
    const here = this.column(this.chosen).dataset.stage;
    for (const item of this.menu.querySelectorAll('[data-move-stage]')) item.disabled = item.dataset.moveStage === here;
    button.setAttribute('aria-expanded', 'true');
    beside(this.menu, button);
    this.menu.querySelector('button:not(:disabled)')?.focus();
    this.menu.addEventListener('toggle', e => { if (e.newState === 'closed') button.setAttribute('aria-expanded', 'false'); }, { once: true });
  }

  choose(event) {
    const item = event.target.closest('[data-move-stage], [data-mark]'), card = this.chosen;
    if (!item || !card) return;
    this.menu.hidePopover();
    if (item.dataset.mark) { this.mark(card, item.dataset.mark); return; }
    this.lift(card);
    this.put(this.root.querySelector(`[data-stage="${CSS.escape(item.dataset.moveStage)}"]`), null);
    this.drop();
  }
}

/** Shows what others did, as soon as nothing is held here. */
function keepFresh(root, board) {
  let timer = 0;
  const busy = () => board?.held || root.querySelector('.saving');
  // A card may have been lifted while the answer was on its way.
  root.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.requestConfig.path !== root.dataset.freshUrl || !busy()) return;
    event.detail.shouldSwap = false;
    timer = setTimeout(look, 500);
  });
  const look = async () => {
    if (!root.isConnected) return;
    if (busy()) { timer = setTimeout(look, 500); return; }
    const id = document.activeElement?.closest('[data-card]')?.id;
    await htmx.ajax('GET', root.dataset.freshUrl, { source: root, target: root, swap: 'none' }).catch(() => {});
    if (id && document.activeElement === document.body) board?.focus(document.getElementById(id));
  };
  hear('deal', id => {
    if (id && board?.own.delete(id)) return;
    clearTimeout(timer);
    timer = setTimeout(look, 200);
  });
}

each('[data-fresh-url]', root => keepFresh(root, root.matches('[data-board]') ? new Board(root) : null));

// On a phone the stage strip chooses the one column that is shown.
document.addEventListener('click', event => {
  const tab = event.target.closest('[data-show-stage]');
  if (!tab) return;
  event.preventDefault();
  for (const other of tab.parentElement.children) other.toggleAttribute('aria-current', other === tab);
  tab.setAttribute('aria-current', 'true');
  for (const column of document.querySelectorAll('.board [data-stage]')) column.classList.toggle('shown', column.dataset.stage === tab.dataset.showStage);
});

// A column that the server sends anew keeps what only the browser knows: whether a phone shows it, and how far it was scrolled.
const scrolled = new Map();
document.addEventListener('htmx:oobBeforeSwap', ({ detail: { target, fragment } }) => {
  if (!target.matches('[data-stage]')) return;
  fragment.querySelector('[data-stage]')?.classList.toggle('shown', target.classList.contains('shown'));
  scrolled.set(target.id, target.querySelector('[data-cards]')?.scrollTop);
});
document.addEventListener('htmx:oobAfterSwap', () => {
  for (const [id, top] of scrolled) { const list = document.getElementById(id)?.querySelector('[data-cards]'); if (list && top) list.scrollTop = top; }
  scrolled.clear();
});
