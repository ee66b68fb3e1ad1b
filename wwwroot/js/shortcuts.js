import { composing, typing } from './keys.js';
import { toggleAssistant } from './assistant.js';

// data-key="n" clicks or focuses its element when the letter is pressed outside a field.
document.addEventListener('keydown', event => {
  if (composing(event)) return;
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const key = event.key.toLowerCase();
  if (command && key === 'k') {
    const search = document.querySelector('[data-search]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select?.();
  } else if (command && key === 'j') {
    event.preventDefault();
    toggleAssistant();
  } else if (!command && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !typing(event)
    && document.documentElement.dataset.shortcuts !== 'off' && /^[a-z?/]$/.test(key)) {
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches('input, textarea')) target.focus(); else target.click();
  }
});
