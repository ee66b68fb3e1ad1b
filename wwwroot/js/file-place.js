import { each } from './htmx.js';

// data-drop-place: a place to drop one file at; what was dropped or chosen is named. Without script one still chooses.
each('[data-drop-place]', place => {
  const input = place.querySelector('input[type=file]');
  const show = () => {
    if (!input.files.length) return;
    place.querySelector('[data-drop-name]').textContent = input.files[0].name;
    place.querySelector('[data-drop-or]').hidden = true;
  };
  const over = on => event => {
    event.preventDefault();
    place.classList.toggle('over', on);
  };
  place.addEventListener('dragover', over(true));
  place.addEventListener('dragleave', over(false));
  place.addEventListener('drop', event => {
    over(false)(event);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    show();
  });
  input.addEventListener('change', show);
});
