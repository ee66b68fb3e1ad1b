using NpgsqlTypes;

namespace Web.Semantics;

/// <summary>
/// A statement and its parameters: constant text made of the contract's own identifiers, every value a parameter.
/// It also uses <c>@tenant</c> (uuid), which only the runner fills in.
/// </summary>
/// <param name="Cells">What the statement's columns are, in order; the result's columns are made of these.</param>
/// <param name="Cap">The most rows a result holds; the statement asks for one more, to see whether there are more.</param>
public sealed record SqlText(string Text, IReadOnlyList<SqlParameter> Parameters, IReadOnlyList<SqlCell> Cells, int Cap);

/// <param name="Name">Without the <c>@</c>.</param>
/// <param name="Value">A long, decimal, string, bool, DateOnly, UTC DateTime, or an array of long, decimal or string.</param>
public sealed record SqlParameter(string Name, object Value, NpgsqlDbType Type);

/// <summary>How the runner reads a column of the statement.</summary>
public enum SqlCell
{
    /// <summary>A value of a column of the result.</summary>
    Value,
    /// <summary>Four columns (number, from, to, whether the end belongs to it) that make one: <c>[from,to)</c>.</summary>
    Bin,
    /// <summary>Belongs to the value before it: true where that stands for all the others.</summary>
    Others,
    /// <summary>How many rows there were to draw a sample from, at most one more than the cap.</summary>
    Seen,
}
