namespace Web.Language;

/// <content>What stands in brackets.</content>
internal sealed partial class Neighbours
{
    /// <summary>海域(Basin)ごと, 東京(Tokyo)行き, "fir (モミ)": the data's own word in brackets says what the word of the other language before it stands for.</summary>
    private bool IsGlossed(int i)
    {
        if (sheet.Tokens[items[i].First].Script is Script.Mark or Script.Digit or Script.Hiragana || MayBe(i, m => m is FieldMeaning { Own: true } or ValueMeaning { Quality: >= 0.95 } or WordMeaning { Word.Kind: not WordKind.Filler })) return false;
        var open = i + 1;
        while (open < items.Count && open < i + 4 && items[open].English == items[i].English && sheet.Tokens[items[open].First] is { Glued: true, Script: Script.Kanji or Script.Katakana } && items[open].Meanings.All(m => m is UnknownMeaning or EntityMeaning)) open++;
        if (open + 2 >= items.Count || Written(items[open]) is not ("(" or "[") || Written(items[open + 2]) is not (")" or "]") || items[open + 1].English == items[i].English) return false;
        return MayBe(open + 1, m => m is FieldMeaning { Own: true } or ValueMeaning { Quality: >= 0.95 });
    }
}
