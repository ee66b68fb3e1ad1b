namespace Web.Language;

/// <summary>申し込み, 申込み and 申込 are one word: the kana that two kanji may do without are dropped, in names and requests alike.</summary>
internal static class Okurigana
{
    /// <summary>First kanji, kana, second kanji, and the kana that may end the noun.</summary>
    private static readonly (char First, string Kana, char Second, string[] Tails)[] Nouns =
    [
        ('申', "し", '込', ["み"]), ('受', "け", '付', ["け"]), ('取', "り", '扱', ["い"]), ('引', "き", '渡', ["し"]), ('貸', "し", '出', ["し"]), ('問', "い", '合', ["わせ", "せ"]),
        ('締', "め", '切', ["り"]), ('払', "い", '戻', ["し"]), ('振', "り", '込', ["み"]), ('買', "い", '取', ["り"]), ('受', "け", '取', ["り"]), ('打', "ち", '合', ["わせ", "せ"]), ('乗', "り", '換', ["え"]),
        ('差', "し", '引', ["き"]), ('繰', "り", '越', ["し"]), ('割', "り", '引', ["き"]), ('支', "", '払', ["い"]), ('値', "", '引', ["き"]), ('仕', "", '入', ["れ"]), ('受', "け", '渡', ["し"]), ('引', "き", '取', ["り"]),
        ('貸', "し", '付', ["け"]), ('借', "り", '入', ["れ"]), ('割', "り", '当', ["て"]), ('持', "ち", '込', ["み"]), ('持', "ち", '出', ["し"]), ('見', "", '込', ["み"]), ('立', "て", '替', ["え"]), ('呼', "び", '出', ["し"]),
        ('引', "き", '落', ["とし", "し"]), ('売', "り", '切', ["れ"]), ('積', "み", '込', ["み"]), ('取', "り", '引', ["き"]), ('取', "り", '消', ["し"]), ('組', "み", '立', ["て"]), ('手', "", '続', ["き"]), ('貸', "", '切', ["り"]),
        ('積', "み", '立', ["て"]), ('払', "い", '込', ["み"]), ('乗', "り", '継', ["ぎ"]), ('送', "り", '出', ["し"]), ('入', "り", '込', ["み"]), ('売', "り", '出', ["し"]), ('見', "", '舞', ["い"]),
    ];

    private static readonly ILookup<string, (char First, string Kana, char Second, string[] Tails)> ByFirst = Nouns.ToLookup(noun => noun.First.ToString(), StringComparer.Ordinal);

    public static List<Token> Drop(List<Token> tokens)
    {
        List<Token>? plain = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Script == Script.Kanji && At(tokens, i) is ( > 1 and var length, var second))
            {
                plain ??= [.. tokens.Take(i)];
                plain.Add(tokens[i]);
                plain.Add(tokens[second] with { End = tokens[i + length - 1].End });
                i += length - 1;
            }
            else plain?.Add(tokens[i]);
        }
        return plain ?? tokens;
    }

    /// <summary>How many tokens the noun at <paramref name="i"/> takes, and where its second kanji stands; none where there is nothing to drop.</summary>
    private static (int Length, int Second) At(List<Token> tokens, int i)
    {
        foreach (var (_, kana, second, tails) in ByFirst[tokens[i].Raw])
        {
            var at = i + 1;
            var between = Reads(tokens, at, kana);
            if (between) at += kana.Length;
            if (Raw(tokens, at) != second.ToString() || !tokens[at].Glued) continue;
            var tail = Array.Find(tails, tail => Reads(tokens, at + 1, tail) && Ends(tokens, at + 1 + tail.Length)) ?? "";
            return (between && kana.Length > 0) || tail.Length > 0 ? (at + 1 + tail.Length - i, at) : (0, 0);
        }
        return (0, 0);
    }

    private static bool Reads(List<Token> tokens, int at, string kana) => kana.Select((letter, k) => Raw(tokens, at + k) == letter.ToString() && tokens[at + k].Glued).All(same => same);

    /// <summary>The noun ends: 申込みの, 申込み件数, and not 申し込みました.</summary>
    private static bool Ends(List<Token> tokens, int at) =>
        at >= tokens.Count || !tokens[at].Glued || tokens[at].Script != Script.Hiragana || Raw(tokens, at) is "の" or "が" or "は" or "を" or "に" or "で" or "と" or "も" or "や" or "ご" or "別" or "へ" || Raw(tokens, at) + Raw(tokens, at + 1) is "まで" or "から" or "より" or "など" or "だけ" or "のみ" or "ずつ";

    private static string Raw(List<Token> tokens, int i) => i < tokens.Count ? tokens[i].Raw : "";
}
