using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Web.Demo.PublicData;

/// <summary>Public data as the npm package vega-datasets brings it, as CSV; JSON is converted once.</summary>
internal static class SampleFile
{
    private static readonly ConcurrentDictionary<string, byte[]?> Known = new();

    /// <summary>Null where the package is not installed, as in an installation of one's own.</summary>
    public static byte[]? Read(string name, string searchFrom) => Known.GetOrAdd(name, _ =>
    {
        for (var folder = new DirectoryInfo(searchFrom); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "node_modules", "vega-datasets", "data", name);
            if (File.Exists(file)) return name.EndsWith(".json", StringComparison.Ordinal) ? Csv(File.ReadAllBytes(file)) : File.ReadAllBytes(file);
        }
        return null;
    });

    /// <summary>A list of flat objects as rows, with a column for each member in the order in which they first appear.</summary>
    internal static byte[] Csv(byte[] json)
    {
        using var rows = JsonDocument.Parse(json);
        List<string> columns = [];
        foreach (var row in rows.RootElement.EnumerateArray())
            columns.AddRange(row.EnumerateObject().Select(member => member.Name).Where(name => !columns.Contains(name)));
        var text = new StringBuilder().AppendJoin(',', columns.Select(Quoted)).Append('\n');
        foreach (var row in rows.RootElement.EnumerateArray())
            text.AppendJoin(',', columns.Select(column => row.TryGetProperty(column, out var cell) ? Quoted(Text(cell)) : "")).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => cell.GetString()!,
        _ => cell.GetRawText(),
    };

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
