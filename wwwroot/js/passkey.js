import { each } from './htmx.js';

// A form that a passkey answers: it asks for options, has the device answer them, and is then sent with the answer.
const can = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

each('[data-passkey]', form => {
  if (!can) return;
  form.hidden = false;
  const [button, trouble] = [form.querySelector('[type=submit]'), form.querySelector('[data-passkey-error]')];
  form.addEventListener('submit', async event => {
    event.preventDefault();
    trouble.hidden = true;
    button.setAttribute('aria-busy', 'true');
    try {
      const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
      if (asked.redirected) { location.assign(asked.url); return; } // who they are must be proved first
      if (!asked.ok) throw new Error(asked.statusText);
      const options = await asked.json();
      const answer = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch {
      trouble.hidden = false;
      button.removeAttribute('aria-busy');
    }
  });
});
