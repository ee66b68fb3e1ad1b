const root = document.documentElement;
const changed = () => document.dispatchEvent(new Event('themechange'));

// Applied at once; the form it stands in keeps it (a radio or button named theme).
function apply(value) {
  if (value === 'light' || value === 'dark') root.dataset.theme = value; else delete root.dataset.theme;
  for (const button of document.querySelectorAll('[data-theme-set]')) button.setAttribute('aria-pressed', String(button.dataset.themeSet === value));
  changed();
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-theme-set]');
  if (button) apply(button.dataset.themeSet);
});
document.addEventListener('change', event => {
  if (!event.target.matches('input[name=theme]')) return;
  apply(event.target.value);
  event.target.form?.requestSubmit();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
