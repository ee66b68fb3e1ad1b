using Web.Semantics;

namespace Web.Language;

/// <summary>Words that set one thing for the whole chart. Chart nouns bind; the others only say what is wanted.</summary>
internal static class IntentRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        draft.ListsRows = !Enumerable.Range(0, scene.Count).Any(scene.IsJapanese) || EndsWithRows(scene);
        draft.Lists = ShowsRows(scene);
        draft.List |= AsksForAll(scene);
        if (draft.Lists) draft.Bonus += 1;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Word(i) is not { } word)
            {
                ReadSign(scene, draft, i);
                continue;
            }
            if (scene.PartOf(i) is not null) continue;
            switch (word.Kind)
            {
                case WordKind.Chart:
                    // "a stacked bar chart … in the bars": the first noun binds.
                    draft.Chart = draft.Chart is null || word.Value == "mixed" ? ChartOf(word.Value) : draft.Chart;
                    UseArticle(scene, i);
                    UseLook(scene, i);
                    if (scene.Raw(i).StartsWith("stackedarea", StringComparison.Ordinal)) draft.Stack ??= Stack.Stacked;
                    if (scene.Raw(i - 1) is "asa" or "ina" or "a" or "as") draft.Bonus += 1.5;
                    scene.Use(i, new Setting("/chart_type"));
                    break;
                case WordKind.Stack:
                    draft.Stack = word.Value switch { "percent" => Stack.Percent, "none" or "none bar" => Stack.None, _ => draft.Stack ?? Stack.Stacked };
                    if (word.Value == "none bar")
                    {
                        draft.Chart ??= ChartType.Bar;
                        UseArticle(scene, i);
                    }
                    scene.Use(i, new Setting("/stack"));
                    break;
                case WordKind.Series or WordKind.SeriesAfter when scene.Raw(i).Contains("stack", StringComparison.Ordinal) || scene.Raw(i).Contains("積み上げ", StringComparison.Ordinal):
                    draft.Stack ??= Stack.Stacked;
                    draft.Coloured = true;
                    break;
                case WordKind.By when scene.Raw(i).Contains("box", StringComparison.Ordinal):
                    draft.Chart ??= ChartType.Box;
                    break;
                case WordKind.Series or WordKind.SeriesAfter when scene.Raw(i).Contains("colo", StringComparison.Ordinal) || scene.Raw(i).Contains('色', StringComparison.Ordinal) || scene.Raw(i).Contains("塗り", StringComparison.Ordinal):
                    draft.Coloured = true;
                    break;
                case WordKind.Share when scene.Raw(i).StartsWith("内訳", StringComparison.Ordinal) && Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.Stack) && scene.Word(k)!.Value == "stacked"):
                    scene.Use(i, new Setting("/stack")); // 内訳はセグメントで積み上げ: the parts, in their own size
                    break;
                case WordKind.Share:
                    draft.Share = true;
                    draft.Within |= scene.Raw(i) is var said && (said.StartsWith("percent", StringComparison.Ordinal) || said.Contains('%', StringComparison.Ordinal) || said is "割合" or "の割合" or "比率") && !HasMeasure(scene);
                    scene.Use(i, new Setting("/chart_type"));
                    break;
                case WordKind.Cumulative:
                    SetTransform(scene, draft, i, Transform.Cumulative);
                    break;
                case WordKind.MovingAverage:
                    SetTransform(scene, draft, i, Transform.MovingAverage);
                    MovingSteps.Read(scene, draft, i);
                    break;
                case WordKind.Change:
                    ReadChange(scene, draft, i, word.Value);
                    break;
                case WordKind.Instead when scene.Raw(i) is "change" && draft.Transform == Transform.ChangePercent:
                    scene.Use(i, new Setting("/measures/0/transform"));
                    break;
                case WordKind.Instead when scene.Raw(i) is "change" && Enumerable.Range(0, i).Any(k => scene.TokensOf(k).Any(t => t.Raw is "how")) && Enumerable.Range(0, i).Any(k => scene.LastToken(k).Raw is "did" or "does" or "do"):
                    draft.Trend = true; // "how did sales change after April"
                    scene.Use(i, new Setting("/dimensions/0"));
                    break;
                case WordKind.Previous:
                    draft.Compare = new Comparison(word.Value == "previous_year" ? CompareTo.PreviousYear : CompareTo.PreviousPeriod);
                    scene.Use(i, new Setting("/compare"));
                    break;
                case WordKind.Trend:
                    draft.Trend = true;
                    scene.Use(i, new Setting("/dimensions/0"));
                    break;
                case WordKind.Distribution:
                    draft.Distribution = true;
                    scene.Use(i, new Setting("/chart_type"));
                    break;
                case WordKind.Relation:
                    draft.Relation = true;
                    scene.Use(i, new Setting("/chart_type"));
                    break;
                case WordKind.Versus:
                    draft.Versus = true;
                    scene.Use(i);
                    break;
                case WordKind.Contrast:
                    draft.Contrast = true;
                    if (scene.Raw(i).EndsWith("linefor", StringComparison.Ordinal)) draft.Chart ??= ChartType.Line;
                    scene.Use(i);
                    break;
                case WordKind.Between when (AnyRelation(scene) || draft.Chart is ChartType.Scatter or ChartType.Bubble) && scene.Number(scene.Next(i)) is null:
                    scene.Use(i);
                    break;
                case WordKind.Remove when Enumerable.Range(0, scene.Count).Any(k => scene.Raw(k) is "filter" or "filters" or "limit" or "limits" or "条件" or "上限" or "絞り込み" or "ふぃるた" or "ふぃるたー"):
                    scene.Use(i, new Setting("/filters"));
                    break;
                case WordKind.Swap:
                    scene.Use(i, new Setting("/sort"));
                    break;
                case WordKind.List:
                    draft.List = true;
                    scene.Use(i, new Setting("/chart_type"));
                    break;
                case WordKind.Visual:
                    draft.Lists = false;
                    scene.Use(i);
                    break;
                case WordKind.Filler or WordKind.Which or WordKind.All or WordKind.Equals or WordKind.Only or WordKind.Also or WordKind.And:
                    scene.Use(i);
                    break;
            }
        }
        ChangeInPercent(draft);
        StackToWhole(scene, draft);
    }

    /// <summary>"stack the statuses up to 100%"</summary>
    private static void StackToWhole(Scene scene, Draft draft)
    {
        if (draft.Stack != Stack.Stacked) return;
        foreach (var i in Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Where(i => scene.Number(i) is { } whole && (whole is { Percent: true, Value: 100 or 1 } || whole.Value == 100 && (scene.Is(i + 1, WordKind.Share) || scene.Raw(i + 1) is "%" or "percent"))))
        {
            if (scene.Raw(i - 1) is not ("to" or "upto")) continue;
            draft.Stack = Stack.Percent;
            foreach (var k in new[] { i - 1, i }) scene.Use(k, new Setting("/stack"));
            if (scene.Raw(i - 1) is "to" && scene.Raw(i - 2) is "up") scene.Use(i - 2, new Setting("/stack"));
            if (scene.Raw(i + 1) is "%" or "percent") scene.Use(i + 1, new Setting("/stack"));
            return;
        }
    }

    /// <summary>"month-on-month growth in percent"</summary>
    private static void ChangeInPercent(Draft draft)
    {
        if (draft.Transform != Transform.Change || !draft.Share) return;
        (draft.Transform, draft.Share, draft.Within) = (Transform.ChangePercent, false, false);
    }

    /// <summary>価格が100万円を超えた物件: the rows stand at the end, and nothing is asked of them.</summary>
    private static bool EndsWithRows(Scene scene)
    {
        var last = scene.Count - 1;
        while (last > 0 && scene.IsMark(last)) last--;
        return scene.IsJapanese(last) && scene.IsEntity(last) && scene.Is(last - 1, WordKind.CompareAfter);
    }

    /// <summary>"show me everything over 20 kg", "list everyone who …": all rows of which something holds.</summary>
    private static bool AsksForAll(Scene scene) =>
        Enumerable.Range(1, Math.Max(0, scene.Count - 2)).Any(i => scene.Raw(i) is "everything" or "everyone" or "everybody" && (scene.Is(i - 1, WordKind.Filler) && scene.Word(i - 1)!.Value == "show" || scene.Is(i - 1, WordKind.List)) && (scene.Is(i + 1, WordKind.Compare, WordKind.Which) || scene.Period(i + 1) is not null || scene.Raw(i + 1) is "with" or "that" or "who" or "where" or "from" or "in"));

    /// <summary>"show the deals lost this month", "which deals are open", 失注案件を見せて: the rows themselves, unless something of them is asked.</summary>
    private static bool ShowsRows(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Is(i, WordKind.Filler) && scene.Word(i)!.Value == "show") return true;
            if (scene.Is(i, WordKind.Which) && scene.Raw(i) is "which" or "what" or "どの" && scene.IsEntity(scene.Next(i))) return true;
        }
        return false;
    }

    /// <summary>"bill length x bill depth" sets two figures against each other; "% women per team" is a share.</summary>
    private static void ReadSign(Scene scene, Draft draft, int i)
    {
        if (scene.Raw(i) is "x" or "×" && scene.Measure(i - 1) is not null && scene.Measure(i + 1) is not null) draft.Versus = true;
        if (scene.Raw(i) is "x" && scene.IsJoin(i)) scene.Use(i);
        if (scene.Raw(i) is "%" && scene.Number(i - 1) is null && scene.Value(scene.Next(i)) is not null)
        {
            draft.Share = draft.Within = true;
            scene.Use(i, new Setting("/chart_type"));
        }
    }

    private static readonly HashSet<string> Looks = new(StringComparer.Ordinal) { "simple", "plain", "basic", "boring", "separate", "multiple", "individual", "nice", "quick", "普通", "複数", "別々" };

    /// <summary>"a simple bar chart", 普通の棒グラフ: what sort of drawing it is says nothing of the data.</summary>
    private static void UseLook(Scene scene, int chart)
    {
        var k = scene.IsJapanese(chart) && scene.Raw(chart - 1) is "の" ? chart - 2 : chart - 1;
        if (Looks.Contains(scene.Raw(k)) && scene[k] is UnknownMeaning) scene.Use(k, new Setting("/chart_type"));
    }

    /// <summary>"in one grouped bar chart"</summary>
    private static void UseArticle(Scene scene, int chart)
    {
        var k = scene.Next(chart, -1);
        while (scene.Is(k, WordKind.Stack)) k = scene.Next(k, -1);
        if (scene.Raw(k) is "one") scene.Use(k, new Setting("/chart_type"));
    }

    private static bool HasMeasure(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Measure(i) is not null || scene.Is(i, WordKind.DefaultMeasure));

    private static bool AnyRelation(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Relation, WordKind.Contrast));

    public static ChartType ChartOf(string name) => Enum.Parse<ChartType>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static void SetTransform(Scene scene, Draft draft, int i, Transform transform)
    {
        // "by how many percent did sales change": the percentage stays.
        if (!(draft.Transform == Transform.ChangePercent && transform == Transform.Change)) draft.Transform = transform;
        scene.Use(i, new Setting("/measures/0/transform"));
    }

    /// <summary>"month over month" also says the grain; "change" alone is the difference from the step before.</summary>
    private static void ReadChange(Scene scene, Draft draft, int i, string value)
    {
        if (value == "change" && !scene.IsJapanese(i) && scene.Raw(i).StartsWith("change", StringComparison.Ordinal) && scene.Is(scene.Next(i), WordKind.Trend))
        {
            // "how the weights change in a timeline"
            draft.Trend = true;
            scene.Use(i, new Setting("/dimensions/0"));
            return;
        }
        SetTransform(scene, draft, i, value == "change" ? Transform.Change : Transform.ChangePercent);
        var grain = value switch
        {
            "mom" => Grain.Month,
            "yoy" => Grain.Year,
            "qoq" => Grain.Quarter,
            "wow" => Grain.Week,
            "dod" => Grain.Day,
            _ => (Grain?)null,
        };
        if (grain is null) return;
        draft.Trend = true;
        draft.TrendGrain = grain;
    }
}
