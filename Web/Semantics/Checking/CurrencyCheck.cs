namespace Web.Semantics.Checking;

/// <summary>
/// A money column without a currency of its own must say where each row's currency is. Rows of several currencies are split by that
/// column, and two different ones cannot be split at once.
/// </summary>
internal static class CurrencyCheck
{
    public static Fault? Fault(CheckedQuery query)
    {
        var shown = query.Measures.Concat(query.Hidden).Concat(query.GroupConditions.Select(g => g.Measure)).Where(m => m.IsMixed).Select(m => m.Column!)
            .Concat(query.Dimensions.Select(d => d.Column).Where(IsMixed)).Select(SourceOf).Distinct(StringComparer.Ordinal).ToList();
        var compared = query.Conditions.SelectMany(Columns).Where(IsMixed).Select(SourceOf);
        return shown.Count > 1 || shown.Concat(compared).Contains(null) ? new Fault("/measures", "currencies_apart") : null;

        string? SourceOf(Column column) => query.Dataset.Source.Columns[column.Name].CurrencySql;
    }

    private static bool IsMixed(Column column) => column is { Type: ColumnType.Money, Currency: null };

    private static IEnumerable<Column> Columns(Condition condition) => condition switch
    {
        Condition.AnyOf any => any.Conditions.SelectMany(Columns),
        Condition.Compares one => [one.Column],
        Condition.Among many => [many.Column],
        Condition.Between between => [between.Column],
        _ => [],
    };
}
