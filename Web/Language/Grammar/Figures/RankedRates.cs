using Web.Semantics;

namespace Web.Language;

/// <summary>"which class had the best survival rate", 延着率が高い営業所: a rate that ranks is one figure, not a bar cut in two.</summary>
internal static class RankedRates
{
    public static void Settle(Scene scene, Draft draft)
    {
        if (!draft.Share || draft.Groups.Count < 2 || draft.Measures.Exists(m => m.Column is not null) || draft.Limit is null && draft.Sort is not { Axis: "y", Assumed: false }) return;
        var state = draft.Moved?.To ?? draft.Groups.FindLast(g => g.Column.Type == ColumnType.Boolean);
        if (state is null) return;
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
