import { toast } from './toast.js';

const source = document.querySelector('meta[name=charts]')?.content ?? '/lib/charts.js';

/** Hands the browser a file. The address is ours and goes with the click, so the strict policy stays as it is. */
function save(name, type, content) {
  const href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}

const numeric = text => /^[-−]?[\d,]+(\.\d+)?%?$/.test(text);

/** A cell's text: figures as programs read them, text that a spreadsheet would take for a formula behind an apostrophe. */
function written(cell) {
  const text = cell.innerText.replace(/\s+/g, ' ').trim();
  if (cell.classList.contains('num') && cell.tagName === 'TD') {
    if (text === '–') return '';
    if (numeric(text)) return text.replaceAll(',', '').replace('−', '-');
  }
  return /^[=+\-@\t＝＋－＠]/.test(text) && !numeric(text) ? `'${text}` : text;
}

/** The rows on screen as a grid; a head over several columns stands over the first of them. */
export function grid(table) {
  const lines = [];
  [...table.rows].forEach((row, y) => {
    lines[y] ??= [];
    let x = 0;
    for (const cell of row.cells) {
      while (lines[y][x] !== undefined) x++;
      for (let down = 0; down < cell.rowSpan; down++) for (let across = 0; across < cell.colSpan; across++)
        (lines[y + down] ??= [])[x + across] = down || across ? '' : written(cell);
      x += cell.colSpan;
    }
  });
  return lines;
}

const quoted = text => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const csv = lines => '\ufeff' + lines.map(line => line.map(quoted).join(',') + '\r\n').join('');
const tabbed = lines => lines.map(line => line.map(text => text.replaceAll('\t', ' ')).join('\t')).join('\n');

/** The lines of a CSV file without its notes: where no rows are on screen. */
function parse(text) {
  const lines = [[]];
  for (const [, cell, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
    lines.at(-1).push(cell?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') lines.push([]);
  }
  return lines.filter(line => line.length > 1 || (line[0] && !line[0].startsWith('# ')));
}

async function copy(text) {
  if (navigator.clipboard?.writeText) try { return await navigator.clipboard.writeText(text); } catch { /* not allowed here: the older way */ }
  const box = document.body.appendChild(Object.assign(document.createElement('textarea'), { value: text, className: 'visually-hidden' }));
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (!done) throw new Error('copy');
}

document.addEventListener('click', async event => {
  const act = event.target.closest('[data-export] [data-export-as]');
  if (!act) return;
  const menu = act.closest('[data-export]'), { name, title, about, asOf, done, failed } = menu.dataset;
  const scope = menu.closest('[data-exportable]'), table = scope.querySelector('.rows table');
  const kind = act.dataset.exportAs;
  if (kind === 'csv' && !table) return; // the link's own file
  event.preventDefault();
  menu.querySelector('summary').focus();
  try {
    if (kind === 'csv') save(`${name}.csv`, 'text/csv;charset=utf-8', csv(grid(table)));
    else if (kind === 'copy') {
      await copy(tabbed(table ? grid(table) : parse(await (await fetch(menu.querySelector('[data-export-as=csv]').href)).text())));
      toast({ text: done });
    } else {
      const { picture, raster } = await import(source);
      const svg = picture(scope.querySelector('[data-chart]'), { title, about, asOf });
      save(`${name}.${kind}`, 'image/svg+xml;charset=utf-8', kind === 'svg' ? svg : await raster(svg));
    }
  } catch (error) {
    console.warn(error);
    toast({ text: failed });
  }
});
