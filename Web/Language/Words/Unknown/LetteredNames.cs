namespace Web.Language;

/// <summary>シリーズB of a value Series B, ゾーン2 of Zone 2: a word in the other language with a letter or a number that tells which.</summary>
internal static class LetteredNames
{
    public static bool Name(Unknowns unknowns, int i)
    {
        if (!unknowns.First(i).IsJapanese || i + 1 >= unknowns.Count || unknowns.First(i + 1) is not { Glued: true, Script: Script.Word or Script.Digit } || unknowns[i + 1].End != unknowns[i + 1].First + 1) return false;
        foreach (var word in JapaneseEnglish.Of(unknowns.Written(i)).Append(Loanwords.OfKana(unknowns.Written(i)) ?? ""))
        {
            if (word.Length > 0 && unknowns.Lexicon.Exactly([.. Tokens.Of(word), unknowns.First(i + 1)]).OfType<ValueMeaning>().ToList() is [var value]) return unknowns.Guess(i, i + 1, [value with { Quality = 0.9 }]);
        }
        return false;
    }
}
