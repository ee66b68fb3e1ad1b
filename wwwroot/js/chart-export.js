import { init } from 'echarts/core';
import { dress } from './chart-dress.js';
import { palette } from './chart-palette.js';

const width = 960, height = 480, side = 24, scale = 2;
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = text => String(text).replace(/[&<>"]/g, c => entities[c]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
const wide = c => c.charCodeAt(0) > 0x2e7f;

/** Lines of text that fit beside the margins: Japanese breaks anywhere, other words between spaces. */
function wrapped(text, size, most) {
  const words = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [], lines = [];
  let line = '', used = 0;
  for (const word of words) {
    const long = [...word].reduce((sum, c) => sum + size * (wide(c) ? 1 : .56), 0);
    if (used + long > width - 2 * side && line) {
      lines.push(line.trim());
      [line, used] = ['', 0];
    }
    line += word;
    used += long;
  }
  if (line.trim()) lines.push(line.trim());
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]}…`] : lines;
}

/** The chart in the element as an SVG file in the light look, with its title, filters and time in the picture itself. */
export function picture(element, { title, about, asOf }) {
  const option = JSON.parse(element.querySelector('script[type="application/json"]').textContent);
  const colours = palette(element, 'light');
  colours.font = colours.font.replaceAll('"', "'"); // it stands within double quotes
  const stage = { clientWidth: width - 2 * side, hasAttribute: name => name === 'aria-label' };
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: width - 2 * side, height });
  chart.setOption({ ...dress(option, colours, stage), animation: false });
  const drawn = chart.renderToSVGString();
  chart.dispose();
  const notes = [...option.meta?.notes ?? [], asOf].filter(Boolean).join(' · ');
  let y = side, text = '';
  const write = (lines, size, weight, colour) => {
    for (const line of lines) {
      y += Math.round(size * 1.45);
      text += `<text x="${side}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(line)}</text>`;
    }
  };
  write(wrapped(title, 20, 2), 20, 600, colours.ink);
  write(wrapped(about, 12, 4), 12, 400, colours.ink2);
  const top = y + 16;
  y = top + height;
  write(wrapped(notes, 11, 3), 11, 400, colours.ink3);
  const all = y + side;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${all}" viewBox="0 0 ${width} ${all}" font-family="${escaped(colours.font)}"><title>${escaped(title)}</title><desc>${escaped(option.meta?.summary ?? about)}</desc>`
    + `<rect width="${width}" height="${all}" fill="${colours.sheet}"/>${text}${drawn.replace('<svg ', `<svg x="${side}" y="${top}" `)}</svg>`;
}

/** The same as a PNG of twice the size. An image may come from data: under the page's policy, not from blob:. */
export async function raster(svg) {
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width * scale, height: image.height * scale });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((done, fail) => canvas.toBlob(blob => blob ? done(blob) : fail(new Error('png')), 'image/png'));
}
