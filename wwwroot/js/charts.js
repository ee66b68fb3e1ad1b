import { init, use } from 'echarts/core';
import { BarChart, BoxplotChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart, RadarChart, SankeyChart, ScatterChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { dress } from './chart-dress.js';
import { palette } from './chart-palette.js';

export { picture, raster } from './chart-export.js';

use([
  BarChart, BoxplotChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart, RadarChart, SankeyChart, ScatterChart, TreemapChart,
  AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TooltipComponent, VisualMapPiecewiseComponent, LabelLayout, SVGRenderer
]);

const drawn = new Map();

/** Draws the chart whose option stands in the element's JSON, and keeps it in step with theme and size. */
export function draw(element) {
  if (drawn.has(element)) return;
  const source = element.querySelector('script[type="application/json"]');
  if (!source) return;
  let option;
  try { option = JSON.parse(source.textContent); } catch { return; }
  if (!option.series?.length && !option.series?.type) return;
  if (option.meta?.summary && !element.hasAttribute('aria-labelledby')) element.ariaLabel ||= option.meta.summary;
  const stage = element.appendChild(document.createElement('div'));
  stage.style.height = '100%';
  element.setAttribute('role', 'img');
  heighten(element, option);
  const chart = init(stage, null, { renderer: 'svg' });
  const paint = () => chart.setOption(dress(structuredClone(option), palette(element), element), true);
  paint();
  const size = new ResizeObserver(() => { if (element.isConnected) chart.resize(); });
  size.observe(element);
  chart.on('click', picked => element.dispatchEvent(new CustomEvent('chart:pick', { bubbles: true, detail: place(picked, option) })));
  drawn.set(element, { paint, done() { size.disconnect(); chart.dispose(); drawn.delete(element); } });
}

const bar = 21, around = 48, tallest = 900;

/** Many bars on their side stand in a taller chart, where the page leaves that to it. */
function heighten(element, { yAxis }) {
  const bars = yAxis?.type === 'category' ? yAxis.data?.length ?? 0 : 0;
  const wanted = Math.min(tallest, bars * bar + around);
  if (element.matches('.chart-draw:not(.low)') && wanted > element.clientHeight) element.style.height = `${wanted}px`;
}

/** What was picked, by the names that the chart's table has: a cell by both of its axes, a mark on a bar by the bar. */
function place({ name, seriesName, seriesType, seriesIndex, dataIndex, value }, { xAxis, yAxis, meta }) {
  const at = { name, seriesName, seriesIndex, dataIndex, value };
  if (seriesType === 'heatmap') return { ...at, name: xAxis?.data?.[value[0]], seriesName: yAxis?.data?.[value[1]] };
  if (seriesName === meta?.unusual) return { ...at, name: xAxis?.data?.[value[0]], seriesName: undefined };
  return seriesType === 'scatter' ? { ...at, point: [value[0], value[1]] } : at;
}

const repaint = () => { for (const { paint } of drawn.values()) paint(); };
document.addEventListener('themechange', repaint);
for (const query of ['print', '(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', repaint);
document.addEventListener('htmx:beforeCleanupElement', event => drawn.get(event.target)?.done());
for (const element of document.querySelectorAll('[data-chart]')) draw(element);
