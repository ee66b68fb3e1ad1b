using Web.Semantics;

namespace Web.Language;

/// <summary>"rating", 評価 where the table keeps one mark that people gave, whatever it is called: <c>satisfaction</c>, Cup Score, 満足度.</summary>
internal static class MarkNouns
{
    private static readonly HashSet<string> Nouns = [.. "rating ratings score scores stars mark marks satisfaction evaluation 評価 評価点 評点 スコア 点数 採点 満足度 評判".Split(' ').Select(Written)];

    private static readonly HashSet<string> English = new(StringComparer.Ordinal) { "rating", "score", "satisfaction", "stars", "evaluation" };

    /// <summary>Whose mark it is, and of how many; a credit score is another thing.</summary>
    private static readonly HashSet<string> Whose = new(StringComparer.Ordinal) { "customer", "user", "guest", "visitor", "overall", "average", "avg", "mean", "review", "critic", "cup", "final", "out", "of" };

    private static readonly string[] Japanese = ["評価", "評点", "満足度", "スコア"];

    public static bool Name(Unknowns unknowns, int i) =>
        Nouns.Contains(unknowns.Written(i)) && !unknowns.Means(i - 1, m => m is FieldMeaning { Own: true }) && !unknowns.IsBegun(i) && !unknowns.IsEnd(i) && unknowns.PlaceOf(i) is not (Place.Grouped or Place.Counted)
        && unknowns.Lexicon.Contract.Columns.Where(IsMark).ToList() is [var only] && unknowns.Guess(i, i, [new FieldMeaning(only, 0.8, Written: unknowns.Written(i))]);

    private static bool IsMark(Column column) =>
        column is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Mean }
        && (ColumnForms.NamesOf(column).Any(name => name.Any(t => English.Contains(t.Raw)) && name.All(t => English.Contains(t.Raw) || Whose.Contains(t.Raw) || t.Script is Script.Digit or Script.Mark)) || Array.Exists(Japanese, word => (column.SourceName ?? column.Name).Contains(word, StringComparison.Ordinal)));

    private static string Written(string noun) => string.Concat(Tokens.Of(noun).Select(t => t.Raw));
}
