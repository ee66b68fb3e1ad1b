import { each } from './htmx.js';

// A dialog that arrives in a swap opens itself; one that waits in the page opens by data-dialog="id".
each('dialog[data-open]', dialog => {
  const from = document.activeElement;
  dialog.showModal();
  dialog.addEventListener('close', () => { dialog.remove(); from?.focus?.(); }, { once: true });
});

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-dialog]');
  if (opener) { event.preventDefault(); document.getElementById(opener.dataset.dialog)?.showModal(); }
  const dialog = event.target.closest('dialog[open]');
  if (dialog && (event.target.closest('[data-close]') || event.target === dialog && outside(dialog, event))) dialog.close();
});

document.addEventListener('htmx:afterRequest', event => {
  const dialog = event.target.closest?.('dialog[open]');
  if (dialog && event.detail.successful && event.detail.requestConfig.verb !== 'get' && event.detail.xhr.status !== 422) dialog.close();
});

const outside = (dialog, { clientX: x, clientY: y }) => {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
};

// HX-Trigger: {"dialog:close":{}}
document.addEventListener('dialog:close', () => document.querySelector('dialog[open]')?.close());
