namespace Web.Semantics;

/// <summary>
/// Many rows of a dataset belong to one of another: deals to an account. Whoever may use both may name the other's columns as
/// <c>relation.column</c>.
/// </summary>
public sealed record Relation
{
    public required string Name { get; init; }
    /// <summary>What the one is for the many, by language; the other dataset's title when not said.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
    /// <summary>The other dataset's key.</summary>
    public required string Dataset { get; init; }
    /// <summary>The column here whose value names one there.</summary>
    public required string Column { get; init; }
    /// <summary>The column there that it names; a value that two rows there have names none.</summary>
    public required string Key { get; init; }
}

/// <summary>Where a column of a related dataset comes from.</summary>
/// <param name="Titles">The relation's.</param>
/// <param name="Column">The column as the other dataset has it.</param>
/// <param name="Filtered">Whether the reader sees only some rows there.</param>
public sealed record RelatedColumn(string Relation, IReadOnlyDictionary<string, string> Titles, Column Column, bool Filtered);

/// <summary>Rows of another dataset of the same reader, one at most for each row here.</summary>
/// <param name="Own">The column here, by its name in the source.</param>
public sealed record RelatedRows(Dataset Dataset, string Own, string Key);
