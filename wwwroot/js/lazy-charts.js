import { each } from './htmx.js';

const source = document.querySelector('meta[name=charts]')?.content ?? '/lib/charts.js';
each('[data-chart]', element => import(source).then(({ draw }) => draw(element)));
