using Web.Semantics;

namespace Web.Language;

/// <summary>What speaks for a column, or for one of its values.</summary>
internal static class NameTraits
{
    public static IReadOnlyList<Trait> OfColumn(OpenWord word, Closeness one)
    {
        var kind = KindOf(one.Column);
        List<Closeness> kin = [.. word.Columns.Where(c => KindOf(c.Column) == kind)];
        var traits = new List<Trait> { new(kind), new($"{kind} {word.Place}") };
        AddCloseness(traits, "column", one, kin, word.Columns);
        if (IsMentioned(word, one.Column)) traits.Add(new("column mentioned"));
        if (kin.Count == 1) traits.Add(new($"only {kind}"));
        if (one.Column.Name == word.Scene.Contract.DefaultMeasure) traits.Add(new("default measure"));
        if (kind == "measure" && ReferenceEquals(kin[0], one)) traits.Add(new("first measure"));
        return traits;
    }

    public static IReadOnlyList<Trait> OfValue(OpenWord word, Closeness one)
    {
        var traits = new List<Trait> { new("value"), new($"value {word.Place}") };
        AddCloseness(traits, "value", one, [.. word.Values.Where(v => v.Column == one.Column)], word.Values);
        if (IsMentioned(word, one.Column)) traits.Add(new("value mentioned"));
        return traits;
    }

    private static void AddCloseness(List<Trait> traits, string of, Closeness one, IReadOnlyList<Closeness> kin, IReadOnlyList<Closeness> all)
    {
        traits.AddRange([new($"{of} near", one.Near), new($"{of} very near", Math.Pow(one.Near, 3)), new($"{of} near in whole", one.Whole), new($"{of} like", one.Like), new($"{of} letters", one.Letters)]);
        var (ahead, aheadOfKin) = (one.Sum - Next(all), one.Sum - Next(kin));
        traits.AddRange([new($"{of} ahead", Math.Clamp(ahead, -1, 1)), new($"{of} ahead of its kin", Math.Clamp(aheadOfKin, -1, 1))]);
        if (ahead > 0) traits.Add(new($"{of} nearest"));
        if (aheadOfKin > 0) traits.Add(new($"{of} nearest of its kin"));

        double Next(IReadOnlyList<Closeness> among) => among.Where(other => !ReferenceEquals(other, one)).Select(other => other.Sum).DefaultIfEmpty(0).Max();
    }

    private static bool IsMentioned(OpenWord word, Column column) =>
        Enumerable.Range(0, word.Scene.Count).Any(k => k != word.Item && (word.Scene.AnyField(k) == column || word.Scene.Value(k)?.Column == column));

    private static string KindOf(Column column) =>
        column.Type == ColumnType.Boolean ? "flag" : column.Role switch { ColumnRole.Measure => "measure", ColumnRole.Time => "time", ColumnRole.Identity => "identity", _ => "division" };
}
