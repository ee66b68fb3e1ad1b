import { each } from './htmx.js';

// From the words of a question to its chips, over and under: every other thread is drawn on top.
each('[data-reading]', reading => {
  const all = name => [...reading.querySelectorAll(name)], gap = reading.querySelector('.threads');
  const chip = slot => all('[data-slot]').find(c => c.dataset.slot === slot);
  const draw = () => {
    const { left, top, height } = gap.getBoundingClientRect(), layers = ['', ''];
    all('[data-thread]').forEach((word, i) => {
      const to = chip(word.dataset.thread), open = to?.matches('.open');
      word.classList.toggle('on', open);
      if (!to || !height) return;
      const a = [...word.getClientRects()].pop(), b = to.getBoundingClientRect();
      const x = a.left + a.width / 2 - left, y = a.bottom - top, u = b.left + b.width / 2 - left, v = b.top - top + 1, h = (v - y) * .75;
      const d = `d="M${x} ${y}C${x} ${y + h} ${u} ${v - h} ${u} ${v}"`;
      layers[i % 2] += `<path class="halo" ${d}/><path data-n="${i}" class="${open ? 'on' : ''}" ${d}/>`;
    });
    gap.innerHTML = `<svg width="1" height="1">${layers.join('')}</svg>`;
  };
  const light = ({ type, target }) => {
    const of = target.closest('[data-slot],[data-thread]')?.dataset, key = of?.slot ?? of?.thread, to = chip(key);
    if (!to || to.matches('.open')) return;
    all('[data-thread]').forEach((word, i) => {
      if (word.dataset.thread === key) for (const part of [word, to, ...all(`[data-n="${i}"]`)]) part.classList.toggle('on', /over|in$/.test(type));
    });
  };
  for (const name of ['pointerover', 'pointerout', 'focusin', 'focusout']) reading.addEventListener(name, light);
  if (gap) new ResizeObserver(draw).observe(reading);
});
