import { numbers } from './chart-numbers.js';
import { frame, kinds } from './chart-kinds.js';
import { lines, bars, pies } from './chart-series.js';
import { points, boxes, cells, tiles } from './chart-shapes.js';

const list = value => value == null ? [] : Array.isArray(value) ? value : [value];
const merge = (base, over) => {
  const out = { ...base };
  for (const key in over) out[key] = over[key] && typeof over[key] === 'object' && !Array.isArray(over[key]) ? merge(out[key] ?? {}, over[key]) : over[key];
  return out;
};

/** Puts the product's look on an ECharts option. The option brings data and meaning; colour, type and numbers come from here. */
export function dress(option, colours, element) {
  const { meta = {}, ...chart } = option;
  const formats = [meta, ...(meta.axes ?? []).slice(1).map(a => ({ locale: meta.locale, ...a }))].map(numbers), format = formats[0];
  const small = element.clientWidth < 480;
  const text = { color: colours.ink3, fontSize: 11, fontFamily: colours.font };
  const still = matchMedia('(prefers-reduced-motion: reduce), print').matches;

  // A name stands along its axis; on a phone the upright one goes above, where it has room.
  const titled = name => name ? { name, nameLocation: 'middle', nameTextStyle: { ...text, color: colours.ink2 }, nameGap: 8 } : {};
  const axis = kind => (given, place) => {
    const a = { type: kind, ...given }, { name, axisLabel, format: own, ...rest } = a;
    const value = a.type === 'value' || a.type === 'log';
    // Two upright axes are named at their heads; elsewhere a name stands along its axis.
    const names = kind === 'value' && list(chart.yAxis).length > 1 ? name ? { name, nameGap: 8, nameTextStyle: { ...text, align: given.position === 'right' ? 'right' : 'left' } } : {} : titled(name);
    const labels = value ? { formatter: v => (formats[own ?? place] ?? format).short(v) } : { hideOverlap: true };
    return merge({
      axisLine: { show: !value, lineStyle: { color: colours.line2, width: 1 } },
      axisTick: { show: false },
      splitLine: { show: value, lineStyle: { color: colours.line, width: 1 } },
      splitNumber: 4
    }, { ...rest, ...names, axisLabel: { ...text, ...labels, ...(axisLabel && typeof axisLabel === 'object' ? axisLabel : {}) } });
  };
  chart.xAxis = chart.xAxis && list(chart.xAxis).map(axis('category'));
  chart.yAxis = chart.yAxis && list(chart.yAxis).map(axis('value'));
  if (chart.xAxis && !chart.yAxis) chart.yAxis = [axis('value')({}, 0)];

  const series = list(chart.series);
  const cartesian = !!chart.xAxis;
  const sideways = cartesian && chart.yAxis.some(a => a.type === 'category');
  if (sideways) for (const a of chart.yAxis) if (a.type === 'category') { a.inverse ??= true; a.axisLine.show = false; a.axisLabel.fontSize = 12; a.axisLabel.color = colours.ink2; }
  const formatOf = s => formats[sideways ? s.xAxisIndex : s.yAxisIndex] ?? format;
  const context = { axes: chart.radar?.indicator?.map(a => a.name), width: element.clientWidth, colours, format, formats, element, formatOf, meta, small, sideways, text, total: series.reduce((sum, s) => sum + (s.data?.length ?? 0), 0), count: series.filter(s => !s.silent && s.role !== 'unusual').length, onBars: series.some(s => s.type === 'bar') };
  const plain = (s, i) => s.type === 'line' ? lines(s, i, context) : s.type === 'bar' ? bars(s, i, context) : s.type === 'pie' ? pies(s, context)
    : s.type === 'scatter' ? points(s, i, context) : s.type === 'boxplot' ? boxes(s, context) : s.type === 'heatmap' ? cells(s, chart, context) : s.type === 'treemap' ? tiles(s, context) : [s];
  chart.series = series.flatMap((s, i) => kinds(s, i, context) ?? plain(s, i));
  if (chart.radar) chart.radar = frame(chart.radar, context);

  const named = series.filter((s, i) => s.name && (!s.silent || s.role === 'band') && series.findIndex(o => o.name === s.name) === i);
  const ends = chart.series.some(s => s.endLabel?.show);
  const legend = cartesian || chart.radar ? named.length > 1 && !ends : false;
  const rows = legend ? Math.ceil(named.reduce((sum, s) => sum + width(String(s.name)) + 32, 0) / Math.max(120, element.clientWidth - 8)) : 0;
  const legendOption = { show: legend, left: 0, top: 0, itemWidth: 9, itemHeight: 9, itemGap: 14, type: 'plain', data: named.map(s => s.name), textStyle: { color: colours.ink2, fontSize: 12, fontFamily: colours.font } };
  const twoAxes = cartesian && chart.yAxis.length > 1 && chart.yAxis.some(a => a.name);
  const axesNamed = cartesian && [...chart.xAxis, ...chart.yAxis].some(a => a.name);
  const single = series.some(s => ['scatter', 'boxplot', 'heatmap'].includes(s.type));
  delete chart.title;

  return {
    ...chart,
    color: colours.series,
    textStyle: { fontFamily: colours.font, color: colours.ink2 },
    backgroundColor: 'transparent',
    grid: cartesian ? merge({ left: 4, right: ends ? Math.min(130, room(named)) : 8, top: (legend ? 14 + rows * 22 : chart.visualMap ? 30 : 12) + (twoAxes ? 20 : 0), bottom: 4, outerBoundsMode: 'same', outerBoundsContain: axesNamed && !twoAxes ? 'all' : 'axisLabel' }, list(chart.grid)[0]?.keep ? chart.grid : {}) : undefined,
    legend: legendOption,
    tooltip: {
      trigger: cartesian && !single ? 'axis' : 'item', renderMode: 'richText', confine: true, backgroundColor: colours.raise, borderColor: colours.line2, borderWidth: 1,
      padding: [8, 12], textStyle: { color: colours.ink, fontSize: 12, fontFamily: colours.font }, transitionDuration: 0,
      valueFormatter: format.whole,
      axisPointer: single ? { type: 'none' } : { type: series.some(s => s.type === 'bar') ? 'shadow' : 'line', lineStyle: { color: colours.line2 }, shadowStyle: { color: colours.ink, opacity: .05 } }
    },
    aria: { enabled: true, label: { enabled: !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby') }, decal: { show: element.hasAttribute('data-decals') } },
    animation: !still, animationDuration: 160, animationDurationUpdate: 160, animationEasing: 'cubicOut', stateAnimation: { duration: still ? 0 : 90 }
  };
}

const width = name => [...name].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 12 : 7), 0);
const room = named => Math.max(...named.map(s => width(String(s.name))), 0) + 14;
