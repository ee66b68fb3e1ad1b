using Web.Semantics;

namespace Web.Language;

/// <summary>"since season 2023", "before grade 4", "until floor 3": from where or up to where a numbered class is meant.</summary>
internal static class BoundRule
{
    private static readonly Dictionary<string, FilterOp> Bounds = new(StringComparer.Ordinal)
    {
        ["since"] = FilterOp.GreaterOrEqual,
        ["from"] = FilterOp.GreaterOrEqual,
        ["after"] = FilterOp.Greater,
        ["before"] = FilterOp.Less,
        ["until"] = FilterOp.LessOrEqual,
        ["till"] = FilterOp.LessOrEqual,
        ["through"] = FilterOp.LessOrEqual,
    };

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 2; i < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is not { Percent: false } number) continue;
            var field = scene.Next(i, -1);
            if (scene.Used(field) || scene.Field(field) is not { IsNumeric: true, Role: ColumnRole.Time or ColumnRole.Dimension } column) continue;
            var bound = scene.Raw(field - 1) is "the" ? field - 2 : field - 1;
            if (!Bounds.TryGetValue(scene.Raw(bound), out var op)) continue;
            var part = new FilterPart { Column = column, Op = op, Value = number.Value };
            draft.Filters.Add(part);
            foreach (var item in new[] { bound, field, i }) scene.Use(item, part);
        }
    }
}
