using System.Collections.Immutable;
using System.Text;

namespace Web.Semantics.Sql;

/// <summary>A select statement as a value; text comes last.</summary>
internal sealed record Select
{
    /// <summary>Statements with a name that this one, and later ones of them, may read.</summary>
    public ImmutableArray<Named> With { get; init; } = [];
    public required ImmutableArray<Term> Terms { get; init; }
    public required string From { get; init; }
    public ImmutableArray<string> Joins { get; init; } = [];
    /// <summary>Conditions that must all hold.</summary>
    public ImmutableArray<string> Where { get; init; } = [];
    /// <summary>Group by so many of the first terms.</summary>
    public int GroupBy { get; init; }
    public ImmutableArray<string> Having { get; init; } = [];
    public ImmutableArray<string> OrderBy { get; init; } = [];
    public string? Limit { get; init; }
    /// <summary>Rows of another statement, each different row once.</summary>
    public Select? Union { get; init; }

    public string Write()
    {
        var text = new StringBuilder();
        for (var i = 0; i < With.Length; i++)
        {
            text.Append(i == 0 ? "with " : ",\n").Append(With[i].Name).Append(" as (\n");
            With[i].Body.WriteBody(text, "  ");
            text.Append(')');
        }
        if (With.Length > 0) text.Append('\n');
        WriteBody(text, "");
        return text.ToString();
    }

    private void WriteBody(StringBuilder text, string indent)
    {
        Lines(text, indent, "select", ",", Terms.Select(t => t.NamesItself ? t.Sql : $"{t.Sql} as {t.Alias}"));
        Line(text, indent, $"from {From}");
        foreach (var join in Joins) Line(text, indent, join);
        for (var i = 0; i < Where.Length; i++) Line(text, indent, i == 0 ? $"where {Where[i]}" : $"  and {Where[i]}");
        if (GroupBy > 0) Line(text, indent, $"group by {string.Join(", ", Enumerable.Range(1, GroupBy))}");
        for (var i = 0; i < Having.Length; i++) Line(text, indent, i == 0 ? $"having {Having[i]}" : $"  and {Having[i]}");
        if (Union is not null)
        {
            Line(text, indent, "union");
            Union.WriteBody(text, indent);
        }
        if (!OrderBy.IsEmpty) Line(text, indent, $"order by {string.Join(", ", OrderBy)}");
        if (Limit is not null) Line(text, indent, $"limit {Limit}");
    }

    private static void Lines(StringBuilder text, string indent, string head, string separator, IEnumerable<string> items)
    {
        Line(text, indent, head);
        text.Append(indent).Append("  ").AppendJoin($"{separator}\n{indent}  ", items).Append('\n');
    }

    private static void Line(StringBuilder text, string indent, string line) => text.Append(indent).Append(line).Append('\n');
}

internal sealed record Named(string Name, Select Body);

internal sealed record Term(string Sql, string Alias)
{
    public bool NamesItself => Sql == Alias || (Sql.EndsWith("." + Alias, StringComparison.Ordinal) && Sql.All(c => char.IsLetterOrDigit(c) || c is '.' or '_'));
}
