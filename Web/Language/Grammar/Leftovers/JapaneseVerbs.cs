namespace Web.Language;

/// <summary>
/// 植えた木, 辞めた客, Mill Pondで見た鳥: kanji with the ending of a verb. What is done to a thing that the sentence names
/// (で, を, に, から, 以上) says nothing new; a verb that stands alone before its noun picks some of them.
/// </summary>
internal static class JapaneseVerbs
{
    private static readonly string[] Continuations = ["いて", "いた", "いで", "いだ", "って", "った", "んで", "んだ"];
    private static readonly string[] Particles = ["から", "さん", "さま", "くん", "ちゃん", "まで", "より", "だけ", "など", "くらい", "ほど", "ごと", "しか", "さえ", "かつ", "または", "もしくは"];

    /// <summary>Verbs whose stem is one kanji, so that the ending begins at once: 見た, 出て, 着る.</summary>
    private const string Bare = "見出得寝着来経煮似居射鋳診観獲";

    private static readonly string[] BareEndings = ["た", "て", "る", "ない", "ます", "まし", "られ", "よう"];

    /// <summary>Kanji and the hiragana behind it are a verb.</summary>
    public static bool Is(Scene scene, int i)
    {
        var ending = EndingOf(scene, i);
        if (scene.LastToken(i).Script != Script.Kanji || ending.Length == 0) return false;
        if (scene.Raw(i).Length == 1 && Bare.Contains(scene.Raw(i)[0], StringComparison.Ordinal) && BareEndings.Any(e => ending.StartsWith(e, StringComparison.Ordinal))) return true;
        // 示し、 and 描いて: what follows goes on with the sentence.
        var end = i + 1;
        while (end < scene.Count && scene.FirstToken(end) is { Script: Script.Hiragana, Glued: true }) end++;
        if (ending.Length == 1 && "しきぎちみりびえけせてべめれげね".Contains(ending[0], StringComparison.Ordinal) && (end == scene.Count || scene.IsMark(end))) return true;
        if (Continuations.Any(c => ending.StartsWith(c, StringComparison.Ordinal))) return true;
        return ending.Length > 1 && "えけせてべめれげねきみりぎびっわかさらまんうくすつぶむるたち".Contains(ending[0], StringComparison.Ordinal)
            && !Particles.Any(p => ending.StartsWith(p, StringComparison.Ordinal));
    }

    /// <summary>辞めた客, 壊れている機械: nothing stands before the verb, and a noun of the data right behind it.</summary>
    public static bool Narrows(Scene scene, int i)
    {
        if (!scene.IsUnknown(i) || !scene.IsJapanese(i) || !Is(scene, i) || HasArgument(scene, i)) return false;
        var k = i + 1;
        while (k < scene.Count && scene.FirstToken(k) is { Script: Script.Hiragana, Glued: true }) k++;
        var ending = string.Concat(Enumerable.Range(i + 1, k - i - 1).Select(scene.Raw));
        if (!Attributive.Any(a => ending.EndsWith(a, StringComparison.Ordinal)) || Harmless.Any(h => (scene.Raw(i) + ending).StartsWith(h, StringComparison.Ordinal))) return false;
        return scene.FirstToken(Math.Min(k, scene.Count - 1)).Glued && k < scene.Count && (scene.IsEntity(k) || scene.Category(k) is not null || scene.Is(k, WordKind.Rows));
    }

    private static readonly string[] Attributive = ["た", "だ", "る", "ない", "う", "く", "ぐ", "す", "つ", "ぶ", "む"];

    /// <summary>What happens to whatever is recorded: it was bought, used, borrowed, planted, visited.</summary>
    private static readonly string[] Harmless = ["植え", "釣", "釣れ", "借り", "借", "貸し", "貸", "訪", "乗", "乗せ", "運", "届け", "支払", "払", "払わ", "集ま", "集め", "食べ", "飲", "読", "書", "書い", "作", "採れ", "採", "獲れ", "撮", "取", "調べ", "測", "測っ", "計", "数え", "並", "並べ", "載", "載せ", "含", "含ま", "続け", "続", "行", "始", "終", "開", "開い", "催", "設け", "置", "置い", "送", "送っ", "受け", "渡", "渡し", "登", "登っ", "走", "走っ", "歩", "歩い", "働", "働い", "通", "通っ", "住", "住ん", "泊", "泊まっ", "参", "勤め", "務め", "担", "得", "持", "扱", "扱っ", "演じ", "歌", "歌っ", "聴", "聴い", "描", "描い", "建て", "建", "建っ", "掘", "掘っ", "育て", "出", "見", "来", "経", "着", "使", "買", "売", "売れ", "売っ", "入", "入っ", "生まれ", "起き", "起こ", "起こっ", "増や", "選ば", "選", "頼", "頼ま", "頼ん", "撒", "観", "診", "付け", "付", "付い", "掛け", "掛か", "過ご", "過ごし", "費や", "費やし", "関わ", "関わっ", "属", "属し", "当た", "当たっ", "与え", "加え", "加わ", "合わせ", "比べ", "示", "示し", "表", "表し"];

    /// <summary>Something that it is done with, at, from or to, or so many of: that carries the condition.</summary>
    private static bool HasArgument(Scene scene, int i)
    {
        var before = i - 1;
        if (before < 0) return false;
        if (scene.IsMark(before)) return false;
        if (scene.Raw(before) is "が" or "を" or "に" or "で" or "から" or "と" or "へ" or "まで" or "も" or "は" or "では" or "には" or "にて") return true;
        return scene.Is(before, WordKind.CompareAfter, WordKind.Only) || scene.Period(before) is not null || scene.Value(before) is not null || scene.Number(before) is not null || scene.Is(before, WordKind.Rows, WordKind.GrainNoun) || scene.PartOf(before) is FilterPart || scene.Is(before, WordKind.Superlative, WordKind.Adjective) || scene.Is(before, WordKind.Also);
    }

    private static string EndingOf(Scene scene, int i)
    {
        var ending = "";
        for (var k = i + 1; k < scene.Count && ending.Length < 4 && scene.FirstToken(k) is { Script: Script.Hiragana, Glued: true }; k++) ending += scene.Raw(k);
        return ending;
    }
}
