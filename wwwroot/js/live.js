// The server tells what others changed, by topic and id. One stream a page, and only while somebody looks at it:
// a browser has few connections to a host.
const ears = new Map(), rest = 30000;
let source = null, opened = false, timer = 0;

/** Calls `act(id)` for each event of a topic; with null after a gap, when anything may have changed. */
export function hear(topic, act) {
  if (!ears.has(topic)) { ears.set(topic, new Set()); source?.addEventListener(topic, tell); }
  ears.get(topic).add(act);
  open();
}

function tell(event) {
  const { id } = JSON.parse(event.data);
  for (const act of ears.get(event.type)) act(/[1-9a-f]/.test(id) ? id : null);
}

function open() {
  clearTimeout(timer);
  if (source || document.hidden || ears.size === 0) return;
  source = new EventSource('/events');
  source.onopen = () => { if (opened) for (const acts of ears.values()) for (const act of acts) act(null); opened = true; };
  source.onerror = () => { if (source?.readyState === EventSource.CLOSED) { close(); timer = setTimeout(open, rest); welcome(); } };
  for (const topic of ears.keys()) source.addEventListener(topic, tell);
}

// Whoever was signed out meanwhile is told so by the door, not by the next click.
async function welcome() {
  const answer = await fetch('/api/v1/tenant/auth/me').catch(() => null);
  if (answer?.status === 401) location.assign(`/sign-in?return_url=${encodeURIComponent(location.pathname + location.search)}`);
}

function close() { source?.close(); source = null; }

document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (document.hidden) timer = setTimeout(close, rest); else open();
});
