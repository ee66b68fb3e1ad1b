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
  const chart = init(stage, null, { renderer: 'svg' });
  const paint = () => chart.setOption(dress(structuredClone(option), palette(element), element), true);
  paint();
  const size = new ResizeObserver(() => { if (element.isConnected) chart.resize(); });
  size.observe(element);
  chart.on('click', ({ name, seriesName, seriesIndex, dataIndex, value }) =>
    element.dispatchEvent(new CustomEvent('chart:pick', { bubbles: true, detail: { name, seriesName, seriesIndex, dataIndex, value } })));
  drawn.set(element, { paint, done() { size.disconnect(); chart.dispose(); drawn.delete(element); } });
}

const repaint = () => { for (const { paint } of drawn.values()) paint(); };
document.addEventListener('themechange', repaint);
for (const query of ['print', '(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', repaint);
document.addEventListener('htmx:beforeCleanupElement', event => drawn.get(event.target)?.done());
for (const element of document.querySelectorAll('[data-chart]')) draw(element);
