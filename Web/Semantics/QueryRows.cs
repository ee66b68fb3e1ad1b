namespace Web.Semantics;

/// <summary>
/// What a statement gave: rows alone, without titles or language, and never changed afterwards, so that several readers may have the same.
/// </summary>
/// <param name="AsOf">When they began to be read.</param>
public sealed record QueryRows(IReadOnlyList<IReadOnlyList<object?>> Rows, bool Truncated, DateTimeOffset AsOf)
{
    /// <summary>What they weigh in a memory: a cell is one, a long text more.</summary>
    public long Weight => 1 + Rows.Sum(row => row.Sum(cell => 1L + (cell is string text ? text.Length / 32 : 0)));

    /// <summary>The result for one reader: titles and words in their language, and what the kind of chart adds to the figures.</summary>
    /// <param name="locale"><c>ja</c> or <c>en</c>, for the columns' titles.</param>
    /// <exception cref="NoFiguresException">The rows do not fit the chart.</exception>
    public ResultTable For(CheckedQuery query, string locale)
    {
        try
        {
            var derived = DerivedFigures.Of(query, ResultColumns.Of(query, locale), Rows, locale);
            return new ResultTable
            {
                Columns = derived.Columns,
                Rows = derived.Rows,
                Forecast = derived.Forecast,
                Anomalies = derived.Anomalies,
                TruncatedAt = Truncated ? Rows.Count : null,
                AsOf = AsOf,
                TimeZone = query.Calendar.Zone.Id,
            };
        }
        catch (OverflowException e)
        {
            throw new NoFiguresException("figures_out_of_range", e);
        }
    }
}
