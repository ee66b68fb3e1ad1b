using System.Text.Json;
using Web.Insights.Charts;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>
/// What of somebody else's words and queries a person may hear of: only what the gate would let them ask themselves, and no value
/// that is not in the rows that they may see or in the words that they said.
/// </summary>
public sealed class ExampleRights(TemplateGate gate)
{
    /// <summary>The query as this reader may run it, or null: for them it does not exist.</summary>
    /// <param name="words">What they said themselves; none where they are told of an example.</param>
    public CheckedQuery? Fit(ChartQuery? query, ChartReader reader, string words)
    {
        if (query is null || gate.Check(query, reader.Catalog, reader.Calendar, reader.Today) is not CheckOutcome.Fits fits) return null;
        return TextsOf(query).All(text => MayKnow(text, fits.Query.Dataset, words)) ? fits.Query : null;
    }

    /// <summary>The texts that a query filters by, each with its column.</summary>
    public static IEnumerable<(string Field, string Text)> TextsOf(ChartQuery query) => query.Filters.SelectMany(filter => filter.Any ?? [filter])
        .Where(filter => filter is { Field: not null, Op: not FilterOp.InPeriod, Value: not null })
        .SelectMany(filter => Texts(filter.Value!.Value).Select(text => (filter.Field!, text)));

    private static bool MayKnow((string Field, string Text) said, Dataset dataset, string words)
    {
        if (words.Contains(said.Text, StringComparison.OrdinalIgnoreCase)) return true;
        if (dataset.Contract.Find(said.Field) is not { Type: ColumnType.Text } column) return true; // a day or a number names nobody
        return column.Values?.Contains(said.Text) ?? dataset.RowFilters.Count == 0;
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };
}
