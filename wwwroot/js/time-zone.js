// data-time-zone: a hidden field that tells where this browser's clock is.
const field = document.querySelector('[data-time-zone]');
if (field && !field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
