const items = list => [...list.querySelectorAll('a, button:not(:disabled), input, select')].filter(i => i.offsetParent);

document.addEventListener('keydown', event => {
  const menu = event.target.closest('details[data-menu], [data-menu-list]');
  if (!menu) return;
  const details = menu.closest('details');
  if (event.key === 'Escape' && details?.open) {
    event.preventDefault();
    details.open = false;
    details.querySelector('summary').focus();
    return;
  }
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || event.target.matches('input:not([type=checkbox],[type=radio]), select')) return;
  if (details && !details.open) details.open = true;
  const list = items(menu.querySelector('.menu-list') ?? menu);
  if (!list.length) return;
  event.preventDefault();
  const at = list.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? list.length - 1 : at - 1, Home: 0, End: list.length - 1 }[event.key];
  list[(next + list.length) % list.length].focus();
});

document.addEventListener('click', event => {
  for (const open of document.querySelectorAll('details[data-menu][open]')) {
    const inside = open.contains(event.target);
    if (!inside || (event.target.closest('.menu-list a, .menu-list button') && !event.target.closest('[data-keep-open]'))) open.open = false;
  }
});

document.addEventListener('focusin', event => {
  for (const open of document.querySelectorAll('details[data-menu][open]')) if (!open.contains(event.target)) open.open = false;
});

/** Puts a popover beside its button, inside the window. */
export function beside(popover, button) {
  const at = button.getBoundingClientRect();
  popover.showPopover();
  const { offsetWidth: width, offsetHeight: height } = popover;
  popover.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  popover.style.top = `${at.bottom + 4 + height > innerHeight ? Math.max(8, at.top - height - 4) : at.bottom + 4}px`;
}
