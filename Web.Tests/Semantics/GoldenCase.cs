using System.Runtime.CompilerServices;
using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>A query, the file that holds its SQL, and its rows worked out another way.</summary>
public sealed record GoldenCase(string Name, string Query, Func<IEnumerable<object?[]>> Rows)
{
    /// <summary>A query of sales: the rest of the JSON after chart type and dataset.</summary>
    public static GoldenCase Of(string name, string chart, string rest, Func<IEnumerable<object?[]>> rows) =>
        new(name, $$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""", rows);

    public string File => Path.Combine(Folder(), Name + ".sql");

    /// <summary>The statement and, as comments, its parameters and cells: all that the runner gets.</summary>
    public static string Write(SqlText sql)
    {
        var parameters = sql.Parameters.Select(p => $"-- @{p.Name} {p.Type}: {Text(p.Value)}\n");
        return sql.Text + string.Concat(parameters);
    }

    public override string ToString() => Name;

    private static string Text(object value) => value is Array many ? $"[{string.Join(", ", many.Cast<object>().Select(Text))}]" : value switch
    {
        decimal or long or bool => FormattableString.Invariant($"{value}"),
        DateOnly or DateTime => ResultCell.Text(value),
        _ => $"\"{value}\"",
    };

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Golden");
}
