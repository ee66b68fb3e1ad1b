using Web.Semantics;

namespace Web.Language;

/// <summary>失業率, "unemployment rate" of a column "Unemployment %": what is kept in per cent is spoken of as a rate.</summary>
internal static class PercentNames
{
    private const double Least = 0.6, Less = 0.04;
    private static readonly HashSet<string> Rates = new(StringComparer.Ordinal) { "rate", "ratio", "percentage", "percent", "pct", "share", "proportion", "%" };
    private static readonly List<Token>[] English = [Tokens.Of("rate"), Tokens.Of("percentage")];
    private static readonly List<Token>[] Japanese = [Tokens.Of("率"), Tokens.Of("の割合"), Tokens.Of("割合"), Tokens.Of("比率")];

    public static IEnumerable<Form> Of(IReadOnlyCollection<Form> forms)
    {
        foreach (var form in forms.Where(form => form is { Own: true, Tokens.Count: 2 or 3 } && !form.Tokens[^1].IsJapanese))
        {
            // GDP成長率 of "GDP Growth %"
            foreach (var tail in Translation.Of([form.Tokens[^1]]).Where(tail => tail[^1].IsJapanese))
                yield return new Form(Tokens.Of(string.Join(' ', form.Tokens.Take(form.Tokens.Count - 1).Select(t => t.Raw)) + string.Concat(tail.Select(t => t.Raw)) + (IsRate(tail) ? "" : "率")), 0.85);
        }
        foreach (var change in Changes(forms)) yield return change;
        foreach (var form in forms.Where(form => form is { Weak: false, Quality: >= Least, Tokens.Count: > 0 } && !IsRate(form.Tokens)))
        {
            foreach (var rate in form.Tokens[^1].IsJapanese ? Japanese : English)
                yield return new Form(Tokens.Of(string.Join(form.Tokens[^1].IsJapanese ? "" : " ", form.Tokens.Concat(rate).Select(t => t.Raw))), form.Quality - Less);
        }
    }

    private static readonly string[] ChangeTails = ["増減率", "増加率", "成長率", "変化率", "伸び率"];

    /// <summary>"population change", "population growth" of 人口増減率.</summary>
    private static IEnumerable<Form> Changes(IReadOnlyCollection<Form> forms)
    {
        foreach (var name in forms.Where(form => form.Own).Select(form => string.Concat(form.Tokens.Select(t => t.Raw))).Distinct(StringComparer.Ordinal))
        {
            if (Array.Find(ChangeTails, tail => name.Length > tail.Length && name.EndsWith(tail, StringComparison.Ordinal)) is not { } tail) continue;
            foreach (var thing in Translation.Of(Tokens.Of(name[..^tail.Length])).Where(said => said[^1].Script == Script.Word).Select(said => string.Join(' ', said.Select(t => t.Raw))))
            {
                foreach (var said in new[] { $"{thing} change", $"{thing} growth", $"{thing} growth rate", $"change in {thing}", $"growth in {thing}" }) yield return new Form(Tokens.Of(said), 0.9);
            }
        }
    }

    private static readonly HashSet<string> Shares = [.. Tokens.Of("discount margin tax interest commission occupancy utilization utilisation attendance churn conversion").Select(t => t.Text)];

    /// <summary>A discount of 0.1 is a rate, though no unit says so.</summary>
    public static bool AreShares(Column column) => column is { Type: ColumnType.Number, Unit: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Mean } && Tokens.OfName(column.SourceName ?? column.Name) is [var word] && Shares.Contains(word.Text);

    private static bool IsRate(IReadOnlyList<Token> form) => Rates.Contains(form[^1].Raw) || form[^1].Raw is "率" or "比" || form is [.., { Raw: "割" }, { Raw: "合" }];
}
