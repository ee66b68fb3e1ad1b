namespace Web.Semantics.Expressions;

/// <summary>A part of a definition with its columns resolved and its values typed.</summary>
internal abstract record CheckedNode
{
    public sealed record Number(decimal Value) : CheckedNode;

    public sealed record Negation(CheckedNode Of) : CheckedNode;

    public sealed record Operation(char Sign, CheckedNode Left, CheckedNode Right) : CheckedNode;

    /// <param name="Column">Null: rows are counted.</param>
    public sealed record Aggregate(string Name, Column? Column, IReadOnlyList<Condition> Where) : CheckedNode;
}
