using Web.Semantics;

namespace Web.Language;

/// <summary>タイムの速い順: of a time the least comes first, of a speed the most; 遅い順 is the other way round.</summary>
internal static class Haste
{
    public static void Settle(Scene scene, Draft draft)
    {
        if (draft.Sort is not { Order: not null } sort || (sort.Column ?? OnlyFigure(draft)) is not { } figure || !Units.IsDuration(figure)) return;
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.IsJapanese(i) || !ReferenceEquals(scene.PartOf(i), sort) || scene.Raw(i) is not (['速' or '早' or '遅', ..] and { } said)) continue;
            sort.Order = said[0] is '遅' ? SortOrder.Desc : SortOrder.Asc;
            return;
        }
    }

    private static Column? OnlyFigure(Draft draft) => draft.Measures is [{ Column: { } only }] ? only : null;
}
