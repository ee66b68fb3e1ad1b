namespace Web.Language;

/// <content>What the chart is for.</content>
internal sealed partial class Neighbours
{
    private static readonly HashSet<string> Occasions = new(StringComparer.Ordinal)
    {
        "meeting", "meetings", "standup", "briefing", "townhall",
        "会議", "定例", "定例会", "打ち合わせ", "打合せ", "みーてぃんぐ", "ぷれぜん", "朝会", "報告会", "役員会", "商談", "説明会",
    };

    /// <summary>"for the Monday meeting", 来週の営業会議に向けて: the day of a meeting is no condition, and what it is about no value.</summary>
    private bool IsOccasion(int i)
    {
        if (Occasions.Contains(Written(items[i]))) return items[i].Meanings.All(m => m is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Filler });
        // "the board meeting on Monday"
        if (i > 0 && MayBe(i, m => m is PeriodMeaning) && (Occasions.Contains(Written(items[i - 1])) || i > 1 && Written(items[i - 1]) is "on" or "next" or "this" && Occasions.Contains(Written(items[i - 2])))) return true;
        if (!MayBe(i, m => m is PeriodMeaning or UnknownMeaning or ValueMeaning { Quality: < 0.95 })) return false;
        for (var k = i + 1; k < items.Count && k <= i + 4; k++)
        {
            if (Occasions.Contains(Written(items[k]))) return (k == i + 1 || MayBe(i, m => m is PeriodMeaning)) && IsOccasion(k);
            if (!(Written(items[k]) is "の" || items[k].Meanings.All(m => m is UnknownMeaning or ValueMeaning { Quality: < 0.95 }) && sheet.Tokens[items[k].First].Script != Script.Mark)) return false;
        }
        return false;
    }
}
