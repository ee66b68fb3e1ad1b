using Web.Semantics;

namespace Web.Language;

/// <summary>2位の地域, "third-ranked city", "no. 1 branch", "second-biggest": who holds a place, shown with those before.</summary>
internal static class Standings
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
    };

    private static readonly HashSet<string> Highest = new(StringComparer.Ordinal) { "highest", "largest", "biggest", "best", "most", "greatest", "longest", "busiest", "strongest", "lowest", "smallest", "fewest", "least", "worst", "shortest", "cheapest", "weakest" };

    public static void Apply(Scene scene, Draft draft)
    {
        if (draft.Limit is not null || HasRanks(scene.Contract)) return;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || At(scene, i) is not ( > 0 and var place, var words, var order)) continue;
            draft.Limit = new LimitPart { Count = place, Assumed = place > 1 };
            draft.Sort ??= new SortPart { Axis = "y" };
            draft.Sort.Order = order;
            foreach (var word in words) scene.Use(word, draft.Limit);
            return;
        }
    }

    private static (int Place, int[] Words, SortOrder Order) At(Scene scene, int i)
    {
        if (scene.Number(i) is { Percent: false, IsMoney: false, Value: >= 1 and <= 50 } number && number.Value == Math.Truncate(number.Value))
        {
            if (scene.Raw(i + 1) is "位" && scene.Raw(i + 2) is not ("まで" or "までの" or "以内" or "以内の" or "以上" or "以下" or "から" or "と" or "、" or "~")) return ((int)number.Value, [i, i + 1], SortOrder.Desc);
            if (scene.Raw(i - 1) is "." && scene.Raw(i - 2) is "no" or "nr" && number.Value <= 10 && (i < 3 || scene.IsSmall(i - 3) || scene.IsMark(i - 3) || scene.Is(i - 3, WordKind.Which))) return ((int)number.Value, [i - 2, i - 1, i], SortOrder.Desc);
            if (scene.Raw(i - 1) is "#" or "no" or "number" && !scene.IsJapanese(i - 1) && scene.Raw(i - 2) is "the" or "our" or "" or "whats" or "whatsthe" or "is") return ((int)number.Value, [i - 1, i], SortOrder.Desc);
        }
        if (!Ordinals.TryGetValue(scene.FirstToken(i).Raw, out var nth) || scene.IsJapanese(i)) return default;
        var next = scene.Raw(i + 1) is "-" ? i + 2 : i + 1;
        int[] said = [.. Enumerable.Range(i, next - i + 1)];
        if (Highest.Contains(scene.Raw(next)) && next > i + 1) return (nth, said, scene.Raw(next) is "lowest" or "smallest" or "fewest" or "least" or "shortest" or "cheapest" or "weakest" or "worst" ? SortOrder.Asc : SortOrder.Desc);
        if (scene.Raw(next) is "ranked" or "ranking" or "placed" or "place") return (nth, said, SortOrder.Desc);
        return scene.Raw(i - 1) is "ranked" or "ranks" or "ranking" or "comes" or "came" ? (nth, [i - 1, i], SortOrder.Desc) : default;
    }

    /// <summary>順位 is a column of its own.</summary>
    private static bool HasRanks(DatasetContract contract) =>
        contract.Columns.Any(c => c is { Hidden: false, IsNumeric: true } && (ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Text is "rank" or "place" or "position" or "placing" or "finish")) || c.Titles.Values.Append(c.SourceName ?? c.Name).Any(n => n.Contains("順位", StringComparison.Ordinal) || n.Contains("着順", StringComparison.Ordinal) || n.Contains("番付", StringComparison.Ordinal))));
}
