using System.Text.Json;
using Web.Semantics;

namespace Web.Insights.Saved;

/// <summary>A query of the closed form, and the very JSON that it came as.</summary>
public sealed record KeptQuery(ChartQuery Form, string Json)
{
    /// <summary>One of our own making, or one that was kept before.</summary>
    public static KeptQuery Of(string json) => new(JsonSerializer.Deserialize<ChartQuery>(json, ChartJson.Options)!, json);

    public static KeptQuery Of(ChartQuery query) => new(query, query.ToJson());
}
