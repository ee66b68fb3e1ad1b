namespace Web.Insights.Datasets.Csv;

/// <summary>Unique identifiers for a file's headers, in their order: <c>numOfSeats</c> → <c>num_of_seats</c>, 売上 → <c>sales</c>, else <c>column_3</c>.</summary>
internal static class ColumnNames
{
    private const int Longest = 63;

    public static IReadOnlyList<string> Of(IReadOnlyList<Header> headers)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[headers.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = headers[i].Name ?? $"column_{i + 1}";
            names[i] = name;
            for (var n = 2; !taken.Add(names[i]); n++)
            {
                var end = $"_{n}";
                names[i] = (name.Length + end.Length > Longest ? name[..(Longest - end.Length)] : name) + end;
            }
        }
        return names;
    }
}
