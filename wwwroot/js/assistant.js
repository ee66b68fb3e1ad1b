import { htmx } from './htmx.js';

const panel = () => document.querySelector('[data-assistant]');
let opener = null;

/** Opens the assistant beside any page; on its own page the composer takes the focus. */
export function toggleAssistant(force) {
  const aside = panel();
  if (!aside) {
    const composer = document.querySelector('[data-ask] textarea, [data-ask] input');
    if (composer) composer.focus();
    else document.querySelector('[data-assistant-open][href]')?.click();
    return;
  }
  const open = force ?? aside.hidden;
  aside.hidden = !open;
  for (const button of document.querySelectorAll('[data-assistant-open]')) button.setAttribute('aria-expanded', String(open));
  if (!open) { opener?.focus?.(); opener = null; return; }
  opener = document.activeElement;
  const focus = () => aside.querySelector('textarea, input:not([type=hidden])')?.focus();
  const body = aside.querySelector('[data-src]');
  if (body && !body.dataset.loaded) {
    body.dataset.loaded = 'yes';
    htmx.ajax('GET', body.dataset.src, { target: body, swap: 'innerHTML' }).then(focus, () => delete body.dataset.loaded);
  }
  focus();
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-assistant-open]');
  if (button && panel() && !event.ctrlKey && !event.metaKey) { event.preventDefault(); toggleAssistant(); }
  if (event.target.closest('[data-assistant-close]')) toggleAssistant(false);
});

document.addEventListener('keydown', event => {
  const aside = panel();
  if (event.key === 'Escape' && aside && !aside.hidden && aside.contains(event.target) && !event.defaultPrevented) toggleAssistant(false);
});
