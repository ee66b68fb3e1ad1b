const marks = ['circle', 'rect', 'triangle', 'diamond'];
const own = (s, i) => s.role === 'others' ? 7 : i % 8;

/** A colour as so much of one over another; both are plain rgb. */
const mixed = (over, under, share) => {
  const [a, b] = [over, under].map(c => c.match(/[\d.]+/g).map(Number));
  return `rgb(${[0, 1, 2].map(n => Math.round(a[n] * share + b[n] * (1 - share))).join(', ')})`;
};

const width = name => [...String(name)].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 12 : 7), 0);

export const lines = (...rows) => rows.filter(Boolean).join('\n');

/** Points; those with a size are filled and let through what lies below. */
export function points(s, i, { colours, meta, formats, small, total }) {
  const colour = colours.series[own(s, i)], many = total > 400, few = total <= 20 && !small;
  const sized = s.sized === true;
  const data = !sized || !small ? s.data : s.data.map(d => ({ ...d, symbolSize: Math.max(4, d.symbolSize * .55) }));
  const { sized: _, ...rest } = s;
  return [{
    ...rest, data, symbol: sized ? marks[i % 4] : many ? marks[i % 4] : s.symbol, symbolSize: many ? 5 : i % 4 === 1 ? 6 : 7,
    // A size is let through by its colour, not as a whole: the name beside it stays as dark as any.
    itemStyle: sized ? { color: colour.replace(/^rgb\((.*)\)$/, 'rgba($1, .5)'), borderColor: colour, borderWidth: 1 } : { color: colour, borderWidth: 1.5, opacity: many ? .6 : .9 },
    emphasis: { focus: 'none', itemStyle: { opacity: 1 } },
    label: { show: few && data.some(d => d.name), formatter: '{b}', position: 'top', color: colours.ink, fontSize: 11, fontFamily: colours.font }, labelLayout: { hideOverlap: true },
    tooltip: { formatter: p => lines(p.name || (s.name && p.seriesName), ...(meta.names ?? []).map((name, n) => `${name}  ${formats[n]?.whole(p.value[n]) ?? p.value[n]}`)) }
  }];
}

export function boxes(s, { colours, meta, format }) {
  return [{
    ...s, boxWidth: [8, 32], itemStyle: { color: mixed(colours.series[0], colours.sheet, .22), borderColor: colours.series[0], borderWidth: 1.5 },
    emphasis: { itemStyle: { borderWidth: 2, shadowBlur: 0 } },
    tooltip: { formatter: p => lines(p.name, ...(meta.names ?? []).map((name, n) => `${name}  ${format.whole(p.value[n + 1])}`)) }
  }];
}

/** The ramp in its six steps, and on each the text that can be read there. */
export function cells(s, chart, { colours, format, small, text, element }) {
  const { min, max } = chart.visualMap, step = (max - min) / 6 || 1;
  const place = v => Math.min(5, Math.max(0, Math.floor((v - min) / step)));
  const [across, down] = [chart.xAxis[0].data, chart.yAxis[0].data];
  const room = (element.clientWidth - 110) / Math.max(1, across.length), tall = (element.clientHeight - 70) / Math.max(1, down.length);
  const widest = Math.max(0, ...s.data.map(d => format.short(d[2]).length)) * 7 + 6;
  const light = c => { const [r, g, b] = c.match(/[\d.]+/g).map(Number); return (r * 299 + g * 587 + b * 114) / 1000 > 140; };
  const names = Math.max(0, ...across.map(width));
  if (names > room) Object.assign(chart.xAxis[0].axisLabel, { rotate: 40, width: 76, overflow: 'truncate' });
  chart.visualMap = {
    type: 'piecewise', orient: 'horizontal', right: 0, top: 0, itemWidth: small ? 16 : 22, itemHeight: 9, itemGap: 1, itemSymbol: 'rect', selectedMode: false, dimension: 2,
    text: [format.short(max), format.short(min)], textGap: 8, textStyle: { ...text, color: colours.ink2 },
    pieces: colours.ramp.map((color, n) => ({ color, ...(n > 0 ? { gte: min + n * step } : {}), ...(n < 5 ? { lt: min + (n + 1) * step } : {}) }))
  };
  return [{
    ...s, data: s.data.map(d => ({ value: d, label: { color: light(colours.ramp[place(d[2])]) ? '#141d33' : '#fff' } })),
    label: { show: room > widest && tall >= 16, fontSize: 11, fontFamily: colours.font, formatter: p => format.short(p.value[2]) },
    itemStyle: { borderColor: colours.sheet, borderWidth: across.length > 40 ? .5 : 1 }, emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 1.5 } },
    tooltip: { formatter: p => lines(`${across[p.value[0]]} · ${down[p.value[1]]}`, `${s.name}  ${format.whole(p.value[2])}`) }
  }];
}

