import { each } from './htmx.js';

// A form that a passkey answers: it asks for options, has the device answer them, and is then sent with the answer. On the
// sign-in page the browser also offers passkeys among the addresses that it fills in; where it cannot, the button remains.
const can = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
const anew = 4 * 60 * 1000; // what was asked is good for five minutes

async function ask(form, signal) {
  const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), signal });
  if (asked.redirected) { location.assign(asked.url); return null; } // who they are must be proved first
  if (!asked.ok) throw new Error(asked.statusText);
  return asked.json();
}

function send(form, answer) {
  form.elements.credential.value = JSON.stringify(answer);
  form.submit();
}

// Only one request may be open: the button and a new offer end the one before.
let offered = new AbortController();

async function offer(form) {
  offered.abort();
  offered = new AbortController();
  const { signal } = offered;
  const timer = setTimeout(() => offer(form), anew);
  signal.addEventListener('abort', () => clearTimeout(timer));
  try {
    const options = await ask(form, signal);
    if (!options) return;
    const answer = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation: 'conditional', signal });
    if (answer) send(form, answer);
  } catch {
    // turned down, or the button was taken: both leave the page as it is
  }
}

each('[data-passkey]', async form => {
  if (!can) return;
  form.hidden = false;
  const [button, trouble] = [form.querySelector('[type=submit]'), form.querySelector('[data-passkey-error]')];
  form.addEventListener('submit', async event => {
    event.preventDefault();
    offered.abort();
    trouble.hidden = true;
    button.setAttribute('aria-busy', 'true');
    try {
      const options = await ask(form);
      if (!options) return;
      const answer = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      send(form, answer);
    } catch {
      trouble.hidden = false;
      button.removeAttribute('aria-busy');
    }
  });
  if ('passkeyOffer' in form.dataset && await PublicKeyCredential.isConditionalMediationAvailable?.()) offer(form);
});
