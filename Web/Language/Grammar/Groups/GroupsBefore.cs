using Web.Semantics;

namespace Web.Language;

/// <summary>What stands before the word that divides: 担当者別, 部署と役職ごと.</summary>
internal static class GroupsBefore
{
    public static void Read(Scene scene, Draft draft, int i, DimensionRole? role)
    {
        var k = scene.Next(i, -1);
        if (scene.Is(k, WordKind.ByAfter) && !scene.Used(k))
        {
            // ラインごとに分けて
            scene.Use(k);
            k = scene.Next(k, -1);
        }
        if (k < 0) return;
        if ((scene.IsUnknown(k) || scene.Is(k, WordKind.Distinct)) && Attributes.Contains(scene.Raw(k)) && scene.Raw(k - 1) is "の" && scene.Category(k - 2) is { Type: ColumnType.Text })
        {
            // メダルの色別: the kinds of the thing are the values of its column.
            scene.Use(k, new Setting("/dimensions/0"));
            k -= 2;
        }
        if (Halves.AreSeveral(scene, k))
        {
            draft.Gaps.Add(new Gap(GapKind.Group, k));
            return;
        }
        if (scene.Raw(i) is "について" && RowNouns.FollowCondition(scene, k))
        {
            scene.Use(i);
            return;
        }
        if (scene.Raw(i) is "について" && IsTopic(scene, draft, k))
        {
            scene.Use(i);
            scene.Use(k, new Setting("/dataset"));
            return;
        }
        if (scene.Measure(k) is { } second && scene.Measure(k - 1) is { } first && first != second && scene.Raw(k - 1) + scene.Raw(k) is "男女")
        {
            foreach (var (side, item) in new[] { (first, k - 1), (second, k) })
            {
                var part = new MeasurePart { Column = side };
                draft.Measures.Add(part);
                scene.Use(item, part);
            }
            scene.Use(i);
            return;
        }
        if (scene.Value(k) is not null && scene.PartOf(k) is FilterPart { Op: FilterOp.In or FilterOp.Equal, Column: { Type: ColumnType.Text } sides } told && Sides(scene, draft, k, i, sides, told, role)) return;
        if (!Grouping.Add(scene, draft, k, role, i))
        {
            if (scene.Measure(k) is { } measure && !scene.Used(k)) GroupsByNumber.Read(scene, draft, i, k, measure);
            else if (scene.Measure(k) is not null || scene.Value(k) is not null || scene.Period(k) is not null || scene.Used(k)) scene.Use(i);
            else if (scene.IsUnknown(k) && scene.Raw(i) is "について") TakeTopic(scene, k, i);
            else if (scene.IsUnknown(k)) draft.Gaps.Add(new Gap(GapKind.Group, k));
            return;
        }
        // 作品タイプ別: the type of what the rows are
        if (k > 0 && scene.IsJapanese(k - 1) && scene.FirstToken(k).Glued && !scene.Used(k - 1) && (scene.IsEntity(k - 1) || scene[k - 1] is FieldMeaning { Own: false, Column.Role: ColumnRole.Identity })) scene.Use(k - 1, scene.PartOf(k));
        // 部署と役職ごと, 地域×カテゴリ別: what is joined before belongs to it.
        var added = draft.Groups.Count;
        for (var join = scene.Next(k, -1); join >= 0 && scene.IsJoin(join); join = scene.Next(k, -1))
        {
            var before = scene.Next(join, -1);
            if (before < 0 || (scene.Raw(join) is "、" && (before != join - 1 || scene.IsEntity(before))) || scene.Measure(before) is not null || scene.Used(before) || !Grouping.IsPossible(scene, before) || !Grouping.Add(scene, draft, before, role, join)) break;
            k = before;
        }
        if (draft.Groups.Count > added) draft.Groups.Reverse(added - 1, draft.Groups.Count - added + 1);
    }

    private static readonly HashSet<string> Attributes = [.. "色 種類 種別 名前 名 名称 タイプ 分類 内容 中身 値 カテゴリ カテゴリー 呼び名".Split(' ').Select(noun => string.Concat(Tokens.Of(noun).Select(t => t.Raw)))];

    /// <summary>10000以上の取引について: behind a condition an unknown noun can only be the rows.</summary>
    private static void TakeTopic(Scene scene, int k, int about)
    {
        scene.Use(about);
        if (scene.Is(scene.Next(k, -1), WordKind.CompareAfter) || AssumedRows.AreActs(scene.Raw(k)) && RowNouns.FollowCondition(scene, k)) scene.Use(k, new Setting("/dataset"));
    }

    /// <summary>東日本の会員について, 100万円以上の月について、建物別に: what is spoken of, when something else divides.</summary>
    private static bool IsTopic(Scene scene, Draft draft, int k) =>
        scene.IsEntity(k) || (!scene.Used(k) && (draft.Groups.Exists(g => g.Grouped) || Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.ByAfter) && scene.Raw(i) is not "について")) && (scene.Category(k) is not null || scene.Is(k, WordKind.GrainNoun)));

    /// <summary>男女別, 合格・不合格別: values in a row before 別 divide by their column; all of them narrow nothing.</summary>
    private static bool Sides(Scene scene, Draft draft, int k, int by, Column column, FilterPart told, DimensionRole? role)
    {
        var first = k;
        while (first > 0 && (scene.Value(first - 1)?.Column == column || (scene.IsJoin(first - 1) && scene.Value(first - 2)?.Column == column))) first--;
        var values = Enumerable.Range(first, k - first + 1).Where(i => scene.Value(i) is not null).ToList();
        if (values.Count < 2) return false;
        var part = draft.Groups.Find(g => g.Column == column) ?? new GroupPart { Column = column, Grouped = true, Role = role };
        if (!draft.Groups.Contains(part)) draft.Groups.Add(part);
        scene.Use(by, part);
        if (column.Values is null || values.Select(i => scene.Value(i)!.Value).Distinct(StringComparer.Ordinal).Count() < column.Values.Count) return true;
        told.Joined = part;
        draft.Filters.Remove(told);
        return true;
    }
}
