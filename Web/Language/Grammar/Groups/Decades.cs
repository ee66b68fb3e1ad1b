using Web.Semantics;

namespace Web.Language;

/// <summary>"average price by decade the house was built", "per decade": ten years of a column of years together; and "by year, in bins".</summary>
internal static class Decades
{
    private const int Reach = 5;

    public static bool Read(Scene scene, Draft draft, int by, DimensionRole? role)
    {
        var word = scene.Next(by);
        if (scene.IsJapanese(by) || scene.LastToken(word < 0 ? by : word).Raw is not ("decade" or "decades")) return false;
        var named = Enumerable.Range(word + 1, Math.Min(Reach, scene.Count - word - 1)).Where(k => YearsAt(scene, k) is not null).ToList();
        var years = named.Count > 0 ? YearsAt(scene, named[0]) : scene.Contract.Columns.Where(IsYears).ToList() is [var only] && (!scene.Lexicon.HasDates || IsSpokenOf(scene, only)) ? only : null;
        if (years is null) return false;
        var part = new GroupPart { Column = years, Bin = new Bin(Width: 10), Grouped = true, Role = role };
        draft.Groups.Add(part);
        draft.Chart ??= ChartType.Bar;
        scene.Use(by, part);
        scene.Use(word, part);
        if (named.Count == 0) return true;
        foreach (var k in Enumerable.Range(word + 1, named[0] - word).Where(k => !scene.Used(k) || scene.PartOf(k) is null)) scene.Use(k, part);
        return true;
    }

    /// <summary>"houses by construction year, in bins"</summary>
    public static void Cut(Scene scene, Draft draft)
    {
        if (draft.Groups.Find(g => g is { Bin: null, Grain: null } && IsYears(g.Column)) is not { } years) return;
        foreach (var i in Enumerable.Range(0, scene.Count).Where(i => !scene.Used(i) && scene.Raw(i) is "bins" or "bin" or "binned" or "buckets" or "inbins" or "inbuckets"))
        {
            years.Bin = Bin.Auto;
            scene.Use(i, years);
            return;
        }
    }

    /// <summary>"plantings per decade" of a year planted</summary>
    private static bool IsSpokenOf(Scene scene, Column years) => scene.Lexicon.StemsOf(years) is var stems && Enumerable.Range(0, scene.Count).Any(i => scene.TokensOf(i).Any(t => stems.Any(stem => t.Text.Length > 3 && (t.Text == stem || stem.StartsWith(t.Text, StringComparison.Ordinal) || t.Text.StartsWith(stem, StringComparison.Ordinal)))));

    private static Column? YearsAt(Scene scene, int k) => scene.Item(k).Meanings.OfType<FieldMeaning>().Select(f => f.Column).FirstOrDefault(IsYears);

    private static bool IsYears(Column column) => column is { Hidden: false, Related: null, Role: ColumnRole.Time, IsTemporal: false, IsNumeric: true };
}