/** Tiles in a tint of their colour, so that names on them can be read in both themes. */
export function tiles(s, { colours, format, small, element }) {
  const { deep, ...rest } = s;
  const whole = s.data.reduce((sum, d) => sum + d.value, 0);
  const stage = element.clientWidth * element.clientHeight;
  // A name that would be cut to a letter says nothing: small tiles have theirs in the tooltip and in the rows.
  const fits = d => { const side = Math.sqrt(stage * d.value / whole); return side > 48 && side > Math.min(64, width(d.name)); };
  const painted = (d, colour) => ({
    ...d, label: { show: fits(d) },
    itemStyle: { color: mixed(colour, colours.sheet, deep ? .18 : .24), borderColor: d.children ? mixed(colour, colours.sheet, .42) : colours.sheet, borderWidth: d.children ? 1 : 0, gapWidth: 1 },
    children: d.children?.map(c => painted(c, colour))
  });
  const label = { show: true, color: colours.ink, fontSize: small ? 11 : 12, fontFamily: colours.font, overflow: 'truncate', formatter: p => `${p.name}\n${format.short(p.value)}`, lineHeight: 17 };
  return [{
    ...rest, data: s.data.map((d, i) => painted(d, colours.series[d.role === 'others' ? 7 : deep ? i % 7 : 0])),
    left: 0, right: 0, top: 0, bottom: 0, roam: false, nodeClick: false, breadcrumb: { show: false }, visibleMin: 0, label,
    upperLabel: { show: !!deep, height: 22, color: colours.ink, fontSize: 12, fontWeight: 600, fontFamily: colours.font, padding: [0, 6], formatter: p => `${p.name}  ${format.short(p.value)}` },
    itemStyle: { gapWidth: 2, borderWidth: 0, borderColor: colours.sheet }, emphasis: { label: { color: colours.ink }, upperLabel: { color: colours.ink }, itemStyle: { opacity: .86 } },
    levels: [{ itemStyle: { borderWidth: 0, gapWidth: 3, borderColor: colours.sheet }, upperLabel: { show: false } }],
    tooltip: { formatter: p => p.name ? lines(p.treePathInfo.slice(1).map(t => t.name).join(' · '), `${s.name}  ${format.whole(p.value)}`, whole > 0 && `${(100 * p.value / whole).toFixed(1)}%`) : '' }
  }];
}

/** What a ring adds up to, in its middle. */
export function sum(s, { colours, format, small }) {
  if (typeof s.total !== 'number') return [];
  return [{
    type: 'pie', silent: true, radius: ['0%', '1%'], center: s.center ?? ['50%', '50%'], animation: false, tooltip: { show: false }, emphasis: { disabled: true },
    data: [{ value: 1, name: '', itemStyle: { color: 'transparent' } }], labelLine: { show: false },
    label: { show: true, position: 'center', color: colours.ink, fontSize: small ? 15 : 20, fontWeight: 600, fontFamily: colours.font, formatter: () => format.short(s.total) }
  }];
}
