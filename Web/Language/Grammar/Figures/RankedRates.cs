using Web.Semantics;

namespace Web.Language;

/// <summary>"which class had the best survival rate", 延着率が高い営業所: a rate that ranks is one figure, not a bar cut in two.</summary>
internal static class RankedRates
{
    public static void Settle(Scene scene, Draft draft)
    {
        if (!draft.Share || draft.Measures.Exists(m => m.Column is not null)) return;
        var state = draft.Moved?.To ?? draft.Groups.FindLast(g => g.Column.Type == ColumnType.Boolean);
        if (state is null) return;
        var ranks = draft.Groups.Count > 1 && (draft.Limit is not null || draft.Sort is { Axis: "y", Assumed: false });
        var yes = draft.Moved is { } known ? known.From.Value is true : state is { Grouped: false, Sides: false, Role: null };
        if (!ranks && !(yes && FlagRates.AreFigures(scene, draft))) return;
        if (state.Column.Type != ColumnType.Boolean || draft.Moved?.From.Value is false)
        {
            // The rows of every group would be ranked, not how many of them are so.
            draft.Gaps.Add(new Gap(GapKind.Measure, Enumerable.Range(0, scene.Count).FirstOrDefault(i => scene.Is(i, WordKind.Rate, WordKind.Share))));
            return;
        }
        var rate = new MeasurePart { Column = state.Column, Aggregate = Aggregates.Mean };
        draft.Groups.Remove(state);
        draft.Measures.Clear();
        draft.Measures.Add(rate);
        (draft.Share, draft.Within, draft.Counts) = (false, false, false);
        if (draft.Stack == Stack.Percent) draft.Stack = null;
        scene.Move(state, rate);
        if (draft.Moved is not { } moved) return;
        scene.Move(moved.From, rate);
        draft.Moved = null;
    }
}
