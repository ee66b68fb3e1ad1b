using Web.Semantics;

namespace Web.Language;

/// <summary>"daily passengers" are passengers by day; only where the column itself is told by the day is the step a part of its name.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, string[]> Steps = new(StringComparer.Ordinal)
    {
        ["hourly"] = ["hour", "hourly", "時"],
        ["daily"] = ["day", "daily", "日"],
        ["weekly"] = ["week", "weekly", "週"],
        ["monthly"] = ["month", "monthly", "月"],
        ["quarterly"] = ["quarter", "quarterly", "期"],
        ["annual"] = ["year", "annual", "yearly", "年"],
        ["yearly"] = ["year", "annual", "yearly", "年"],
    };

    /// <summary>What is left of the meanings when the step that a phrase begins with is no part of a column's names.</summary>
    public static List<Meaning> Apart(IReadOnlyList<Token> tokens, int from, int end, List<Meaning> meanings) =>
        end - from < 2 || !Steps.ContainsKey(tokens[from].Raw) ? meanings : [.. meanings.Where(m => m is not FieldMeaning { Own: false } field || BelongTo([tokens[from], tokens[end - 1]], field.Column))];

    /// <summary>The step is a part of the column's own name.</summary>
    public static bool BelongTo(IReadOnlyList<Token> form, Column column) =>
        form.Count > 1 && Steps.TryGetValue(form[0].Raw, out var known) && (ColumnForms.NamesOf(column).Any(name => name.Any(t => known.Contains(t.Raw) || known.Any(k => k.Length == 1 && t.Raw.Contains(k, StringComparison.Ordinal))))
        || column.Synonyms.Any(synonym => Tokens.Of(synonym).Exists(t => known.Contains(t.Raw))));
}
