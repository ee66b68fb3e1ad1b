const still = 5, hold = 320, edge = 56;

/** Carries a card with mouse, pen or finger. A finger must rest a moment first, so that lists still scroll. */
export function byPointer(board) {
  let start = null, here = null, frame = 0;
  const { root } = board;

  root.addEventListener('pointerdown', event => {
    const card = event.target.closest('[data-card]');
    if (!card || event.button !== 0 || board.held || event.target.closest('button, input, summary')) return;
    start = { card, id: event.pointerId, x: event.clientX, y: event.clientY };
    if (event.pointerType !== 'touch') return;
    // The card itself listens: it keeps the finger's events when it leaves its list.
    card.addEventListener('touchmove', stay, { passive: false });
    start.timer = setTimeout(() => begin(start), hold);
  });
  root.addEventListener('dragstart', event => { if (event.target.closest('[data-card]')) event.preventDefault(); });
  addEventListener('pointermove', event => {
    if (!start || event.pointerId !== start.id) return;
    const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > still;
    if (!here && far) { if (start.timer) return quit(); begin(start); }
    if (here) carry(event.clientX, event.clientY);
  });
  addEventListener('pointerup', event => { if (event.pointerId === start?.id) finish(true); });
  addEventListener('pointercancel', event => { if (event.pointerId === start?.id) finish(false); });
  addEventListener('keydown', event => { if (here && event.key === 'Escape') { event.preventDefault(); finish(false); } });
  root.addEventListener('touchmove', stay, { passive: false });
  root.addEventListener('contextmenu', event => { if (start?.timer) event.preventDefault(); });

  function stay(event) { if (here) event.preventDefault(); }
  function quit() { clearTimeout(start?.timer); start?.card.removeEventListener('touchmove', stay); start = null; }

  function begin({ card, x, y }) {
    const box = card.getBoundingClientRect();
    board.lift(card, true);
    if (!board.held) return quit();
    here = Object.assign(document.createElement('div'), { className: 'place here', textContent: `+ ${board.sums.whole(board.sums.amount)}` });
    here.style.height = `${box.height}px`;
    here.dx = x - box.left; here.dy = y - box.top;
    board.put(board.column(card), card.nextElementSibling, here);
    card.classList.add('floating');
    card.style.width = `${box.width}px`;
    document.body.appendChild(card);
    carry(x, y);
    frame = requestAnimationFrame(roll);
  }

  function carry(x, y) {
    const { card } = board.held;
    card.style.left = `${x - here.dx}px`;
    card.style.top = `${y - here.dy}px`;
    Object.assign(here, { x, y });
    const column = board.columns().find(c => { const b = c.getBoundingClientRect(); return x >= b.left && x < b.right; });
    if (!column) return;
    const next = board.cards(column).find(c => { const b = c.getBoundingClientRect(); return y < b.top + b.height / 2; });
    if (here.parentElement?.closest('[data-stage]') !== column || here.nextElementSibling !== (next ?? null)) board.put(column, next, here);
  }

  function roll() {
    if (!here) return;
    const list = here.parentElement, box = list.getBoundingClientRect(), wide = root.getBoundingClientRect();
    if (here.y < box.top + edge) list.scrollTop -= 8; else if (here.y > box.bottom - edge) list.scrollTop += 8;
    if (here.x < wide.left + edge) root.scrollLeft -= 10; else if (here.x > wide.right - edge) root.scrollLeft += 10;
    frame = requestAnimationFrame(roll);
  }

  function finish(keep) {
    if (!here) return quit();
    cancelAnimationFrame(frame);
    const { card } = board.held;
    card.removeAttribute('style'); // an empty one would be copied by the swap, which the policy forbids
    here.replaceWith(card);
    here = null;
    quit();
    root.addEventListener('click', event => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
    setTimeout(() => root.dispatchEvent(new Event('click', { cancelable: true })));
    if (keep) board.drop(); else board.cancel();
  }
}
