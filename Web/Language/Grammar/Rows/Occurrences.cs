using Web.Semantics;

namespace Web.Language;

/// <summary>
/// Medals, awards, complaints, penalties: what befalls a row, or does not. "Medals by nation" are the rows that have one,
/// not the kinds that there are; those are meant by "different medals" alone.
/// </summary>
internal static class Occurrences
{
    private const int Kinds = 30;

    private static readonly HashSet<string> Nouns =
    [
        .. Tokens.Of("""
            medal award prize trophy honour honor complaint defect penalty warning sanction fine violation offence offense alarm error fault failure incident accident injury complication symptom allergy
            discount coupon voucher promotion promo bonus comment remark note review feedback reply badge certificate scholarship grant citation infraction foul card goal refund return claim damage exception allergy side_effect
            """).Select(t => t.Text),
    ];

    private static readonly string[] Endings = ["メダル", "賞", "受賞", "苦情", "クレーム", "不良", "不良内容", "罰則", "ペナルティ", "警告", "違反", "アラーム", "エラー", "故障", "障害", "事故", "怪我", "合併症", "症状", "割引", "クーポン", "コメント", "感想", "反則", "返金", "返品", "奨学金", "表彰", "処分"];

    private static readonly string[] Nothings = ["None", "none", "NONE", "No", "no", "なし", "無し", "無", "ない", "-", "―", "該当なし", "特になし", "N/A", "n/a", "NA"];

    /// <summary>The column of what is counted at <paramref name="i"/>, if it is one of such things.</summary>
    public static Column? Of(Scene scene, int i) => scene.Field(i) is { } column && Are(column) ? column : null;

    public static bool Are(Column column) =>
        column is { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: <= Kinds }
        && ColumnForms.NamesOf(column).Any(name => name.Count > 0 && (Nouns.Contains(name[^1].Text) || name.Count == 2 && name[1].Raw is "code" or "cd" && Nouns.Contains(name[0].Text) || Endings.Any(e => string.Concat(name.Select(t => t.Raw)).EndsWith(string.Concat(Tokens.Of(e).Select(t => t.Raw)), StringComparison.Ordinal))));

    /// <summary>主な不良内容の件数を円グラフで: with nothing else to divide by, their kinds are what is drawn.</summary>
    public static bool AreDrawn(Draft draft) =>
        draft.Groups.Count == 0 && (draft.Share || draft.Chart is ChartType.Bar or ChartType.Column or ChartType.Pie or ChartType.Donut or ChartType.Treemap);

    /// <summary>Counts the rows that have one.</summary>
    public static void Count(Scene scene, Draft draft, int i, Column column)
    {
        CountRule.AddCount(scene, draft, i);
        if (draft.Filters.Exists(f => f.Column == column) || draft.Groups.Exists(g => g.Column == column)) return;
        draft.Filters.Add(column.Values!.FirstOrDefault(Nothings.Contains) is { } nothing
            ? new FilterPart { Column = column, Op = FilterOp.NotEqual, Value = nothing }
            : new FilterPart { Column = column, Op = FilterOp.NotNull });
    }

    /// <summary>"medals by nation", "the most medals", メダルが一番多い国: how many there are, with nothing else to measure.</summary>
    public static bool AreCounted(Scene scene, Draft draft, int i, Column column)
    {
        if (!Are(column) || draft.Measures.Count > 0 || draft.Counts || draft.List || draft.Versus || draft.Groups.Exists(g => g.Column == column)) return false;
        if (scene.IsJapanese(i)) return scene.Raw(i + 1) is "が" or "の" or "を" && scene.Raw(scene.Next(i)) is var most && (most.Contains('多', StringComparison.Ordinal) || most.Contains('少', StringComparison.Ordinal));
        var plural = scene.LastToken(i) is { Raw: [.., _, 's'] } word && word.Text != word.Raw;
        return plural && (scene.Is(scene.Next(i, -1), WordKind.Superlative) || (scene.Is(scene.Next(i), WordKind.By) && draft.Groups.Count > 0));
    }
}
