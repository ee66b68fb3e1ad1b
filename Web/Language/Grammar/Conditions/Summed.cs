using Web.Semantics;

namespace Web.Language;

/// <summary>"cinemas selling over 18000 tickets altogether", "authors whose documents add up to more than 3500 pages": the bound is held against what all rows of each come to.</summary>
internal static class Summed
{
    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal) { "altogether", "intotal", "overall", "combined", "alltogether", "alltold" };
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "addupto", "addsupto", "addingupto", "amountto", "amountsto", "amountingto", "sumto", "sumsto", "totalling", "totaling" };

    /// <summary>The words beside a bound that say so, or none.</summary>
    public static int[] By(Scene scene, int item, int last)
    {
        var (from, to) = (Math.Min(item, last), Math.Max(item, last));
        for (var k = to + 1; k < scene.Count && k <= to + 2; k++)
        {
            if (Behind.Contains(scene.Raw(k))) return [k];
        }
        for (var k = from - 1; k >= 0 && k >= from - 4; k--)
        {
            if (Before.Contains(scene.Raw(k))) return [k];
            if (Before.Contains(scene.Raw(k - 1) + scene.Raw(k))) return [k - 1, k];
        }
        return [];
    }

    /// <summary>The kinds whose rows were added up, with the rows themselves named between.</summary>
    public static int Whose(Scene scene, int item)
    {
        for (var k = item - 1; k >= 0 && k >= item - 9; k--)
        {
            if (scene.Category(k) is { Role: ColumnRole.Dimension, Type: ColumnType.Text }) return k;
        }
        return -1;
    }
}
