using Web.Semantics;

namespace Web.Language;

/// <summary>"men vs women", 新規とリピーターの割合: both of only two, and they divide; naming all that there are narrows nothing.</summary>
internal static class WholeSets
{
    private const int Few = 6;

    public static void Apply(Draft draft)
    {
        foreach (var filter in draft.Filters.Where(f => f is { Op: FilterOp.In, Aggregate: null, Grain: null, Phrase: null, Value: string[], Column: { Type: ColumnType.Text, Values.Count: > 1 and <= Few } }).ToList())
        {
            if (draft.Groups.Find(g => g.Column == filter.Column) is not { } group || !filter.Column!.Values!.All(((string[])filter.Value!).Contains)) continue;
            filter.Joined = group;
            draft.Filters.Remove(filter);
        }
    }
}
