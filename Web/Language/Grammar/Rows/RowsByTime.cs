using Web.Semantics;

namespace Web.Language;

/// <summary>"the latest order", "5 oldest tickets", 最年長の選手: rows by when they happened; people by when they were born.</summary>
internal static class RowsByTime
{
    private static readonly HashSet<string> OfAge = new(StringComparer.Ordinal) { "youngest", "oldest", "eldest", "一番若い", "最も若い", "最年少の", "最年長の" };

    public static bool Read(Scene scene, Draft draft, int i, SortOrder order, int usual)
    {
        var noun = scene.Next(i);
        var number = IsCount(scene, noun) ? noun : IsCount(scene, i - 1) ? i - 1 : -1;
        if (number == noun && number >= 0) noun = scene.Next(noun);
        while (scene.Value(noun) is not null) noun = scene.Next(noun);
        // 最新の受注5件
        if (number < 0 && scene.IsJapanese(noun) && scene[noun] is FieldMeaning { Own: true } or EntityMeaning { Quality: >= 0.8 } && IsCount(scene, noun + 1) && scene.Is(noun + 2, WordKind.Rows)) number = noun + 1;
        var named = scene.IsEntity(noun) || (scene.Field(noun) is { } column && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity));
        // 最近の申込を5件
        if (number < 0 && scene.IsJapanese(noun) && scene.Raw(noun + 1) is "を" && IsCount(scene, noun + 2) && scene.Is(noun + 3, WordKind.Rows) | scene.IsEntity(noun + 3)) number = noun + 2;
        // "the latest 15 deliveries by Ordered On"
        var by = named && scene.Is(noun + 1, WordKind.By) && scene.Raw(noun + 1) is "by" && scene.Field(noun + 2) is { IsTemporal: true, Role: ColumnRole.Time } && scene.Next(noun + 2) < 0 ? noun + 1 : -1;
        if (!named && !(OfAge.Contains(scene.Raw(i)) && scene.Value(scene.Next(i)) is not null)) return false;
        if (Enumerable.Range(0, scene.Count).Any(k => scene.Measure(k) is not null || k != by && scene.Is(k, WordKind.By, WordKind.ByAfter) || scene.Is(k, WordKind.Count, WordKind.Chart))) return false;
        if ((by >= 0 ? scene.Field(by + 1) : TimeOf(scene, draft, i)) is not { } time) return false;
        draft.List = draft.Dated = true;
        draft.Sort = new SortPart { Column = time, Order = order };
        draft.Limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : usual, Assumed = number < 0 };
        scene.Use(i, draft.Sort);
        if (number >= 0) scene.Use(number, draft.Limit);
        if (number > noun) scene.Use(number + 1, draft.Limit);
        if (by >= 0)
        {
            scene.Use(by, draft.Sort);
            scene.Use(by + 1, draft.Sort);
        }
        if (named) scene.Use(noun, new Setting("/dataset"));
        return true;
    }

    /// <summary>作業日の新しい順に20件: so many rows in the order of a day or year, where nothing is asked of them.</summary>
    public static void InOrder(Scene scene, Draft draft)
    {
        if (draft is not { Chart: null, List: false, Counts: false, Share: false, Trend: false, Transform: null, Compare: null, Limit: not null, Measures.Count: 0, Sort: { Dated: true } sort }) return;
        if (draft.Groups.Exists(g => g.Grouped || g.Grain is not null || g.Column.Role != ColumnRole.Time) || (draft.Groups.Select(g => g.Column).Append(sort.Column).OfType<Column>().FirstOrDefault() ?? PeriodRule.DefaultTime(scene.Contract, draft)) is not { Role: ColumnRole.Time } time) return;
        foreach (var group in draft.Groups) scene.Move(group, sort);
        draft.Groups.Clear();
        draft.List = true;
        (sort.Axis, sort.Column) = (null, time);
    }

    private static Column? TimeOf(Scene scene, Draft draft, int i)
    {
        var born = scene.Contract.Columns.FirstOrDefault(c => c is { Hidden: false, Related: null, Role: ColumnRole.Time } && IsBirth(c));
        if (OfAge.Contains(scene.Raw(i)) && born is not null) return born;
        return scene.Raw(i) is "youngest" or "eldest" or "一番若い" or "最も若い" or "最年少の" or "最年長の" ? null : PeriodRule.DefaultTime(scene.Contract, draft);
    }

    private static bool IsBirth(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Text is "birth" or "born" or "birthday" or "dob" or "birthdat")) || column.Titles.Values.Append(column.SourceName ?? column.Name).Any(n => n.Contains("生年", StringComparison.Ordinal) || n.Contains("誕生", StringComparison.Ordinal));

    private static bool IsCount(Scene scene, int i) => i >= 0 && scene.Number(i) is { Percent: false, Value: >= 1 and <= 1000 } n && n.Value == Math.Truncate(n.Value);
}
