namespace Web.Semantics.Checking;

/// <summary>Rows of several currencies are split by one currency column; two different ones cannot be split at once.</summary>
internal static class CurrencyCheck
{
    public static Fault? Fault(CheckedQuery query)
    {
        var money = query.Measures.Concat(query.Hidden).Where(m => m.IsMixed).Select(m => m.Column!)
            .Concat(query.GroupConditions.Where(g => g.Measure.IsMixed).Select(g => g.Measure.Column!))
            .Concat(query.Dimensions.Select(d => d.Column).Where(c => c is { Type: ColumnType.Money, Currency: null }));
        var sources = money.Select(c => query.Dataset.Source.Columns[c.Name].CurrencySql).Distinct(StringComparer.Ordinal).ToList();
        return sources.Count > 1 || sources.Contains(null) ? new Fault("/measures", "currencies_apart") : null;
    }
}
