using Web.Semantics;

namespace Web.Language;

/// <summary>Words that only say again what the name of a column in use says.</summary>
internal static class Echoes
{
    /// <summary>改修が完了した駅 beside 改修完了日: a word that only repeats a part of the name of a column in use says nothing new.</summary>
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            // 年度ごとの融資実行額, where the days of 実行 are what divides.
            if (!scene.Used(i) && scene.IsUnknown(i) && scene.IsJapanese(i) && scene.Raw(i).Length > 1 && draft.Groups.Find(g => g.Column.IsTemporal && Repeats(scene, i, g.Column)) is { } run) scene.Use(i, run);
        }

        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || !scene.IsUnknown(i) || scene.Raw(i).Length < 2) continue;
            if (TakesPart(scene, i)) scene.Use(i, scene.PartOf(i + 1));
            for (var k = 0; k < scene.Count; k++)
            {
                if (k == i || !scene.Used(k) || scene.AnyField(k) is not { } column || !Repeats(scene, i, column)) continue;
                scene.Use(i, new Setting("/dataset"));
                break;
            }
        }
    }

    private static readonly HashSet<string> Partaking = new(StringComparer.Ordinal) { "出場", "参加", "登録", "在籍", "所属", "登場", "掲載", "該当", "参戦", "延べ", "取扱", "取り扱い", "対象" };

    /// <summary>出場選手数, 登録チーム数: that they took part says nothing of those that are counted.</summary>
    private static bool TakesPart(Scene scene, int i) =>
        Partaking.Contains(scene.Raw(i)) && i + 1 < scene.Count && scene.FirstToken(i + 1).Glued && scene.PartOf(i + 1) is MeasurePart { Aggregate: Aggregates.Count or Aggregates.CountDistinct };

    private static bool Repeats(Scene scene, int i, Column column) =>
        scene.IsJapanese(i) ? (column.SourceName ?? column.Name).Contains(scene.Typed(i), StringComparison.Ordinal) || column.Titles.Values.Any(t => t.Contains(scene.Typed(i), StringComparison.Ordinal)) || IsDoerOf(scene, i, column)
            : scene.Lexicon.StemsOf(column).Contains(scene.FirstToken(i).Text);

    /// <summary>販売者が返信した of "Seller Replied": the dictionary's word for a part of the name.</summary>
    private static bool IsDoerOf(Scene scene, int i, Column column) =>
        column.Type == ColumnType.Boolean && scene.Lexicon.StemsOf(column) is { Count: > 1 } stems && JapaneseEnglish.Of(scene.Typed(i)).Any(gloss => Tokens.Of(gloss) is [var word] && stems.Contains(word.Text));
}
