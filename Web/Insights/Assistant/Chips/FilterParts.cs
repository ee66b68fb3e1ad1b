using System.Globalization;
using Web.Semantics;

namespace Web.Insights.Assistant.Chips;

/// <summary>The conditions of a filter's form: one, or several of which one must hold. The first has plain field names, each further one a prefix.</summary>
internal static class FilterParts
{
    public const string Count = "conditions", More = "more", Less = "less.";
    public const int Most = 50;

    public static string Prefix(int part) => part == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"or{part}.");

    /// <summary>Each condition as it was and as it is typed, with the one more or less that was asked for.</summary>
    public static IReadOnlyList<(ChartFilter? Kept, ChipInput Input)> Of(ChartFilter? filter, ChipInput input)
    {
        IReadOnlyList<ChartFilter?> kept = filter?.Any is { } any ? [.. any] : [filter];
        List<(ChartFilter? Kept, ChipInput Input)> parts = input.Has("subject")
            ? [.. Enumerable.Range(0, Math.Clamp(input.Whole(Count) ?? 1, 1, Most)).Select(i => input.Under(Prefix(i))).Select((own, i) => (Before(kept, own, i), own))]
            : [.. kept.Select(one => (one, ChipInput.None))];
        var again = input.One("again") ?? "";
        if (again == More && parts.Count < Most) parts.Add((null, ChipInput.None));
        if (again.StartsWith(Less, StringComparison.Ordinal) && int.TryParse(again[Less.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var gone) && gone < parts.Count && parts.Count > 1) parts.RemoveAt(gone);
        return parts;
    }

    // The conditions above may have gone meanwhile: what it was is found by its column, first at its own place.
    private static ChartFilter? Before(IReadOnlyList<ChartFilter?> kept, ChipInput own, int place)
    {
        if (place < kept.Count && kept[place]?.Field == own.One("subject")) return kept[place];
        return kept.FirstOrDefault(one => one?.Field is not null && one.Field == own.One("subject")) ?? (kept.Count == 1 && place == 0 ? kept[0] : null);
    }
}
