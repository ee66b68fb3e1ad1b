const scales = { man: 1e4, oku: 1e8, k: 1e3, m: 1e6, b: 1e9, percent: .01 };
const tidy = text => text.replace(/￥/g, '¥').replace(/-/g, '−');

/** Formats of a chart's numbers: short ones for the axis and labels, whole ones for the tooltip. */
export function numbers(meta) {
  const locale = meta.locale ?? document.documentElement.lang ?? 'en';
  const scale = scales[String(meta.scale ?? '').toLowerCase()] ?? 1;
  const percent = meta.scale === 'percent' || meta.unit === '%';
  const axis = new Intl.NumberFormat(locale, { maximumFractionDigits: scale === 1 ? meta.decimals ?? 2 : 2 });
  const currency = /^[A-Z]{3}$/.test(meta.currency ?? '') ? meta.currency : null;
  const whole = new Intl.NumberFormat(locale, currency
    ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: meta.decimals ?? (currency === 'JPY' ? 0 : 2) }
    : { maximumFractionDigits: meta.decimals ?? 2 });
  const unit = !currency && meta.unit ? (percent ? '%' : ` ${meta.unit}`) : percent ? '%' : '';
  const one = value => Array.isArray(value) ? value[value.length - 1] : value;
  const numeric = value => typeof value === 'number' && Number.isFinite(value);
  return {
    short: value => numeric(value) ? tidy(axis.format(value / scale)) + (percent ? '%' : '') : String(value ?? ''),
    whole: value => { const n = one(value); return n == null || n === '-' ? '–' : numeric(+n) ? tidy(whole.format(percent && scale !== 1 ? n / scale : n)) + unit : String(n); }
  };
}
