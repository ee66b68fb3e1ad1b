import { htmx } from './htmx.js';

let shelf;
const place = () => shelf?.isConnected ? shelf
  : shelf = document.querySelector('.toasts') ?? document.body.appendChild(Object.assign(document.createElement('div'), { className: 'toasts', role: 'status' }));

/** One line at the bottom, with at most one act. It waits while somebody points at it or has it focused. */
export function toast({ text, act, url, href, seconds }) {
  const line = Object.assign(document.createElement('div'), { className: 'toast' });
  line.append(Object.assign(document.createElement('span'), { textContent: text }));
  if (act && href) line.append(Object.assign(document.createElement('a'), { textContent: act, href }));
  else if (act && url) {
    const button = line.appendChild(Object.assign(document.createElement('button'), { type: 'button', textContent: act }));
    button.addEventListener('click', () => { htmx.ajax('POST', url, { swap: 'none', source: document.body }); line.remove(); });
  }
  let left = (seconds ?? (act ? 10 : 5)) * 1000, since, timer;
  const go = () => { since = Date.now(); timer = setTimeout(() => line.remove(), left); };
  const wait = () => { clearTimeout(timer); left -= Date.now() - since; left = Math.max(left, 1500); };
  line.addEventListener('pointerenter', wait); line.addEventListener('focusin', wait);
  line.addEventListener('pointerleave', go); line.addEventListener('focusout', go);
  place().replaceChildren(line);
  go();
}

// The server says HX-Trigger: {"toast":{"text":"…","act":"…","url":"…"}}
document.addEventListener('toast', event => toast(typeof event.detail.value === 'string' ? { text: event.detail.value } : event.detail));
// A refusal says in its own words what to do, when it has some.
const said = ({ status, responseText }) => { try { return status < 500 ? JSON.parse(responseText).message : null; } catch { return null; } };
document.addEventListener('htmx:responseError', event => {
  const words = document.body.dataset;
  toast({ text: event.detail.xhr.status === 403 ? words.textForbidden ?? 'Not permitted' : said(event.detail.xhr) ?? words.textFailed ?? 'That did not work. Nothing was changed.' });
});
document.addEventListener('htmx:sendError', () => toast({ text: document.body.dataset.textOffline ?? 'No connection. Nothing was changed.' }));
const first = document.querySelector('[data-toast]');
if (first) toast({ text: first.dataset.toast, act: first.dataset.act, url: first.dataset.url });
