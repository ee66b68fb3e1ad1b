using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>One line or one row of bars: a measure of one series, a figure for each x.</summary>
internal sealed record Strand(string Name, int Column, string? Role, string? Currency, string? Unit, object?[] Figures)
{
    /// <summary>Figures of unlike kinds need axes of their own: yen and dollars, money and counts, percent and the rest.</summary>
    public (string?, string?) Kind => (Currency, Unit);
}

/// <summary>Rows turned into strands along the x values, both in the order in which the result has them.</summary>
internal sealed class Strands
{
    private Strands(IReadOnlyList<object?> x, IReadOnlyList<Strand> all) => (X, All) = (x, all);

    private const int MostColours = 8;

    public IReadOnlyList<object?> X { get; }
    public IReadOnlyList<Strand> All { get; }

    public static Strands Of(Picture picture)
    {
        var rows = picture.Result.Rows;
        // Raw rows stand side by side even where two have the same x.
        var places = picture.Query.Raw ? null : new Dictionary<object, int>();
        var x = new List<object?>();
        var at = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var value = picture.Query.X is null ? null : rows[i][0];
            var key = value ?? typeof(DBNull);
            if (places is null || places.TryAdd(key, x.Count)) x.Add(value);
            at[i] = places is null ? i : places[key];
        }
        var all = new Dictionary<(string Split, int Column), Strand>();
        for (var i = 0; i < rows.Count; i++)
        {
            var split = string.Join('\u001f', picture.SplitColumns.Select(c => rows[i][c] is null ? "\0" : ResultCell.Text(rows[i][c])));
            foreach (var column in Columns(picture))
            {
                if (!all.TryGetValue((split, column), out var strand)) all.Add((split, column), strand = Make(picture, rows[i], column, x.Count));
                strand.Figures[at[i]] = rows[i][column];
            }
        }
        return new Strands(x, [.. all.Values.OrderBy(s => s.Role == "others")]);
    }

    /// <summary>The seven greatest and all others as one, where figures add up and there are more strands than colours.</summary>
    public Strands Folded(Picture picture)
    {
        if (All.Count <= MostColours || !picture.Adds || All.Select(s => s.Kind).Distinct().Count() > 1) return this;
        static decimal Total(Strand strand) => strand.Figures.Sum(f => ResultCell.Number(f) ?? 0);
        var kept = All.Where(s => s.Role is null).OrderByDescending(Total).Take(MostColours - 1).ToHashSet();
        var rest = All.Where(s => !kept.Contains(s)).ToList();
        object?[] figures = [.. Enumerable.Range(0, X.Count).Select(i => rest.Exists(s => s.Figures[i] is not null) ? (object?)rest.Sum(s => ResultCell.Number(s.Figures[i]) ?? 0) : null)];
        var others = rest[0] with { Name = ChartsTexts.Get("others", picture.Locale), Role = "others", Figures = figures };
        return new Strands(X, [.. All.Where(kept.Contains), others]);
    }

    private static IEnumerable<int> Columns(Picture picture)
    {
        for (var m = 0; m < picture.Measures; m++)
        {
            yield return picture.FirstMeasure + m;
            if (picture.PreviousOf(m) is { } previous) yield return previous;
        }
    }

    private static Strand Make(Picture picture, IReadOnlyList<object?> row, int column, int length)
    {
        var of = picture.Column(column);
        var split = string.Join(" · ", picture.SplitColumns.Select(c => picture.Label(c, row[c])));
        var compared = column >= picture.FirstMeasure + picture.Measures;
        var name = split.Length == 0 ? of.Title : picture.Measures == 1 && !compared ? split : $"{split} · {of.Title}";
        var others = picture.SplitColumns.Any(c => row[c] is ResultTable.Others);
        var currency = of.Type == "money" && of.Currency is null && picture.CurrencyColumn is { } c ? row[c] as string : of.Currency;
        return new Strand(name, column, compared ? "compared" : others ? "others" : null, currency, of.Unit, new object?[length]);
    }
}
