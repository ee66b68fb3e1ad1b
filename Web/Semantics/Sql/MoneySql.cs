using Web.Kernel;

namespace Web.Semantics.Sql;

/// <summary>Money is stored in minor units and shown in major ones. A divisor carries its decimals, so that the quotient keeps them.</summary>
internal static class MoneySql
{
    /// <summary>The currencies whose minor unit is not a hundredth.</summary>
    public static readonly string[] Uneven =
    [
        "JPY", "KRW", "VND", "CLP", "ISK", "XOF", "XAF", "PYG", "UGX", "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    ];

    /// <summary><paramref name="minor"/> (an amount or an aggregate of amounts) in major units.</summary>
    public static string Major(string minor, Column column, SourceColumn source) => column.Currency is { } currency
        ? Money.Decimals(currency) switch { 0 => minor, 3 => $"{minor} / 1000.000", _ => $"{minor} / 100.00" }
        : $"{minor} / {Factor(source.CurrencySql!)}";

    /// <summary>How many minor units make a major one, row by row.</summary>
    public static string Factor(string currencySql) =>
        $"(case when {currencySql} in ({List(0)}) then 1.000 when {currencySql} in ({List(3)}) then 1000.000 else 100.000 end)";

    private static string List(int decimals) => string.Join(", ", Uneven.Where(c => Money.Decimals(c) == decimals).Select(c => $"'{c}'"));
}
