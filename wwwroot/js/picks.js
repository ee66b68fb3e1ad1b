import { each } from './htmx.js';

// Rows with checkboxes: data-picks on the table, data-pick-all in its head, [data-pick-bar][data-pick-count] elsewhere.
each('[data-picks]', table => {
  const all = table.querySelector('[data-pick-all]');
  const boxes = () => [...table.querySelectorAll('tbody .pick input')];
  let last;
  const show = () => {
    const list = boxes(), count = list.filter(b => b.checked).length;
    if (all) { all.checked = count > 0 && count === list.length; all.indeterminate = count > 0 && count < list.length; }
    for (const bar of document.querySelectorAll('[data-pick-bar]')) bar.hidden = !count;
    for (const text of document.querySelectorAll('[data-pick-count]')) text.textContent = count;
  };
  table.addEventListener('click', event => {
    if (!event.target.matches('tbody .pick input')) return;
    const list = boxes(), at = list.indexOf(event.target);
    if (event.shiftKey && last >= 0) for (let i = Math.min(at, last); i <= Math.max(at, last); i++) list[i].checked = event.target.checked;
    last = at;
  });
  table.addEventListener('change', event => {
    if (event.target === all) for (const box of boxes()) box.checked = all.checked;
    show();
  });
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-pick-none]') || !table.isConnected) return;
    for (const box of boxes()) box.checked = false;
    show();
  });
  show();
});
