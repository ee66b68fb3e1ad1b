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

    /// <summary>The phrase begins with a step of time that the column's own names do not know.</summary>
    public static bool LeadIn(IReadOnlyList<Token> form, Column column) =>
        form.Count > 1 && Steps.TryGetValue(form[0].Raw, out var known)
        && !ColumnForms.NamesOf(column).Any(name => name.Any(t => known.Contains(t.Raw) || known.Any(k => k.Length == 1 && t.Raw.Contains(k, StringComparison.Ordinal))))
        && !column.Synonyms.Any(synonym => Tokens.Of(synonym).Exists(t => known.Contains(t.Raw)));
}
