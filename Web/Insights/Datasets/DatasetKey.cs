using System.Text.RegularExpressions;

namespace Web.Insights.Datasets;

/// <summary>What a dataset may be called by programs.</summary>
internal static partial class DatasetKey
{
    public static bool IsValid(string key) => Form().IsMatch(key);

    /// <summary>A key made of a title: Orders 2026 → <c>orders_2026</c>, 受注明細 → <c>data_0305_1412</c> where no word of it is known.</summary>
    public static string For(string title, DateTimeOffset now) =>
        new Csv.Header(title).Name is { } name && IsValid(name) ? name : "data_" + now.ToString("MMdd_HHmm", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}\\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
