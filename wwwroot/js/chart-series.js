import { sum } from './chart-shapes.js';

const marks = ['emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];

/** How many of the last points belong to a period that is not over. */
const unfinished = meta => meta.partial === true ? 1 : Number(meta.partial) || 0;
const colourOf = (s, i, { colours, meta }) => colours.series[(meta.colours?.[s.name] ?? (s.role === 'others' ? 7 : i % 8))] ?? colours.series[i % 8];

function target(s, { colours, format }) {
  if (!s.markLine) return undefined;
  return {
    symbol: 'none', silent: true, ...s.markLine,
    lineStyle: { color: colours.kaki, type: 'dashed', width: 1.25 },
    label: { color: colours.kaki, fontSize: 11, position: 'insideStartTop', formatter: p => p.name ? `${p.name} ${format.short(p.value)}` : format.short(p.value), ...s.markLine.label }
  };
}

export function lines(s, i, context) {
  const { colours, meta, small, count } = context;
  const compared = s.role === 'compared' || meta.compared === s.name;
  const colour = compared ? colours.series[7] : colourOf(s, i, context);
  const data = s.data ?? [], open = compared ? 0 : Math.min(unfinished(meta), data.length - 1);
  const ends = count <= 5 && s.name && count > 0 && !(count === 1 && !compared) && !s.areaStyle && !s.stack;
  const whole = {
    ...s, smooth: false, symbol: marks[i % 4], symbolSize: i % 4 === 1 ? 6 : 7, showSymbol: data.length <= 40, connectNulls: false,
    lineStyle: { color: colour, width: compared ? 1.25 : 2 },
    itemStyle: { color: colour },
    areaStyle: s.areaStyle ? { color: colour, opacity: s.stack ? .7 : .12 } : undefined,
    emphasis: { focus: 'none', lineStyle: { width: compared ? 1.25 : 2.5 } },
    markLine: target(s, context), tooltip: { valueFormatter: context.formatOf(s).whole },
    labelLayout: { moveOverlap: 'shiftY' },
    endLabel: ends ? { show: true, formatter: '{a}', distance: 10, color: colours.ink, fontSize: small ? 11 : 12, fontFamily: colours.font } : undefined
  };
  if (open < 1 || s.stack) return [whole];
  // The series itself carries points, label and tooltip; its line is drawn in two parts, solid and dashed.
  const cut = data.length - open;
  const part = (keep, line) => ({
    type: 'line', name: s.name, yAxisIndex: s.yAxisIndex, data: data.map((v, n) => keep(n) ? v : null), silent: true, symbol: 'none', tooltip: { show: false }, z: 2,
    lineStyle: { ...whole.lineStyle, ...line }, itemStyle: whole.itemStyle, emphasis: { disabled: true }
  });
  return [
    { ...whole, lineStyle: { ...whole.lineStyle, opacity: 0 }, emphasis: { focus: 'none', lineStyle: { opacity: 0 } }, z: 3 },
    part(n => n < cut), part(n => n >= cut - 1, { type: [4, 3] })
  ];
}

/** Bars that are thinner than a line of text, in pixels, bear no figure; the table below has them all. */
const legible = 13;

export function bars(s, i, context) {
  const { colours, meta, sideways, small, count } = context;
  const compared = s.role === 'compared' || meta.compared === s.name;
  const colour = compared ? colours.series[7] : colourOf(s, i, context);
  const data = s.data ?? [], cut = data.length - (compared ? 0 : Math.min(unfinished(meta), data.length));
  const edge = s.stack ? { borderColor: colours.sheet, borderWidth: .5 } : {};
  const item = { color: colour, borderRadius: s.stack ? 0 : sideways ? [0, 1, 1, 0] : [1, 1, 0, 0], ...edge };
  const hatch = { color: colours.sheet, borderColor: colour, borderWidth: 1, decal: { symbol: 'rect', color: colour, dashArrayX: [1, 0], dashArrayY: [1.5, 3.5], rotation: -Math.PI / 4 } };
  return [{
    ...s, barMaxWidth: s.barCategoryGap ? undefined : sideways ? 18 : 44, barCategoryGap: s.barCategoryGap ?? '40%', tooltip: { valueFormatter: context.formatOf(s).whole }, barGap: '8%', itemStyle: item, emphasis: { focus: 'none', itemStyle: { opacity: .86 } },
    data: cut < data.length ? data.map((v, n) => n < cut ? v : { ...(v && typeof v === 'object' && !Array.isArray(v) ? v : { value: v }), itemStyle: hatch }) : s.data,
    markLine: target(s, context),
    label: sideways && count === 1 && context.element.clientHeight >= legible * data.length ? { show: true, position: 'right', color: colours.ink, fontSize: 12, fontFamily: colours.font, formatter: p => context.formatOf(s).short(Array.isArray(p.value) ? p.value.at(-1) : p.value) } : s.label && { ...context.text, ...s.label, show: s.label.show && !small }
  }];
}

export function pies(s, context) {
  const { colours, small, format } = context;
  return [{
    ...s, radius: s.radius ?? '72%', center: s.center ?? ['50%', '50%'], startAngle: 90, padAngle: 0,
    data: (s.data ?? []).map((d, i) => ({ ...d, itemStyle: { color: d?.role === 'others' ? colours.series[7] : colours.series[i % 8], borderColor: colours.sheet, borderWidth: 1 } })),
    label: { color: colours.ink, fontSize: 12, fontFamily: colours.font, formatter: p => small ? `${p.name}\n${Math.round(p.percent)}%` : `${p.name}  ${format.short(p.value)} · ${Math.round(p.percent)}%` },
    labelLine: { lineStyle: { color: colours.line2 }, length: 10, length2: 10 }, emphasis: { scale: false, itemStyle: { opacity: .86 } }
  }, ...sum(s, context)];
}
