import { each } from './htmx.js';

const svg = (name, of, values) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in values) element.setAttribute(key, values[key]);
  return of.appendChild(element);
};

each('[data-reading]', reading => {
  const gap = reading.querySelector('.threads');
  if (!gap) return;
  const chip = slot => [...reading.querySelectorAll('[data-slot]')].find(c => c.dataset.slot === slot);
  const draw = () => {
    gap.textContent = '';
    const box = gap.getBoundingClientRect();
    if (!box.height) return;
    const sheet = svg('svg', gap, { width: box.width, height: box.height, 'aria-hidden': true });
    const words = [...reading.querySelectorAll('[data-thread]')];
    const order = [...words.filter((_, i) => i % 2 === 0), ...words.filter((_, i) => i % 2)];
    for (const word of order) {
      const to = chip(word.dataset.thread);
      if (!to) continue;
      const a = word.getClientRects()[word.getClientRects().length - 1], b = to.getBoundingClientRect();
      const x = a.left + a.width / 2 - box.left, y = a.bottom - box.top;
      const u = b.left + Math.min(b.width / 2, 400) - box.left, v = b.top - box.top + 1, h = v - y;
      const d = `M${x} ${y}C${x} ${y + h * .75} ${u} ${v - h * .75} ${u} ${v}`;
      svg('path', sheet, { class: 'halo', d });
      svg('path', sheet, { d, 'data-of': word.dataset.thread, class: to.matches('.open') ? 'on' : '' });
      word.classList.toggle('on', to.matches('.open'));
    }
  };
  const light = (event, on) => {
    const slot = event.target.closest('[data-slot],[data-thread]')?.dataset;
    const key = slot?.slot ?? slot?.thread;
    if (!key) return;
    for (const part of reading.querySelectorAll('[data-slot],[data-thread],[data-of]'))
      if ([part.dataset.slot, part.dataset.thread, part.dataset.of].includes(key) && !chip(key)?.matches('.open')) part.classList.toggle('on', on);
  };
  for (const name of ['pointerover', 'focusin']) reading.addEventListener(name, event => light(event, true));
  for (const name of ['pointerout', 'focusout']) reading.addEventListener(name, event => light(event, false));
  new ResizeObserver(draw).observe(reading);
  document.fonts?.ready.then(draw);
});
