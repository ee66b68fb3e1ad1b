import { lines, bars } from './chart-series.js';

const plain = ({ words, figure, of_first, of_previous, change, ...rest }) => rest;
const label = (context, size = 12) => ({ color: context.colours.ink, fontSize: size, fontFamily: context.colours.font });
const soft = { focus: 'none', itemStyle: { opacity: .86 } };

/** Steps from the first to the last; the conversion stands under the name. */
export function funnel(s, context) {
  const { colours, format, small, width } = context;
  const data = s.data ?? [], edge = small ? .5 : .6;
  return [{
    ...s, left: '2%', right: `${100 - 100 * edge}%`, top: 8, bottom: 8, gap: 2, minSize: '1%', funnelAlign: 'center',
    data: data.map(d => ({ ...plain(d), name: d.name, value: d.value, words: d.words, figure: d.figure, itemStyle: { color: d.role === 'others' ? colours.series[7] : colours.series[0], borderColor: colours.sheet, borderWidth: 1 } })),
    label: { ...label(context), position: 'right', lineHeight: 17, formatter: p => `${p.name}  ${format.short(p.data.figure)}${p.data.words ? `\n{small|${p.data.words}}` : ''}`, rich: { small: { color: colours.ink3, fontSize: 11 } } },
    labelLine: { show: false }, labelLayout: () => ({ x: width * edge + 8, align: 'left' }), emphasis: soft,
    tooltip: { formatter: p => `${p.name}\n${format.whole(p.data.figure)}${p.data.words ? `\n${p.data.words}` : ''}` }
  }];
}

export function gauge(s, context) {
  const { colours, format, small } = context;
  const shape = { radius: small ? '84%' : '92%', center: ['50%', '60%'] };
  if (s.role === 'target') return [{
    ...s, ...shape, z: 4, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { show: false }, progress: { show: false }, detail: { show: false }, title: { show: false },
    pointer: { icon: 'rect', length: 24, width: 3, offsetCenter: [0, '-84%'], itemStyle: { color: colours.kaki } }, anchor: { show: false }
  }];
  const [item] = s.data ?? [{}];
  return [{
    ...s, ...shape, data: [{ value: item.value, name: item.name }],
    progress: { show: true, width: 20, itemStyle: { color: colours.series[0] } }, pointer: { show: false }, anchor: { show: false },
    axisLine: { lineStyle: { width: 20, color: [[1, colours.line]] } }, axisTick: { show: false }, splitLine: { show: false },
    axisLabel: { distance: small ? -34 : -42, color: colours.ink3, fontSize: 11, fontFamily: colours.font, formatter: v => v === s.min || v === s.max ? format.short(v) : '' },
    title: { show: false },
    detail: { offsetCenter: [0, item.words ? '-4%' : 0], formatter: () => `{big|${format.whole(item.value)}}${item.words ? `\n{small|${item.words}}` : ''}`, rich: { big: { color: colours.ink, fontSize: small ? 22 : 28, fontWeight: 600, fontFamily: colours.font, lineHeight: 38 }, small: { color: colours.ink2, fontSize: 12, fontFamily: colours.font, lineHeight: 20 } } },
    tooltip: { formatter: () => `${item.name}\n${format.whole(item.value)}${item.words ? `\n${item.words}` : ''}` }
  }];
}

export function radar(s, i, context) {
  const { colours, format, small } = context;
  const colour = colours.series[s.role === 'others' ? 7 : i % 8];
  return [{
    ...s, symbolSize: 7, itemStyle: { color: colour }, lineStyle: { color: colour, width: 2, type: i < 4 ? 'solid' : 'dashed' }, areaStyle: { color: colour, opacity: .08 }, emphasis: { lineStyle: { width: 2.5 } },
    tooltip: { formatter: p => `${p.name}\n${(context.axes ?? []).map((a, n) => `${a}  ${format.whole(p.value[n])}`).join('\n')}` }, small
  }];
}

/** The frame of a radar: names of the axes outside, one set of numbers. */
export function frame(radar, { colours, small }) {
  return {
    ...radar, center: ['50%', '54%'], radius: small ? '58%' : '68%',
    axisName: { color: colours.ink2, fontSize: small ? 11 : 12, fontFamily: colours.font }, axisLine: { lineStyle: { color: colours.line2 } }, splitLine: { lineStyle: { color: colours.line } }, splitArea: { show: false }
  };
}

