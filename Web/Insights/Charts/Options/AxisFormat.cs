using System.Text.Json.Nodes;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>How the numbers of an axis are written: the script divides by the scale and adds the unit.</summary>
internal sealed record AxisFormat(string? Scale, string? Currency, string? Unit, int Decimals)
{
    /// <summary>万 and 億 in Japanese, K, M and B in English, so that labels have at most about four digits.</summary>
    public static AxisFormat Of(IEnumerable<object?> figures, string? currency, string? unit, bool whole, string locale)
    {
        var most = figures.Select(ResultCell.Number).Select(n => n is null ? 0 : Math.Abs(n.Value)).DefaultIfEmpty(0).Max();
        var scale = unit == "%" ? null : locale == "ja"
            ? most switch { >= 1_000_000_000m => "oku", >= 100_000m => "man", _ => null }
            : most switch { >= 10_000_000_000m => "b", >= 10_000_000m => "m", >= 10_000m => "k", _ => null };
        return new AxisFormat(scale, currency, unit, currency is { } money ? Money.Decimals(money) : whole ? 0 : 2);
    }

    /// <summary>What the figures are divided by.</summary>
    public decimal Factor => Scale switch { "man" => 10_000m, "oku" => 100_000_000m, "k" => 1_000m, "m" => 1_000_000m, "b" => 1_000_000_000m, _ => 1m };

    /// <summary>The scale and unit in words, for the line under the title: 万円, ¥ K.</summary>
    public string? Words(string locale)
    {
        var scale = Scale switch { "man" => "万", "oku" => "億", null => "", _ => Scale.ToUpperInvariant() };
        var unit = Currency is null ? locale == "ja" && Unit == "days" ? "日" : Unit ?? "" : locale == "ja" && Currency == "JPY" ? "円" : Currency;
        var words = locale == "ja" ? scale + unit : string.Join(' ', new[] { unit, scale }.Where(w => w.Length > 0));
        return words.Length == 0 ? null : words;
    }

    /// <summary>A figure as the axis writes it: divided by the scale, which <see cref="Words"/> names.</summary>
    public string Short(decimal figure, System.Globalization.CultureInfo culture)
    {
        var scale = Scale switch { "man" => 1e4m, "oku" => 1e8m, "k" => 1e3m, "m" => 1e6m, "b" => 1e9m, _ => 1m };
        return (figure / scale).ToString(scale > 1 ? "#,##0.##" : "#,##0." + new string('#', Math.Max(0, Decimals)), culture).Replace('-', '−') + (Unit == "%" ? "%" : "");
    }

    /// <summary>The same with a sign, also for what is added.</summary>
    public string Signed(decimal figure, System.Globalization.CultureInfo culture) => (figure > 0 ? "+" : "") + Short(figure, culture);

    public JsonObject Json(string locale)
    {
        var json = new JsonObject { ["decimals"] = Decimals };
        if (Scale is not null) json["scale"] = Scale;
        if (Currency is not null) json["currency"] = Currency;
        if (Unit is not null) json["unit"] = Unit;
        if (Words(locale) is { } words) json["words"] = words;
        return json;
    }
}
