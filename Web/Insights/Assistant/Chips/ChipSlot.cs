using System.Globalization;

namespace Web.Insights.Assistant.Chips;

/// <summary>Which part of a query a chip stands for: <c>/filters/0</c>, <c>/sort</c>; <c>/filters/+</c> is one that is still to be made.</summary>
/// <param name="At">The place in a list; null where the part is no list or the item is new.</param>
public sealed record ChipSlot(string Part, int? At, bool IsNew)
{
    private static readonly string[] Lists = ["measures", "dimensions", "filters"];
    private static readonly string[] Singles = ["dataset", "chart_type", "sort", "limit", "series_limit", "compare", "stack", "target", "forecast", "anomalies"];

    /// <returns>Null when the words name no part.</returns>
    public static ChipSlot? Of(string? slot) => (slot ?? "").Split('/') switch
    {
        ["", var part] when Singles.Contains(part) => new(part, null, false),
        ["", var part, "+"] when Lists.Contains(part) => new(part, null, true),
        ["", var part, var at] when Lists.Contains(part) && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => new(part, place, false),
        _ => null,
    };

    /// <summary>The item of a list; null when it is new or there is none at its place.</summary>
    public T? In<T>(IReadOnlyList<T> list) where T : class => At is { } at && at < list.Count ? list[at] : null;

    public override string ToString() => IsNew ? $"/{Part}/+" : At is { } at ? string.Create(CultureInfo.InvariantCulture, $"/{Part}/{at}") : "/" + Part;
}
