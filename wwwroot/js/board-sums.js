const tidy = text => text.replace(/￥/g, '¥').replace(/-/g, '−');

/** The sums in the heads of the columns while a card is held: what they would be if it were dropped here. */
export class Sums {
  constructor(root) {
    const locale = document.documentElement.lang || 'en', currency = root.dataset.currency ?? 'JPY';
    const digits = +(root.dataset.decimals ?? (currency === 'JPY' ? 0 : 2));
    const whole = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: digits, maximumFractionDigits: digits });
    const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    this.whole = n => tidy(whole.format(n));
    this.short = n => tidy(short.format(n));
    this.kept = [];
  }

  hold(card, from) { this.amount = +card.dataset.amount || 0; this.from = from; }

  preview(to) {
    this.reset();
    if (to === this.from) return;
    this.change(this.from, -1);
    this.change(to, 1);
  }

  change(column, sign) {
    const amount = sign * this.amount;
    this.write(column.querySelector('[data-sum]'), n => this.whole(n + amount));
    this.write(column.querySelector('[data-weighted]'), n => this.whole(n + amount * (+column.dataset.probability || 0) / 100));
    this.write(column.querySelector('[data-count]'), n => String(n + sign));
    const gain = column.querySelector('.gain');
    if (gain && sign > 0) { gain.textContent = `+${this.short(this.amount)}`; gain.hidden = false; this.kept.push(() => { gain.hidden = true; }); }
  }

  write(element, text) {
    if (!element) return;
    const was = element.textContent, value = +(element.dataset.sum ?? element.dataset.weighted ?? element.dataset.count);
    element.textContent = text(value);
    this.kept.push(() => { element.textContent = was; });
  }

  reset() { for (const undo of this.kept.splice(0)) undo(); }
}
