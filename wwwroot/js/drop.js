import { each, htmx, token } from './htmx.js';

// data-drop: a form that sends one file and says how much of it has been sent; without script it is a plain form.
each('[data-drop]', form => {
  const input = form.querySelector('input[type=file]');
  const sending = form.querySelector('[data-sending]');
  const words = form.querySelector('[data-sending-words]');
  const broken = form.querySelector('[data-broken]');

  form.addEventListener('submit', event => {
    if (!input.files.length) return;
    event.preventDefault();
    const button = form.querySelector('[data-send]');
    const request = new XMLHttpRequest();
    const body = new FormData();
    for (const [key, value] of new FormData(form)) if (!(value instanceof File)) body.append(key, value);
    body.append('file', input.files[0]); // last, so that everything else is known when it begins
    const stop = () => {
      button.removeAttribute('aria-busy');
      sending.hidden = true;
      broken.hidden = false;
    };
    button.setAttribute('aria-busy', 'true');
    [sending.hidden, broken.hidden] = [false, true];
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      sending.querySelector('progress').value = loaded / total;
      if (loaded === total) {
        words.textContent = words.dataset.reading;
        sending.querySelector('progress').removeAttribute('value');
      }
    });
    request.addEventListener('load', () => {
      if (request.status < 400 && request.responseURL) location.assign(request.getResponseHeader('HX-Redirect') ?? request.responseURL);
      else if (request.responseText.includes('data-drop')) htmx.swap(form, request.responseText, { swapStyle: 'outerHTML' }, { select: '[data-drop]' });
      else stop();
    });
    request.addEventListener('error', stop);
    request.open('POST', form.action);
    request.setRequestHeader('RequestVerificationToken', token());
    request.setRequestHeader('HX-Request', 'true');
    request.send(body);
  });
});
