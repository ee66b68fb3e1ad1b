using Web.Semantics;
using Web.Semantics.Checking;

namespace Web.Language;

/// <summary>"show anomalies in daily visitors", "unusual days", 急増した月: a figure over time with its unusual points marked. Without any time they are seen in a box plot.</summary>
internal static class UnusualRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        if (draft.Chart is not (null or ChartType.Line or ChartType.Area or ChartType.Bar or ChartType.Column)) return;
        var timed = scene.Contract.Columns.Any(column => column is { Hidden: false, Role: ColumnRole.Time });
        foreach (var i in scene.All(WordKind.Unusual).ToList())
        {
            scene.Use(i, new Setting(timed ? "/anomalies" : "/chart_type"));
            if (!timed)
            {
                draft.Chart ??= ChartType.Box;
                continue;
            }
            (draft.Anomalies, draft.Trend, draft.Lists, draft.ListsRows) = (true, true, false, false);
        }
        if (draft.Anomalies) ReadSteps(scene, draft);
    }

    /// <summary>"unusual days", 急増した月: the steps that are looked through. A number of them, or a division by them, is something else.</summary>
    private static void ReadSteps(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.GrainNoun).ToList())
        {
            if (scene.Number(i - 1) is not null || scene.Is(scene.Next(i, -1), WordKind.By) || scene.Is(i + 1, WordKind.ByAfter, WordKind.Grain) || Grouping.Grain(scene, i) is not { } grain) continue;
            draft.TrendGrain ??= grain;
            scene.Use(i, new Setting("/dimensions/0"));
        }
        if (draft.TrendGrain is not null) return;
        // "unusual days" where a row, or its date, is called a day: that noun is the step as well.
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene[i] is not EntityMeaning && scene.Time(i) is null) continue;
            if (scene.Item(i).Meanings.OfType<WordMeaning>().FirstOrDefault(m => m.Word.Kind == WordKind.GrainNoun) is not { } step) continue;
            draft.TrendGrain ??= Grouping.GrainOf(step.Word);
            scene.Use(i, new Setting("/dimensions/0"));
        }
    }

    /// <summary>The query with its marks, where it runs over time; a year column counts in years.</summary>
    public static ChartQuery Marked(ChartQuery query, Draft draft, DatasetContract contract)
    {
        if (!draft.Anomalies) return query;
        if (query.X is { Grain: null } x && contract.Find(x.Field) is { } column && Grains.IsYear(column)) query = query with { Dimensions = [.. query.Dimensions.Select(d => d == x ? x with { Grain = Grain.Year } : d)] };
        var single = query with { Measures = [.. query.Measures.Take(1)], Limit = null, LimitPer = null };
        return single with { Anomalies = Fits(single) ? true : null, Stack = query.Stack is null && query.ChartType == ChartType.Area && query.Dimensions.Count > 1 ? Stack.None : query.Stack };
    }

    /// <summary>The last chart with marks, or without them where the words take them away.</summary>
    public static ChartQuery Edited(ChartQuery query, Candidate said, DatasetContract contract)
    {
        if (!said.Draft.Anomalies) return Kept(query);
        if (Enumerable.Range(0, said.Scene.Count).Any(i => said.Scene.Is(i, WordKind.Remove))) return query with { Anomalies = null };
        return Marked(query with { Compare = null, Forecast = null, ChartType = query.ChartType is ChartType.Line or ChartType.Area or ChartType.Bar or ChartType.Column ? query.ChartType : ChartType.Line }, said.Draft, contract);
    }

    /// <summary>Without marks where a change has taken away what they need.</summary>
    public static ChartQuery Kept(ChartQuery query) => query.Anomalies is null || Fits(query) ? query : query with { Anomalies = null };

    private static bool Fits(ChartQuery query) =>
        query is { ChartType: ChartType.Line or ChartType.Area or ChartType.Bar or ChartType.Column, X.Grain: < Grain.HourOfDay, Compare: null, Limit: null, Measures: [{ Transform: null, Aggregate: not Aggregates.None }] }
        && (query.Dimensions.Count < 2 || query.Stack is not (Stack.Stacked or Stack.Percent));
}
