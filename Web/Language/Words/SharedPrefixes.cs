using Web.Semantics;

namespace Web.Language;

/// <summary>Letters that several headers begin with although they say nothing: <c>pl_radius</c>, <c>pl_mass</c>. People leave them out.</summary>
internal static class SharedPrefixes
{
    private const int Longest = 3;
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "is", "has", "was", "no", "num", "n", "max", "min", "avg", "sum", "tot", "pct", "cnt", "day", "net", "new", "old", "age", "tax", "end", "due", "q" };

    public static IReadOnlyDictionary<Column, Column> Without(IReadOnlyList<Column> columns)
    {
        var begun = new Dictionary<string, List<(Column Column, string Core)>>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var name = (column.SourceName ?? column.Name).ToLowerInvariant();
            var at = name.IndexOf('_', StringComparison.Ordinal);
            if (at is <= 0 or > Longest || at + 2 >= name.Length || Words.Contains(name[..at]) || Typos.IsRight(name[..at]) || !name[..at].All(char.IsAsciiLetter)) continue;
            if (!begun.TryGetValue(name[..at], out var same)) begun[name[..at]] = same = [];
            same.Add((column, name[(at + 1)..]));
        }
        var found = new Dictionary<Column, Column>(ReferenceEqualityComparer.Instance);
        var rests = begun.Values.SelectMany(same => same).GroupBy(one => one.Core, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (column, rest) in begun.Values.Where(same => same.Count > 1).SelectMany(same => same))
        {
            if (!rests.Contains(rest)) found[column] = column with { Name = rest, SourceName = null, Titles = new Dictionary<string, string>(), Synonyms = [] };
        }
        return found;
    }
}
