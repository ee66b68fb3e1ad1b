import { each, htmx } from './htmx.js';
import { composing, typing } from './keys.js';

each('form[data-ask]', form => {
  const box = form.querySelector('textarea, input[type=text], input:not([type])');
  box?.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || composing(event)) return;
    event.preventDefault();
    if (box.value.trim() && form.getAttribute('aria-busy') !== 'true') form.requestSubmit();
  });
  form.addEventListener('submit', event => { if (!box.value.trim()) { event.preventDefault(); event.stopImmediatePropagation(); } }, true);
  form.addEventListener('htmx:beforeRequest', () => { form.setAttribute('aria-busy', 'true'); form.querySelector('.answer.refused')?.remove(); });
  watch(form);
  // An answer that does not come is said where it was awaited; the words stay in the box.
  const fail = text => () => {
    const line = Object.assign(document.createElement('div'), { className: 'answer refused', role: 'alert' });
    line.append(Object.assign(document.createElement('p'), { textContent: text }));
    form.querySelector('.answer.refused')?.remove();
    box.before(line);
  };
  for (const kind of ['responseError', 'sendError']) form.addEventListener(`htmx:${kind}`, fail(form.dataset.failed));
  form.addEventListener('htmx:timeout', fail(form.dataset.late));
  form.addEventListener('htmx:afterRequest', event => {
    form.removeAttribute('aria-busy');
    if (!event.detail.successful || event.target !== form) return;
    box.value = '';
    box.focus({ preventScroll: narrow.matches });
    if (narrow.matches) document.querySelector('.turn:last-child > .answer:is(.question, .refused)')?.scrollIntoView({ block: 'center' });
  });
});

// What takes a while says which step it is at, and can be stopped; the words stay in the box.
function watch(form) {
  const line = form.querySelector('[data-step]');
  if (!line || !form.dataset.steps) return;
  const first = line.textContent;
  let asked = null, timer = 0;
  const look = async () => {
    const mine = asked;
    try {
      const answer = await fetch(`${form.dataset.steps}?watch=${mine}`);
      const text = answer.status === 200 ? await answer.text() : '';
      if (asked === mine && text && text !== line.textContent) line.textContent = text;
    } catch { /* the answer itself tells when something is wrong */ }
    if (asked === mine && mine) timer = setTimeout(look, 700);
  };
  form.addEventListener('htmx:configRequest', event => {
    if (event.target !== form) return;
    asked = event.detail.parameters.watch = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
    timer = setTimeout(look, 400);
  });
  const stop = () => { asked = null; clearTimeout(timer); line.textContent = first; };
  for (const kind of ['afterRequest', 'sendAbort']) form.addEventListener(`htmx:${kind}`, stop);
  form.querySelector('[data-stop]')?.addEventListener('click', () => { htmx.trigger(form, 'htmx:abort'); form.removeAttribute('aria-busy'); form.querySelector('textarea')?.focus(); });
}

// The newest part of a conversation is where one looks.
each('[data-log]', log => {
  const down = () => { log.scrollTop = log.scrollHeight; };
  down();
  new MutationObserver(down).observe(log, { childList: true, subtree: true });
});

// The chart in the pane is marked in the log. Where the pane stands below the log, one is brought to it.
const narrow = matchMedia('(max-width: 899.98px)');
each('#answer[data-turn]', pane => {
  const { dataset } = pane;
  if (narrow.matches) pane.scrollIntoView({ block: 'start' });
  for (const link of document.querySelectorAll('.chart-link[data-turn]')) {
    if (link.dataset.turn === dataset.turn) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  }
});

// Samples fill the composer and ask at once.
document.addEventListener('click', event => {
  const sample = event.target.closest('[data-sample]');
  const form = sample && (document.getElementById(sample.dataset.for) ?? document.querySelector('form[data-ask]'));
  if (!form) return;
  event.preventDefault();
  form.querySelector('textarea, input:not([type=hidden])').value = sample.dataset.sample || sample.textContent.trim();
  form.requestSubmit();
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || composing(event) || !/^[1-9]$/.test(event.key)) return;
  if (typing(event) && event.target.value) return;
  if (typing(event) && !event.target.closest('[data-ask]')) return;
  const lists = document.querySelectorAll('[data-choices]');
  const choice = lists[lists.length - 1]?.querySelectorAll('button, a')[event.key - 1];
  if (!choice || choice.disabled) return;
  event.preventDefault();
  choice.click();
});

// A bar or a point leads to its rows by the same way as its line in the table.
document.addEventListener('chart:pick', event => {
  const { name, seriesName, point } = event.detail, answer = event.target.closest('#answer'), marks = [...answer?.querySelectorAll('.mark-rows') ?? []];
  if (point && event.target.dataset.points) return points(answer, JSON.parse(event.target.dataset.points), point);
  const all = marks.filter(mark => mark.dataset.x === name);
  const found = all.find(mark => mark.dataset.series === seriesName) ?? all.find(mark => !mark.dataset.series) ?? all.find(mark => seriesName?.startsWith(`${mark.dataset.series} · `));
  (found ?? (marks.length === 1 && marks[0].dataset.x === undefined ? marks[0] : undefined))?.click();
});

// A point of rows as they are stands for all rows at its place, whatever else they hold.
function points(answer, mark, [x, y]) {
  const form = answer.querySelector('#marks');
  const button = Object.assign(document.createElement('button'), { type: 'submit', name: 'k', value: JSON.stringify(mark.map(key => key === 'x' ? String(x) : key === 'y' ? String(y) : key)), hidden: true });
  form.append(button);
  button.click();
  button.remove();
}

// Enter in a search among values looks for them; it does not end the form.
document.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target.matches('[data-find]')) event.preventDefault(); });
