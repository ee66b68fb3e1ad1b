using Web.Semantics;

namespace Web.Language;

/// <summary>"made the most money", いくら使った: where a table keeps both what came in and what went out, the verb tells which.</summary>
internal static class MoneySides
{
    private static readonly HashSet<string> Earned = new(StringComparer.Ordinal) { "made", "earn", "earns", "earned", "brought", "generated", "grossed" };
    private static readonly HashSet<string> Spent = new(StringComparer.Ordinal) { "spend", "spends", "spent", "spending", "burn", "burned", "burnt", "burning", "pay", "pays", "paid", "cost", "costs" };
    private static readonly string[] JapaneseEarned = ["稼", "儲"], JapaneseSpent = ["使った", "使いました", "使っている金", "払った", "払いました", "費やし", "かかった", "かかりました"];
    private static readonly HashSet<string> In = [.. Tokens.Of("revenue sales income earnings takings proceeds turnover").Select(t => t.Text)];
    private static readonly HashSet<string> Out = [.. Tokens.Of("spend spending cost expense expenses expenditure outlay").Select(t => t.Text)];
    private static readonly string[] JapaneseIn = ["売上", "収入", "収益"], JapaneseOut = ["費", "支出", "経費", "コスト", "原価"];

    /// <summary>The one figure of the side that the sentence speaks of; null where it speaks of none or of both, or keeps only one side.</summary>
    public static Column? Of(Scene scene)
    {
        var (earned, spent) = (Says(scene, Earned, JapaneseEarned), Says(scene, Spent, JapaneseSpent));
        if (earned == spent) return null;
        List<Column> money = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && DefaultMeasure.IsMoney(c))];
        var (side, other) = (money.FindAll(c => Is(c, earned ? In : Out, earned ? JapaneseIn : JapaneseOut)), money.FindAll(c => Is(c, earned ? Out : In, earned ? JapaneseOut : JapaneseIn)));
        return side is [var only] && other.Count > 0 ? only : null;
    }

    /// <summary>"what did we spend on ads" where only revenue is kept: what we paid is not what we took.</summary>
    public static bool IsOurSpending(Scene scene, int i) =>
        scene.Raw(i) is "spend" or "spent" or "spending" && i > 0 && scene.LastToken(i - 1).Raw is "we" or "our" && scene.Field(i) is null && DefaultMeasure.Of(scene.Lexicon) is { } usual && Is(usual, In, JapaneseIn);

    private static bool Says(Scene scene, HashSet<string> verbs, string[] japanese) =>
        Enumerable.Range(0, scene.Count).Any(i => scene.Field(i) is null && scene.TokensOf(i).Any(t => verbs.Contains(t.Raw))) || (string.Concat(Enumerable.Range(0, scene.Count).Select(scene.Raw)) is var said && japanese.Any(verb => said.Contains(verb, StringComparison.Ordinal)));

    private static bool Is(Column column, HashSet<string> words, string[] japanese) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => words.Contains(t.Text)) || japanese.Any(j => string.Concat(name.Select(t => t.Raw)).Contains(j, StringComparison.Ordinal)));
}
