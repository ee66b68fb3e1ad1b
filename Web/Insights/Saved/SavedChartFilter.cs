using Microsoft.AspNetCore.WebUtilities;

namespace Web.Insights.Saved;

/// <summary>What the list of saved charts is narrowed by: words, a dataset, whose they are, as its address says them.</summary>
public sealed record SavedChartFilter(string? Words, string? Dataset, bool Mine)
{
    public const string Path = "/charts";

    public static SavedChartFilter Of(IQueryCollection query) => new(
        query["q"].ToString().Trim() is { Length: > 0 and <= 200 } words && !words.Contains('\0') ? words : null,
        query["dataset"].ToString() is { Length: > 0 and <= 200 } key && !key.Contains('\0') ? key : null, query["owner"] == "me");

    public bool IsEmpty => Words is null && Dataset is null && !Mine;

    public IQueryable<SavedChart> Apply(IQueryable<SavedChart> charts, Guid me)
    {
        if (Words is { } words) charts = charts.Matching(words);
        if (Dataset is { } key) charts = charts.Where(chart => chart.Dataset == key);
        return Mine ? charts.OwnedBy(me) : charts;
    }

    public string Url(string? after = null, bool fragment = false) => QueryHelpers.AddQueryString(Path,
        new[] { ("q", Words), ("dataset", Dataset), ("owner", Mine ? "me" : null), ("after", after), ("handler", fragment ? "rows" : null) }
            .Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => KeyValuePair.Create(part.Item1, part.Item2)));
}
