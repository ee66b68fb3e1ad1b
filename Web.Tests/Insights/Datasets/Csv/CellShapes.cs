using System.Globalization;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Forty cells of a kind that files hold, the same on every run.</summary>
internal static class CellShapes
{
    private const int Rows = 40;

    public static IReadOnlyList<string> Of(string shape)
    {
        var parts = shape.Split(' ');
        return [.. Enumerable.Range(0, Rows).Select(i => Cell(parts, i))];
    }

    private static string Cell(string[] shape, int i) => shape[0] switch
    {
        "seq" => Text(i + 1),
        "rising" => Text((i * 37) + (i % 3 * 5) + 100),
        "codes" => Text((new[] { 10, 20, 30, 40, 50 })[i * 7 % 5]),
        "int" => Text(Between(i, Whole(shape[1]), Whole(shape[2]))),
        "dec" => (Between(i, Whole(shape[1]) * 100, Whole(shape[2]) * 100) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        "share" => (Between(i, 1, 99) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        "percent" => (Between(i, 10, 990) / 10m).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        "yen" => "¥" + Between(i, 1000, 90000).ToString("#,##0", CultureInfo.InvariantCulture),
        "dollars" => "$" + (Between(i, 100, 90000) / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture),
        "zeros" => Between(i, 1, 999).ToString("00000", CultureInfo.InvariantCulture),
        "phone" => $"03-{Between(i, 1000, 9999)}-{Between(i + 7, 1000, 9999)}",
        "words" => (new[] { "alpha", "beta", "gamma", "delta", "kappa" })[i * 3 % 5],
        "names" => $"Name {(char)('A' + (i % 26))}{i}",
        "many" => $"Thing {i * 7 % 30}",
        "letters" => $"{(char)('A' + (i % 26))}{1000 + (i * 3)}",
        "guids" => $"0190b2c0-0000-7000-8000-{i:000000000000}",
        "dates" => new DateOnly(2024, 1, 5).AddDays(i * 9 % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "times" => new DateTime(2024, 1, 5, 8, 30, 0).AddMinutes(i * 977).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        "months" => $"2024{1 + (i % 12):00}",
        "bits" => Text(i * 5 % 3 == 0 ? 1 : 0),
        "yesno" => i % 3 == 0 ? "Y" : "N",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape[0], "No such kind of cell."),
    };

    /// <summary>Spread over the range without an order, with repeats.</summary>
    private static int Between(int i, int from, int to)
    {
        var mixed = (uint)(i + 1) * 2654435761u;
        return from + (int)((mixed >> 8) % (uint)(to - from + 1));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
