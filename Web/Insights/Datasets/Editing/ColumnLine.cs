using Web.Semantics;

namespace Web.Insights.Datasets.Editing;

/// <summary>One column in the table where people say what it means.</summary>
/// <param name="Index">Its place in the file, from 0; the names of its fields begin with it.</param>
/// <param name="Source">The header as the file has it.</param>
/// <param name="Example">A cell as it is written, or a value.</param>
/// <param name="Filled">The share of rows with a value, from 0 to 1, where it is known.</param>
/// <param name="Faults">How many of the rows that cannot be read are due to it.</param>
/// <param name="Assumption">A word about what the file left open.</param>
public sealed record ColumnLine(int Index, string Source, Column Column, string Title, string? Example, double? Filled, int Faults = 0, string? Assumption = null)
{
    public string Field(string part) => FormattableString.Invariant($"c{Index}.{part}");

    public string Synonyms => string.Join(", ", Column.Synonyms);

    /// <summary>What people might write above it instead of the header.</summary>
    public IReadOnlyList<string> Suggestions => [.. Csv.NaturalTitle.Of(new Csv.Header(Source)).Values.Where(title => title != Title).Distinct()];
}

/// <summary>The table of columns: on the way in, where types may still change, and later, where they stand.</summary>
public sealed record ColumnTable(IReadOnlyList<ColumnLine> Lines, bool TypesMayChange, bool MayEdit)
{
    /// <summary>What was typed and not saved.</summary>
    public TypedForm Typed { get; init; } = TypedForm.Fresh;

    /// <summary>What a column may be added up by, as people choose it.</summary>
    public static IReadOnlyList<string> Aggregates { get; } =
        [Semantics.Aggregates.Sum, Semantics.Aggregates.Mean, Semantics.Aggregates.Median, Semantics.Aggregates.Min, Semantics.Aggregates.Max, Semantics.Aggregates.CountDistinct];
}
