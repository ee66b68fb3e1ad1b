using Web.Semantics;

namespace Web.Language;

/// <summary>"a bar chart of Tokyo and Osaka", "per year for action, horror and drama": the values that are listed are what is compared, unless they are added up.</summary>
internal static class SeveralValues
{
    public static void Apply(Scene scene, Draft draft)
    {
        if (draft.Contrast && draft.Groups.Count == 1 && draft.Filters.Find(f => f.Op == FilterOp.In && f.Grain is null && f.Column?.Type == ColumnType.Text) is { Column: { } set } && draft.Groups[0].Column != set)
        {
            draft.Groups.Add(new GroupPart { Column = set, Role = DimensionRole.Series, Assumed = true });
            return;
        }
        // "over time for Rome and Oslo" and "monthly sales of Rome and Oslo" follow each; "by month for Rome and Oslo" takes them together.
        var keeps = Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Only));
        if (!keeps && (draft.Trend || draft.Stack == Stack.None || (draft.Groups is [{ Grain: null or < Grain.HourOfDay }] && draft.Filters.Exists(f => f.Apart))) && draft is { Groups: [{ Column.Role: ColumnRole.Time }], Transform: null, Share: false, Compare: null } && draft.Chart is null or ChartType.Line or ChartType.Bar or ChartType.Column or ChartType.Area
            && draft.Filters.Find(f => f is { Op: FilterOp.In, Grain: null, Column.Type: ColumnType.Text, Listed: true }) is { Column: { } side })
        {
            draft.Groups.Add(new GroupPart { Column = side, Role = DimensionRole.Series, Assumed = true });
            return;
        }
        // "per year for action, horror and drama": of so many each has a line of its own.
        if (!keeps && !AreTogether(scene) && draft is { Groups: [{ Column.Role: ColumnRole.Time, Grain: null or < Grain.HourOfDay }], Transform: null, Share: false, Compare: null, Limit: null, Measures.Count: <= 1 } && draft.Chart is null or ChartType.Line
            && draft.Filters.Find(f => f is { Op: FilterOp.In, Grain: null, Column.Type: ColumnType.Text, Listed: true, Value: string[] { Length: >= 3 } }) is { Column: { } several })
        {
            draft.Groups.Add(new GroupPart { Column = several, Role = DimensionRole.Series, Assumed = true });
            return;
        }
        // "the number of male and female members for each rank": of each of them.
        var either = Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is "either" or "oneof" or "anyof" || scene.Raw(i).Contains("いずれ", StringComparison.Ordinal) || scene.Raw(i).Contains("どれか", StringComparison.Ordinal)) || AreTogether(scene);
        if (!either && (draft.Counts || draft is { Measures.Count: 0, List: false, Distribution: false }) && draft is { Share: false, Limit: null, Compare: null, Groups: [{ Grouped: true, Bin: null, Column.Type: ColumnType.Text } apart] } && draft.Measures.TrueForAll(m => m.Column is null) && draft.Chart is null or ChartType.Bar or ChartType.Column && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Only))
            && draft.Filters.Find(f => f is { Op: FilterOp.In, Grain: null, Column.Type: ColumnType.Text, Listed: true }) is { Column: { } both, Value: string[] { Length: >= 2 } } && both != apart.Column)
        {
            draft.Groups.Add(new GroupPart { Column = both, Role = DimensionRole.Series, Assumed = true });
            return;
        }
        // "gold and silver medals per nation as stacked bars": what is stacked can only be what is listed.
        if (draft is { Stack: not null, Groups: [var only], Share: false } && draft.Filters.Find(f => f is { Op: FilterOp.In, Grain: null, Column.Type: ColumnType.Text }) is { Column: { } stacked } && stacked != only.Column)
        {
            draft.Groups.Add(new GroupPart { Column = stacked, Role = DimensionRole.Series, Assumed = true });
            return;
        }
        if (draft.Groups.Count <= 1 && (draft.Contrast || draft.Versus) && PartsOfTime.Several(scene, draft) is { Column: { } time } parts)
        {
            if (!draft.Groups.Exists(g => g.Grain == parts.Grain)) draft.Groups.Add(new GroupPart { Column = time, Grain = parts.Grain, Role = draft.Groups.Count > 0 ? DimensionRole.Series : null, Assumed = true });
            return;
        }
        // "male/female split": all the sides that there are, and no other question.
        var added = Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is "or" or "か" or "または" or "もしくは" || scene.Raw(i).Contains('合') && scene.Raw(i + 1).StartsWith('わ') || scene.Is(i, WordKind.Aggregate));
        if (!either && !added && draft is { Groups.Count: 0, Measures: [] or [{ Column: null }], List: false, Share: false, Limit: null, Compare: null, Chart: null, Filters: [{ Op: FilterOp.In, Column: { Values: { } all } sides, Value: string[] { Length: >= 2 } named } kinds] } && named.Distinct(StringComparer.Ordinal).Count() == all.Count)
        {
            draft.Filters.Remove(kinds);
            var part = new GroupPart { Column = sides, Grouped = true };
            draft.Groups.Add(part);
            scene.Move(kinds, part);
            return;
        }
        if (draft.Groups.Count > 0 || !(draft.Contrast || draft.Stack == Stack.None || draft.Versus && draft.Measures.Count < 2 || draft.Chart is ChartType.Bar or ChartType.Column or ChartType.Pie or ChartType.Donut)) return;
        if (draft.Filters.FirstOrDefault(f => f.Op == FilterOp.In && f.Grain is null) is { Column: { } column }) draft.Groups.Add(new GroupPart { Column = column, Assumed = true });
    }

    /// <summary>"for action, horror and drama combined", 合わせて: what is listed is added up.</summary>
    private static bool AreTogether(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is "combined" or "altogether" or "together" or "intotal" or "sumof" or "thesumof" or "total" or "totalnumberof" or "takentogether" or "あわせて" or "合わせて" or "合わせた" or "全部で" or "全部合わせて" or "ひっくるめて" or "合計で");
}
