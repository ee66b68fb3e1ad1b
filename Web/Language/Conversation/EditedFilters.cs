using Web.Semantics;

namespace Web.Language;

/// <summary>"only 2024", "compare with B", 失注も: what a follow-up says of the conditions.</summary>
internal static class EditedFilters
{
    public static ChartQuery Of(ChartQuery query, Candidate said, DatasetContract contract)
    {
        foreach (var (part, place) in said.Draft.FilterPlaces)
        {
            var filter = said.Query.Filters[place];
            if (part.Phrase is not null && part.Assumed && filter.Field is { } assumed)
            {
                // "only 2024" is about the time that the chart already shows.
                var time = query.Filters.FirstOrDefault(f => f.Op == FilterOp.InPeriod)?.Field ?? query.Dimensions.FirstOrDefault(d => d.Grain is not null)?.Field
                    ?? PeriodRule.DefaultTime(contract, EditedGroups.Known(query))?.Name ?? assumed;
                if (filter.Op == FilterOp.InPeriod && contract.Find(time) is { IsTemporal: true }) filter = filter with { Field = time };
            }
            var isPeriod = filter.Op == FilterOp.InPeriod;
            var sides = said.Draft.Contrast || said.Draft.Versus;
            if ((sides || EditedMeasures.Adds(said.Scene)) && Joined(query, filter) is { } joined)
            {
                filter = joined;
                if (sides) query = Sided(query, filter.Field!);
            }
            query = query with { Filters = [.. query.Filters.Where(f => f.Field != filter.Field || (f.Op == FilterOp.InPeriod) != isPeriod || f.Aggregate != filter.Aggregate), filter] };
        }
        return query;
    }

    /// <summary>"compare with B": each of the values is seen by itself.</summary>
    private static ChartQuery Sided(ChartQuery query, string field) =>
        query.Dimensions.Any(d => d.Field == field) || query.Series is not null ? query
        : query.X is null ? query with { ChartType = query.ChartType == ChartType.BigNumber ? ChartType.Bar : query.ChartType, Dimensions = [new ChartDimension(field), .. query.Dimensions] }
        : query with { Dimensions = [.. query.Dimensions, new ChartDimension(field, DimensionRole.Series)] };

    /// <summary>「失注も」: the value joins those that are shown already.</summary>
    private static ChartFilter? Joined(ChartQuery query, ChartFilter filter)
    {
        if (filter.Op is not (FilterOp.Equal or FilterOp.In)) return null;
        if (query.Filters.FirstOrDefault(f => f.Field == filter.Field && f.Op is FilterOp.Equal or FilterOp.In) is not { } known) return null;
        string[] values = [.. Values(known), .. Values(filter)];
        return ChartFilter.On(filter.Field!, FilterOp.In, values.Distinct(StringComparer.Ordinal).ToArray());
    }

    private static string[] Values(ChartFilter filter) => EditedGroups.ValueOf(filter) switch { string one => [one], string[] many => many, _ => [] };
}
