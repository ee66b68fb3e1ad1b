using Web.Semantics;

namespace Web.Language;

/// <summary>A measure that the contract defines by name (win rate), read like a column of figures; it brings its own aggregate.</summary>
internal static class NamedColumn
{
    public static Column Of(NamedMeasure measure) => new()
    {
        Name = measure.Name,
        Titles = measure.Titles,
        Synonyms = measure.Synonyms,
        Type = ColumnType.Number,
        Role = ColumnRole.Measure,
        Unit = measure.Unit,
        DefaultAggregate = measure.Name,
    };

    public static bool Is(Column column, DatasetContract contract) => contract.Find(column.Name) is null && contract.FindMeasure(column.Name) is not null;

    /// <summary>The query as it is written: a named measure has no field.</summary>
    public static ChartQuery Written(ChartQuery query, DatasetContract contract)
    {
        if (contract.Measures.Count == 0 || !query.Measures.Any(m => m.Field is { } field && contract.FindMeasure(field) is not null)) return query;
        return query with
        {
            Measures = [.. query.Measures.Select(m => m.Field is { } field && contract.FindMeasure(field) is not null ? m with { Field = null, Aggregate = field } : m)],
        };
    }
}
