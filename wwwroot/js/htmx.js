import htmx from 'htmx.org';

Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  defaultSwapStyle: 'outerHTML',
  defaultSettleDelay: 0,
  attributesToSettle: ['class', 'width', 'height'], // a copied style is inline style, which the policy forbids
  selfRequestsOnly: true,
  scrollBehavior: 'auto',
  timeout: 60000,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true }
  ]
});

export const token = () =>
  document.querySelector('meta[name=antiforgery]')?.content
  ?? document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '';

document.addEventListener('htmx:configRequest', event => {
  if (event.detail.verb !== 'get') event.detail.headers.RequestVerificationToken ??= token();
});

document.addEventListener('htmx:beforeRequest', ({ detail }) => busy(detail.elt, true));
document.addEventListener('htmx:afterRequest', ({ detail }) => busy(detail.elt, false));

function busy(element, on) {
  const button = element.matches?.('form') ? element.querySelector('[type=submit]') : element.closest?.('button');
  if (on) button?.setAttribute('aria-busy', 'true'); else button?.removeAttribute('aria-busy');
}

/** Runs a behaviour on everything there is now, and on everything that is swapped in later. */
export function each(selector, act) {
  const seen = new WeakSet();
  const run = root => {
    const found = [...root.querySelectorAll?.(selector) ?? []];
    if (root.matches?.(selector)) found.unshift(root);
    for (const element of found) if (!seen.has(element)) { seen.add(element); act(element); }
  };
  run(document);
  document.addEventListener('htmx:load', event => run(event.detail.elt));
}

export { htmx };
