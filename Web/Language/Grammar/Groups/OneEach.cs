using Web.Semantics;

namespace Web.Language;

/// <summary>Divisions in which every number would be one: kinds counted within themselves, rows counted by what tells them apart.</summary>
internal static class OneEach
{
    public static void Drop(Scene scene, Draft draft)
    {
        if (draft.Chart == ChartType.Scatter && draft.Groups is [{ Grouped: false, Role: null } point] && IsPoint(scene, draft, point)) draft.Groups.Clear();
        DivideByKinds(scene, draft);
        foreach (var counted in draft.Measures.Where(m => m is { Aggregate: Aggregates.CountDistinct, Column: not null }).ToList())
        {
            if (draft.Groups.Find(g => g.Column == counted.Column && g.Bin is null) is not { } kinds) continue;
            // "what are the different nationalities? show the number of pilots of each": the kinds, and how many of each there are
            if (draft.Measures.Count == 1) (counted.Column, counted.Aggregate) = (null, Aggregates.Count);
            else if (draft.Measures.Remove(counted)) scene.Move(counted, kinds);
        }
        DropNumbers(scene, draft);
        if (draft.Groups.Count < 2 || !draft.Counts || draft.Relation || draft.Limit is not null || draft.List && draft.Chart is null || draft.Chart == ChartType.Table || !draft.Measures.TrueForAll(m => m.Column is null)) return;
        foreach (var each in draft.Groups.Where(g => !g.Grouped && g.Role is null && Names(scene, g.Column)).ToList())
        {
            // "the name and the number of stations for all the cities": a name of every station would stand for one
            if (draft.Groups.Count == 1) return;
            draft.Groups.Remove(each);
            scene.Move(each, new Setting("/dataset"));
        }
    }

    /// <summary>機密文書だけの散布図, Coastの観測所だけで: each of the rows is a point, and none of them a colour.</summary>
    private static bool IsPoint(Scene scene, Draft draft, GroupPart named) =>
        draft.Measures.TrueForAll(m => m.Aggregate is null) && (named.Column == scene.Lexicon.Identity
            || named.Column.Type == ColumnType.Text && Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Any(k => scene.IsJapanese(k) && ReferenceEquals(scene.PartOf(k), named) && RowNouns.FollowCondition(scene, k) && (scene.Raw(k + 1) is "だけ" or "だけで" or "のみ" or "に" or "の" or "で" || scene.Raw(k + 1).StartsWith("に限", StringComparison.Ordinal))));

    /// <summary>"what are the different flags, and how many ships have each", "the number of distinct states in a bar chart": the kinds are the bars.</summary>
    private static void DivideByKinds(Scene scene, Draft draft)
    {
        if (draft.Groups.Count > 0 || draft.Limit is not null || draft.Measures.Find(m => m is { Aggregate: Aggregates.CountDistinct, Column: { Type: ColumnType.Text, Role: ColumnRole.Dimension } }) is not { Column: { } kinds }) return;
        var ofEach = draft.Measures.Count == 2 && draft.Measures.Exists(m => m.Column is null) && Enumerable.Range(0, scene.Count).Any(i => scene.TokensOf(i).Any(t => t.Raw is "each" or "それぞれ"));
        var drawn = draft.Measures.Count == 1 && draft.Chart is ChartType.Bar or ChartType.Column or ChartType.Pie or ChartType.Donut;
        if (ofEach || drawn) draft.Groups.Add(new GroupPart { Column = kinds, Assumed = true });
    }

    /// <summary>"the name and assets of each company": beside its name the number of a row divides nothing further, unless it was asked for itself.</summary>
    private static void DropNumbers(Scene scene, Draft draft)
    {
        if (!draft.Counts && !draft.Measures.Exists(m => m.Column is not null)) return;
        foreach (var number in draft.Groups.Where(g => RowNames.IsKey(g.Column) || RowNames.IsNumber(g.Column) || g.Column.Role == ColumnRole.Identity || g.Column == scene.Lexicon.Identity).ToList())
        {
            var spoken = Enumerable.Range(0, scene.Count).Where(i => ReferenceEquals(scene.PartOf(i), number)).ToList();
            if (spoken.Exists(i => scene[i] is FieldMeaning { Own: true } or FieldMeaning { Quality: >= 0.955 })) continue;
            if (!spoken.Exists(i => IsOfOthers(scene, draft, number, i)) && !AreMeant(scene, draft, number, spoken) && !draft.Groups.Exists(g => g != number && (g.Column == scene.Lexicon.Identity || RowNames.IsSameThing(g.Column, number.Column)))) continue;
            draft.Groups.Remove(number);
            scene.Move(number, new Setting("/dataset"));
        }
    }

    /// <summary>"the statuses and average populations of each city": of one city there is no average.</summary>
    private static bool AreMeant(Scene scene, Draft draft, GroupPart rows, List<int> spoken) =>
        draft.Limit is null && spoken.Exists(i => scene.Item(i).Meanings.Any(m => m is EntityMeaning { Quality: >= 0.95 })) && draft.Groups.Exists(g => g != rows && g is { Grouped: false, Column.Type: ColumnType.Text } && g.Column != scene.Lexicon.Identity)
        && draft.Measures.Count > 0 && draft.Measures.TrueForAll(m => m is { Column: not null, Aggregate: Aggregates.Mean });

    /// <summary>"by movie genre", "each year across all movies": of what or of how many the division is.</summary>
    private static bool IsOfOthers(Scene scene, Draft draft, GroupPart rows, int i) =>
        draft.Limit is null && draft.Groups.Count > 1 && !scene.IsJapanese(i) && (scene.PartOf(i + 1) is GroupPart of && of != rows || scene.Is(i - 1, WordKind.All) || scene.Raw(i - 1).EndsWith("all", StringComparison.Ordinal));

    /// <summary>No two rows are called alike.</summary>
    private static bool Names(Scene scene, Column column) => column.Role == ColumnRole.Identity || scene.Lexicon.IsPerRow && column == scene.Lexicon.Identity;
}
