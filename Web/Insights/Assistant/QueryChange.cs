using System.Globalization;
using System.Text.Json;
using Web.Insights.Assistant.Answers;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant;

/// <summary>
/// A small change to a chart, as a button of the page carries it: <c>chart line</c>, <c>stack stacked</c>, <c>remove /filters/0</c>,
/// <c>aggregate /measures/0 mean</c>, <c>grain /dimensions/0 week</c>, <c>group /dimensions/0 owner</c>, <c>split owner</c>,
/// <c>period /filters/0 this_year</c>, <c>during closed_on this_year</c>, <c>order desc</c>, <c>anomalies</c>. Whether the outcome means something is the gate's to say.
/// </summary>
internal static class QueryChange
{
    /// <returns>The changed query, or null when the words are none of ours.</returns>
    public static ChartQuery? Apply(ChartQuery query, string? change) => Changed(query, change) is { } changed ? UnusualRule.Kept(changed) : null;

    private static ChartQuery? Changed(ChartQuery query, string? change)
    {
        var words = (change ?? "").Split(' ');
        query = query with { Template = null };
        return words switch
        {
            ["chart", var type] when Word<ChartType>(type) is { } to => Charted(query, to, stacked: false),
            ["stack", var type] when Word<ChartType>(type) is { } to => Charted(query, to, stacked: true),
            ["remove", var slot] => Removed(query, slot),
            ["aggregate", var slot, var aggregate] when Place(query.Measures, slot, "measures") is { } at =>
                query with { Measures = [.. query.Measures.Select((m, i) => i == at ? m with { Aggregate = aggregate } : m)] },
            ["grain", var slot, var grain] when Word<Grain>(grain) is { } to && Place(query.Dimensions, slot, "dimensions") is { } at =>
                query with { Dimensions = [.. query.Dimensions.Select((d, i) => i == at ? d with { Grain = to } : d)] },
            ["group", var slot, var field] when Place(query.Dimensions, slot, "dimensions") is { } at =>
                query with { Dimensions = [.. query.Dimensions.Select((d, i) => i == at ? d with { Field = field, Grain = null, Bin = null } : d)] },
            ["split", var field] => query with { Dimensions = [.. query.Dimensions, new ChartDimension(field, DimensionRole.Series)] },
            ["period", var slot, var period] when Place(query.Filters, slot, "filters") is { } at =>
                query with { Filters = [.. query.Filters.Select((f, i) => i == at && f.Field is { } field ? ChartFilter.On(field, FilterOp.InPeriod, period) : f)] },
            ["during", var field, var period] => query with { Filters = [.. query.Filters, ChartFilter.On(field, FilterOp.InPeriod, period)] },
            ["anomalies"] => query with { Anomalies = true, Stack = query.Stack is null && query.Dimensions.Count < 2 ? null : Stack.None },
            ["order", var order] when Word<SortOrder>(order) is { } to && query.Sort is { } sort => query with { Sort = sort with { Order = to } },
            _ => null,
        };
    }

    /// <summary>The threads that still hold after a change: those to a removed part are cut, those behind it move up.</summary>
    public static KeptReading Carry(KeptReading reading, string words, string change)
    {
        var kept = reading with { Words = reading.Words ?? words, Alternatives = [], Assumptions = [], Note = null, Cost = null, Reviewed = false };
        if (change.Split(' ') is not ["remove", var slot]) return kept;
        return kept with { Threads = [.. reading.Threads.Select(thread => Moved(thread, slot)).OfType<WordThread>()] };
    }

    private static WordThread? Moved(WordThread thread, string removed)
    {
        if (thread.Slot == removed || thread.Slot.StartsWith(removed + "/", StringComparison.Ordinal)) return null;
        var (gone, own) = (removed.Split('/'), thread.Slot.Split('/'));
        if (gone.Length < 3 || own.Length < 3 || own[1] != gone[1] || Number(own[2]) is not { } at || Number(gone[2]) is not { } place || at < place) return thread;
        own[2] = (at - 1).ToString(CultureInfo.InvariantCulture);
        return thread with { Slot = string.Join('/', own) };
    }

    private static ChartQuery Charted(ChartQuery query, ChartType type, bool stacked)
    {
        query = ChartKinds.Cleared(query, type);
        if (type == ChartType.Pivot) return query with { ChartType = type, Dimensions = ChartKinds.Crossed(query.Dimensions), Stack = null };
        // A table of groups keeps them as they are; a list that becomes a chart gets an axis.
        var listed = query.Dimensions.Any(d => d.Role is DimensionRole.Detail or DimensionRole.Row or DimensionRole.Column);
        var dimensions = type == ChartType.Table || !listed ? query.Dimensions
            : query.Dimensions.Select((d, i) => d with { Role = i == 0 ? DimensionRole.X : i == 1 ? DimensionRole.Series : DimensionRole.Facet });
        return query with { ChartType = type, Dimensions = [.. dimensions], Measures = [.. query.Measures.Select(m => m with { Role = null })], Stack = stacked ? Stack.Stacked : null };
    }

    private static ChartQuery? Removed(ChartQuery query, string slot) => slot switch
    {
        "/sort" => query with { Sort = null },
        "/limit" => query with { Limit = null, LimitPer = null },
        "/compare" => query with { Compare = null },
        "/stack" => query with { Stack = null },
        "/target" => query with { Target = null },
        "/anomalies" => query with { Anomalies = null },
        "/forecast" => query with { Forecast = null },
        _ when Place(query.Filters, slot, "filters") is { } at => query with { Filters = [.. query.Filters.Where((_, i) => i != at)] },
        _ when Place(query.Measures, slot, "measures") is { } at => query with { Measures = [.. query.Measures.Where((_, i) => i != at)], Sort = null },
        _ when Place(query.Dimensions, slot, "dimensions") is { } at => Ungrouped(query, at),
        _ => null,
    };

    private static ChartQuery Ungrouped(ChartQuery query, int at)
    {
        var left = query.Dimensions.Where((_, i) => i != at).ToList();
        if (left.Count > 0 && query.Dimensions[at].Role == DimensionRole.X) left[0] = left[0] with { Role = DimensionRole.X };
        return query with { Dimensions = left, Stack = left.Count < 2 ? null : query.Stack, SeriesLimit = null, Others = null };
    }

    private static int? Place<T>(IReadOnlyList<T> list, string slot, string name) =>
        slot.Split('/') is ["", var part, var at] && part == name && Number(at) is { } place && place < list.Count ? place : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Word<T>(string word) where T : struct, Enum
    {
        try
        {
            return JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(word), ChartJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
