namespace Web.Language;

/// <summary>"put the two measures in one chart", "all three side by side", "three bars (north, east, west)": a number that counts what the sentence itself has named says nothing new.</summary>
internal static class Enumerated
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "measures", "measure", "figures", "numbers", "bars", "lines", "values", "averages", "means", "totals", "statistics", "stats", "metrics", "aggregates", "columns", "series", "amounts", "sides", "groups", "kinds" };
    private static readonly HashSet<string> Leads = new(StringComparer.Ordinal) { "all", "the", "these", "those", "both", "allthe", "allof" };

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || scene.IsJapanese(i) || scene.Number(i) is not { Percent: false, Value: >= 2 and <= 6 } said) continue;
            var noun = Nouns.Contains(scene.Raw(i + 1));
            if (!noun && !Leads.Contains(scene.Raw(i - 1)) || scene.Measure(i + 1) is not null) continue;
            if (draft.Measures.Count != said.Value && !draft.Filters.Exists(f => f.Value is string[] values && values.Length == said.Value)) continue;
            scene.Use(i, new Setting("/measures/0"));
            if (noun && !scene.Used(i + 1)) scene.Use(i + 1, new Setting("/measures/0"));
        }
    }
}
