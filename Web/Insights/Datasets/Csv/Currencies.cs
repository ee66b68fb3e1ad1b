using System.Collections.Frozen;

namespace Web.Insights.Datasets.Csv;

/// <summary>How files write currencies, before and after the amount.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        // Shift_JIS has the yen sign where ASCII has the backslash.
        ["¥"] = "JPY", ["\\"] = "JPY", ["円"] = "JPY", ["yen"] = "JPY",
        ["$"] = "USD", ["us$"] = "USD", ["usd$"] = "USD", ["ドル"] = "USD", ["米ドル"] = "USD",
        ["€"] = "EUR", ["ユーロ"] = "EUR", ["£"] = "GBP", ["ポンド"] = "GBP", ["元"] = "CNY", ["人民元"] = "CNY", ["₩"] = "KRW", ["ウォン"] = "KRW",
        ["₹"] = "INR", ["฿"] = "THB", ["₫"] = "VND", ["₱"] = "PHP", ["a$"] = "AUD", ["c$"] = "CAD", ["nt$"] = "TWD", ["hk$"] = "HKD", ["s$"] = "SGD", ["r$"] = "BRL",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Codes = """
        AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IQD ISK JOD JPY KES KRW KWD KZT LKR LYD MAD
        MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RUB SAR SEK SGD THB TND TRY TWD UAH UGX USD UYU VND XAF XOF ZAR
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SignOf = Signs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CodeOf = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The code that a sign, a word or a code in capitals stands for, or null.</summary>
    public static string? Of(ReadOnlySpan<char> written)
    {
        if (written.Length is 0 or > 4) return null;
        if (SignOf.TryGetValue(written, out var code)) return code;
        return written.Length == 3 && CodeOf.TryGetValue(written, out code) ? code : null;
    }
}
