using Web.Semantics;

namespace Web.Language;

/// <summary>"third class", 3等, 1級: the number of a class, where one column keeps classes by their numbers.</summary>
internal static class ClassNumbers
{
    private static readonly Dictionary<string, decimal> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["1st"] = 1, ["2nd"] = 2, ["3rd"] = 3, ["4th"] = 4, ["5th"] = 5,
    };

    private static readonly HashSet<string> Names = [.. Tokens.Of("class pclass grade rank tier").Select(t => t.Text)];

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i + 1 < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Used(i + 1)) continue;
            if (scene.Number(i) is { Percent: false } number && scene.IsJapanese(i + 1) && scene.FirstToken(i + 1).Glued && scene.Raw(i + 1) is "等" or "級" or "等級" or "等の" or "等客" && Only(scene) is { } classes) Add(scene, draft, classes, number.Value, i);
            else if (scene.Number(i) is { Percent: false, Value: < 10 } year && (scene.Raw(i + 1) is "年生" or "年次" or "年生の" || scene.Raw(i + 1) is "年" && scene.Raw(i + 3) is "組") && YearOfStudy(scene) is { } years) Add(scene, draft, years, year.Value, i);
            else if (Ordinals.TryGetValue(scene.Raw(i), out var nthYear) && scene.Raw(scene.Raw(i + 1) is "-" ? i + 2 : i + 1) is "year" or "years" && YearOfStudy(scene) is { } study)
            {
                Add(scene, draft, study, nthYear, i);
            }
            else if (Ordinals.TryGetValue(scene.Raw(i), out var grader) && scene.LastToken(i + 1).Raw is "grader" or "graders" && YearOfStudy(scene) is { } attended) Add(scene, draft, attended, grader, i);
            else if (Ordinals.TryGetValue(scene.Raw(i), out var nth) && Only(scene) is { } column && scene.LastToken(i + 1).Text is "class" or "grade" or "tier" && scene.Item(i + 1).Meanings.OfType<FieldMeaning>().Any(f => f.Column == column)) Add(scene, draft, column, nth, i);
        }
    }

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "から", "~", "〜", "-", "と", "や", "、", "・", "and", "or", "to", "through", "&", "/", "," };

    /// <summary>Of "first or second class" and 3年生以上 one number would be the wrong half.</summary>
    private static bool IsAlone(Scene scene, int first, int last) =>
        !scene.Is(last + 1, WordKind.CompareAfter, WordKind.NotAfter) && !scene.Is(scene.Next(last), WordKind.CompareAfter, WordKind.NotAfter) && !(Lists.Contains(scene.Raw(last + 1)) && IsNumber(scene, scene.Next(last + 1)))
        && !(Lists.Contains(scene.Raw(first - 1)) && Enumerable.Range(Math.Max(0, first - 4), Math.Min(4, first)).Any(k => IsNumber(scene, k))) && !scene.Is(scene.Next(first, -1), WordKind.Not, WordKind.Compare) && !scene.Is(scene.Next(first, -1), WordKind.Between);

    private static bool IsNumber(Scene scene, int i) => scene.Number(i) is not null || Ordinals.ContainsKey(scene.Raw(i));

    private static void Add(Scene scene, Draft draft, Column column, decimal number, int i)
    {
        var last = scene.Raw(i + 1) is "-" ? i + 2 : i + 1;
        if (!IsAlone(scene, i, last)) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Equal, Value = number };
        draft.Filters.Add(part);
        for (var k = i; k <= last; k++) scene.Use(k, part);
    }

    private static Column? YearOfStudy(Scene scene) =>
        scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Integer } && ((c.SourceName ?? c.Name).Contains("学年", StringComparison.Ordinal) || ColumnForms.NamesOf(c).Any(name => name is [{ Text: "grade" }] or [{ Raw: "school" or "study" or "student" or "class" }, { Raw: "year" }] or [{ Raw: "year" }, { Raw: "of" }, { Raw: "study" }]))).ToList() is [var only] ? only : null;

    private static Column? Only(Scene scene) =>
        scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Integer } && ColumnForms.NamesOf(c).Any(name => name.Count > 0 && (Names.Contains(name[^1].Text) || name[^1].Raw is "等" or "級"))).ToList() is [var only] ? only : null;
}
