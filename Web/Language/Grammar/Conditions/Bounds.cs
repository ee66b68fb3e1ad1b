using Web.Semantics;

namespace Web.Language;

/// <summary>A number that something is held against: at least 3, 5万超.</summary>
internal static class Bounds
{
    private const int Reach = 3;

    /// <summary>A comparing word stands before the number, or behind it and its unit.</summary>
    public static bool Has(Scene scene, int number) =>
        scene.Is(scene.Next(number, -1), WordKind.Compare, WordKind.Between) || Enumerable.Range(number + 1, Reach).Any(k => scene.Is(k, WordKind.CompareAfter));

    /// <summary>"halls with more than 40 services": a plural that is not known, counted for each of what stands before.</summary>
    public static bool CountsThings(Scene scene, int number) =>
        Has(scene, number) && scene.IsUnknown(number + 1) && !scene.IsJapanese(number + 1) && scene.Raw(number + 1) is [_, _, .., 's'] && !Units.IsUnit(scene, number + 1) && Enumerable.Range(0, number).Any(k => scene.Category(k) is { Role: ColumnRole.Dimension });
}
