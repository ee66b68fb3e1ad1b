// A strip of links that is wider than the screen begins where one is.
const here = document.querySelector('.settings-list [aria-current]');
if (here) {
  const strip = here.closest('nav');
  strip.scrollLeft += here.getBoundingClientRect().left - (strip.clientWidth - here.offsetWidth) / 2;
}
