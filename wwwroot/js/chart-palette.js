const ramp = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
const names = ['sheet', 'ground', 'raise', 'line', 'line2', 'ink', 'ink2', 'ink3', 'kaki', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', ...ramp];

/** The colours in force where the chart stands, or those of a theme that is named, as plain rgb. */
export function palette(element, theme) {
  const probe = element.appendChild(document.createElement('i'));
  probe.style.transition = 'none';
  if (theme) probe.style.colorScheme = theme;
  const colours = {};
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  colours.font = getComputedStyle(element).fontFamily;
  colours.ramp = ramp.map(n => colours[n]);
  colours.series = names.filter(n => /^s\d$/.test(n)).map(n => colours[n]);
  return colours;
}