export function sankey(s, context) {
  const { colours, format, small } = context;
  const title = new Map((s.data ?? []).map(d => [d.name, d.title]));
  const last = Math.max(0, ...(s.data ?? []).map(d => d.depth));
  const order = [...new Set((s.data ?? []).filter(d => d.depth === 0).map(d => d.name))];
  return [{
    ...s, left: 4, right: small ? 84 : 132, top: 8, bottom: 8, nodeWidth: 10, nodeGap: 10, draggable: false,
    data: (s.data ?? []).map(d => ({ ...d, label: undefined, itemStyle: { color: d.depth === 0 ? colours.series[order.indexOf(d.name) % 7] : colours.series[7], borderWidth: 0 } })),
    label: { ...label(context, small ? 11 : 12), position: 'right', formatter: p => p.data.title, width: small ? 78 : 124, overflow: 'truncate' },
    lineStyle: { color: 'source', opacity: .28, curveness: .5 }, emphasis: { focus: 'adjacency', lineStyle: { opacity: .5 } }, levels: [{ depth: last }],
    tooltip: { formatter: p => p.dataType === 'edge' ? `${title.get(p.data.source)} → ${title.get(p.data.target)}\n${format.whole(p.data.value)}` : `${p.data.title}\n${format.whole(p.value)}` }
  }];
}

/** The steps of a waterfall: what rises, what falls and the total differ in colour, pattern and sign. */
function step(s, i, context) {
  const { colours, small, format } = context;
  const colour = { step_up: colours.series[0], step_down: colours.series[1], step_total: colours.series[7] }[s.role];
  const falls = s.role === 'step_down' ? { decal: { symbol: 'rect', color: colours.sheet, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 } } : {};
  const [bar] = bars({ ...s, stack: undefined }, i, { ...context, meta: { ...context.meta, partial: 0 } });
  const data = s.data ?? [], many = data.length > (small ? 8 : 24);
  return [{
    ...bar, stack: s.stack, itemStyle: s.role === 'step_base' ? { opacity: 0 } : { color: colour, ...falls }, barCategoryGap: '28%', barMaxWidth: 56,
    data: data.map(d => d && typeof d === 'object' ? { ...plain(d), label: d.label && { ...label(context, 11), ...d.label, show: !many } } : d),
    tooltip: s.role === 'step_base' ? { show: false } : { valueFormatter: (v, n) => { const change = data[n]?.change; return change == null ? '' : (s.role !== 'step_total' && change > 0 ? '+' : '') + format.whole(change); } }
  }];
}

const without = (made, more) => made.map((s, n) => ({ ...s, endLabel: undefined, ...(n === 0 ? more : {}) }));

function forecast(s, i, context) {
  const { format } = context;
  const ranges = s.ranges ?? [];
  const [line] = lines({ ...s, ranges: undefined }, 0, { ...context, meta: { ...context.meta, partial: 0 } });
  return [{ ...line, endLabel: undefined, symbol: 'emptyCircle', lineStyle: { ...line.lineStyle, type: [5, 4] }, tooltip: { valueFormatter: (v, n) => `${format.whole(v)}${ranges[n] ? `  (${format.whole(ranges[n][0])} – ${format.whole(ranges[n][1])})` : ''}` } }];
}

function band(s, i, { colours }) {
  return [{ ...s, symbol: 'none', lineStyle: { opacity: 0 }, itemStyle: { color: colours.series[0], opacity: .3 }, areaStyle: s.name ? { color: colours.series[0], opacity: s.stack === 'band_95' ? .1 : .16 } : undefined, tooltip: { show: false }, emphasis: { disabled: true }, z: 1 }];
}

function soFar(s, i, context) {
  const { colours, format } = context;
  return [{ ...s, symbol: 'emptyDiamond', symbolSize: 9, showSymbol: true, lineStyle: { opacity: 0 }, itemStyle: { color: colours.series[7] }, tooltip: { valueFormatter: v => format.whole(v) }, z: 4 }];
}

/** Points that stand out: a triangle that points where they went, so that colour is not needed to see them. */
function unusual(s, i, { colours, sideways, onBars }) {
  const away = high => high || onBars ? -11 : 11;
  return [{
    ...s, showSymbol: true, showAllSymbol: true, lineStyle: { opacity: 0 }, itemStyle: { color: colours.kaki, borderColor: colours.sheet, borderWidth: 1 }, symbol: 'triangle', symbolSize: [12, 10], z: 6,
    data: (s.data ?? []).map(d => ({ value: d.value, symbol: 'triangle', symbolRotate: d.high ? 0 : 180, symbolOffset: sideways ? [-away(d.high), 0] : [0, away(d.high)] })),
    tooltip: { valueFormatter: (v, n) => s.data?.[n]?.words ?? '' }, emphasis: { disabled: true }
  }];
}

const byRole = {
  step_base: step, step_up: step, step_down: step, step_total: step, forecast, band, so_far: soFar, unusual,
  marked: (s, i, context) => without(s.type === 'bar' ? bars(s, i, { ...context, sideways: false, count: 2 }) : lines(s, i, context))
};

/** A series of one of these kinds, dressed; undefined for all others. */
export const kinds = (s, i, context) => byRole[s.role]?.(s, i, context)
  ?? { funnel: () => funnel(s, context), gauge: () => gauge(s, context), radar: () => radar(s, i, context), sankey: () => sankey(s, context) }[s.type]?.();
