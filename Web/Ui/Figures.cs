using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Web.Kernel;

namespace Web.Ui;

/// <summary>Amounts and counts as people read and write them, in the language of the request.</summary>
public static partial class Figures
{
    private const string Minus = "\u2212";
    private static bool Japanese => Locales.Current == "ja";

    /// <summary>Whole, with its sign: ¥18,400,000, $1,250.50.</summary>
    public static string Whole(Money amount) => Signed(amount.Minor < 0, Symbol(amount.Currency) + Digits(amount));

    /// <summary>Whole, without the currency, where the head or foot names it: 18,400,000.</summary>
    public static string Plain(Money amount) => Signed(amount.Minor < 0, Digits(amount));

    /// <summary>Short, for running text: 1,840万, 1.2億; ¥18.4M in English.</summary>
    public static string Short(Money amount)
    {
        var size = Math.Abs(amount.Major);
        var symbol = Japanese && amount.Currency == "JPY" ? "" : Symbol(amount.Currency);
        var (unit, word) = Japanese
            ? size >= 100_000_000 ? (100_000_000m, "億") : size >= 10_000 ? (10_000m, "万") : (1m, "")
            : size >= 999_500_000 ? (1_000_000_000m, "B") : size >= 999_500 ? (1_000_000m, "M") : size >= 10_000 ? (1_000m, "K") : (1m, "");
        var digits = unit == 1 ? "#,##0" : size / unit >= 100 ? "#,##0" : unit == 100_000_000m && size / unit < 10 ? "0.##" : "0.#";
        return Signed(amount.Minor < 0, symbol + (size / unit).ToString(digits, CultureInfo.InvariantCulture) + word);
    }

    /// <summary>In major units without separators, as a form field holds it: 18400000, 1250.5.</summary>
    public static string Typed(Money amount) => amount.Major.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A change in percent with its sign: +12%, −3%.</summary>
    public static string Change(double share) =>
        (share < 0 ? Minus : "+") + Math.Abs(Math.Round(share * 100)).ToString("#,##0", CultureInfo.InvariantCulture) + "%";

    /// <summary>
    /// Reads an amount in major units as people type it: separators, full-width digits, a currency sign, 1,840万, 1.2億, 18.4M.
    /// </summary>
    /// <returns>False when it is no amount, or finer than its currency.</returns>
    public static bool TryRead(string? typed, string currency, out Money? amount)
    {
        amount = null;
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (text.Length == 0) return true;
        var match = Amount().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        var unit = match.Groups["unit"].Value.ToUpperInvariant() switch { "万" => 10_000m, "億" => 100_000_000m, "K" => 1_000m, "M" => 1_000_000m, _ => 1m };
        var minor = number * unit * Money.Factor(currency);
        if (minor != Math.Truncate(minor) || minor > long.MaxValue) return false;
        amount = new Money((long)minor * (match.Groups["minus"].Success ? -1 : 1), currency);
        return true;
    }

    private static string Digits(Money amount) =>
        Math.Abs(amount.Major).ToString(Money.Decimals(amount.Currency) switch { 0 => "N0", 3 => "N3", _ => "N2" }, CultureInfo.InvariantCulture);

    private static string Signed(bool negative, string text) => negative ? Minus + text : text;

    private static string Symbol(string currency) => currency switch
    {
        "JPY" => "¥",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "KRW" => "₩",
        "CNY" => "CN¥",
        "INR" => "₹",
        "TWD" => "NT$",
        "AUD" => "A$",
        _ => currency + "\u00a0",
    };

    [GeneratedRegex("^(?<minus>[-\u2212])?\\s*([A-Z]{3}|[¥$€£₩₹\\\\])?\\s*(?<n>[0-9][0-9,]{0,20}(\\.[0-9]{1,6})?)\\s*(?<unit>[万億kKmM])?\\s*(円|[A-Z]{3})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();
}
