import { composing } from './keys.js';

document.addEventListener('click', async event => {
  const reveal = event.target.closest('[data-reveal]');
  if (reveal) {
    const input = document.getElementById(reveal.dataset.reveal);
    const hidden = input.type === 'password';
    input.type = hidden ? 'text' : 'password';
    reveal.setAttribute('aria-pressed', String(hidden));
    if (reveal.dataset.hide) [reveal.textContent, reveal.dataset.hide] = [reveal.dataset.hide, reveal.textContent];
    input.focus();
  }
  if (event.target.closest('[data-print]')) window.print();
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.copy);
    if (copy.dataset.done) document.dispatchEvent(new CustomEvent('toast', { detail: { text: copy.dataset.done } }));
  }
});

// Enter while an input method composes chooses a word; it never submits.
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && composing(event) && event.target.matches('input, textarea')) event.preventDefault();
}, true);

// data-submit: a field that sends its form when it changes (filters, tasks).
document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form?.requestSubmit();
});

// An idea for a field comes too late when something was typed there meanwhile.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (detail.target.querySelector('[data-suggested]')?.value) detail.shouldSwap = false;
});
