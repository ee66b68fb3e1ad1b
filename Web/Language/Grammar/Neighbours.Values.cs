using Web.Semantics;

namespace Web.Language;

/// <content>Values, beside others of their column.</content>
internal sealed partial class Neighbours
{
    /// <summary>"which rack causes the most tickets" beside a root cause: what it does, and no column.</summary>
    private bool IsDoneMost(int i) =>
        items[i].English && i > 0 && items[i].End == items[i].First + 1 && Written(items[i]) is [.., _, 's'] && items[i].Meanings.All(m => m is FieldMeaning { Own: false, Column.Role: ColumnRole.Dimension } or WordMeaning { Word.Kind: WordKind.Filler }) && MayBe(i - 1, m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension })
        && !Has(i + 1, WordKind.Superlative) && i + 2 < items.Count && Written(items[i + 1]) is "the" && Has(i + 2, WordKind.Superlative) && Enumerable.Range(0, i).Any(k => Has(k, WordKind.Which));

    /// <summary>"severity level" of a column Severity: the kind of what it is.</summary>
    private bool IsLevelOf(int i) =>
        items[i].English && i > 0 && Written(items[i]) is "level" or "levels" && items[i].Meanings.All(m => m is FieldMeaning { Own: false, Quality: < 0.7 } or UnknownMeaning) && MayBe(i - 1, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } });

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["yen"] = "JPY", ["jpy"] = "JPY", ["euro"] = "EUR", ["euros"] = "EUR", ["eur"] = "EUR", ["dollar"] = "USD", ["dollars"] = "USD", ["usd"] = "USD", ["pounds"] = "GBP", ["gbp"] = "GBP", ["francs"] = "CHF", ["chf"] = "CHF",
    };

    /// <summary>"biggest delivery in yen": what money is counted in.</summary>
    private bool IsCurrencyNamed(int i) =>
        items[i].English && i > 0 && Currencies.TryGetValue(Written(items[i]), out var currency) && Written(items[i - 1]) is "in" && items[i].Meanings.All(m => m is UnknownMeaning) && lexicon.Contract.Columns.Where(c => c is { Hidden: false, Role: ColumnRole.Measure } && DefaultMeasure.IsMoney(c)).ToList() is { Count: > 0 } money && money.TrueForAll(c => c.Currency == currency);

    /// <summary>"using bars" beside an apparatus called Bars: a kind of chart is written small, a name as it is kept.</summary>
    private bool IsChartNoun(int i) =>
        items[i].English && i > 0 && Written(items[i - 1]) is "using" or "with" or "as" or "via" or "want" or "iwant" or "stacked" or "grouped" or "visualizeby" && Has(i, WordKind.Chart) && items[i].Meanings.OfType<ValueMeaning>().ToList() is { Count: > 0 } values && sheet.Typed(items[i].First, items[i].End) is var typed && typed == Written(items[i]) && values.TrueForAll(v => char.IsUpper(v.Value[0]));

    /// <summary>"A scatter please" at the head of a sentence: no class called A.</summary>
    private bool IsArticle(int i) =>
        Written(items[i]) is "a" && MayBe(i, m => m is ValueMeaning) && (i == 0 || Written(items[i - 1]) is "." or "?" or "!" or ";" or ":") && i + 1 < items.Count && items[i + 1].English && sheet.Tokens[items[i + 1].First] is { Capital: false, Script: Script.Word };

    /// <summary>解約理由 beside a flag 解約: why it happened is kept nowhere.</summary>
    private bool IsReasonUnkept(int i) =>
        !items[i].English && Written(items[i]) is [_, .., '理', '由'] or [_, .., '原', '因'] or [_, .., '目', '的'] && items[i].Meanings.All(m => m is FieldMeaning { Own: false } field && !Reasons.Any(word => (field.Column.SourceName ?? field.Column.Name).Contains(word, StringComparison.OrdinalIgnoreCase) || field.Column.Titles.Values.Any(title => title.Contains(word, StringComparison.OrdinalIgnoreCase))));

    private static readonly string[] Reasons = ["理由", "原因", "要因", "目的", "動機", "きっかけ", "reason", "cause", "purpose", "why", "motive"];

    /// <summary>大会名 beside a column Name: what the thing is called.</summary>
    private bool IsNameOf(int i) =>
        i > 0 && !items[i].English && Written(items[i]) is "名" && sheet.Tokens[items[i].First].Glued && MayBe(i - 1, m => m is FieldMeaning { Weak: false, Column.Role: ColumnRole.Dimension });

    /// <summary>"policy area against vote": two columns set against each other, whatever vote is called Against.</summary>
    private bool IsSetBetween(int i) =>
        items[i].English && Written(items[i]) is "against" && Has(i, WordKind.Versus) && MayBe(i, m => m is ValueMeaning) && MayBe(i - 1, m => m is FieldMeaning { Own: true }) && MayBe(i + 1, m => m is FieldMeaning { Own: true });

    /// <summary>"was the furniture assembled": what a state is said of, where no column is called so itself.</summary>
    private bool IsSaidOfState(int i) =>
        items[i].English && i > 0 && (Written(items[i - 1]) is "was" or "were" or "is" or "are" || i > 1 && Written(items[i - 1]) is "the" && Written(items[i - 2]) is "was" or "were" or "is" or "are") && items[i].Meanings.All(m => m is FieldMeaning { Near: true } or UnknownMeaning) && MayBe(i + 1, m => m is FieldMeaning { Own: true, Column.Type: ColumnType.Boolean });

    private static readonly List<Token> WorldWord = Tokens.Of("world"), WorldKanji = Tokens.Of("世界");

    /// <summary>全世界の人口 where the whole has a row of its own: that row, and not all of them.</summary>
    private bool IsWorld(int i) =>
        !items[i].English && Has(i, WordKind.All) && Written(items[i]).Contains("世界", StringComparison.Ordinal) && lexicon.Exactly(WorldWord).Concat(lexicon.Exactly(WorldKanji)).Any(m => m is ValueMeaning);

    /// <summary>"LINE and Google", 夜勤(NGT)と日勤(DAY): a code in capitals is the value of that name, no line and no day.</summary>
    private bool IsTypedValue(int i) =>
        items[i].End == items[i].First + 1 && MayBe(i, m => m is WordMeaning) && items[i].Meanings.OfType<ValueMeaning>().Any(v => v.Value.Length > 1 && v.Value.All(char.IsAsciiLetterUpper) && v.Value == sheet.Typed(items[i].First, items[i].End)) && sheet.Utterance.Any(c => char.IsAsciiLetterLower(c) || c > 0x2E7F);

    /// <summary>北海道と沖縄県 where 北海道 is a region too: what is listed is of one column.</summary>
    private Column? ListedWith(int i)
    {
        if (items[i].Meanings.OfType<ValueMeaning>().Select(v => v.Column).Distinct().Take(2).Count() < 2) return null;
        foreach (var step in new[] { 1, -1 })
        {
            if (!Has(i + step, WordKind.And) || !MayBe(i + step + step, m => m is ValueMeaning)) continue;
            if (items[i + step + step].Meanings.OfType<ValueMeaning>().Select(v => v.Column).Distinct().ToList() is [var one] && MayBe(i, m => m is ValueMeaning value && value.Column == one)) return one;
        }
        return null;
    }

    /// <summary>"split between consumer, corporate and home office": the first of several kinds is one of them, whatever column sounds like it.</summary>
    private Column? FirstOfListed(int i)
    {
        if (i == 0 || i + 2 >= items.Count || !Has(i - 1, WordKind.By) || sheet.Tokens[items[i - 1].End - 1].Raw is not ("between" or "among")) return null;
        if (sheet.Tokens[items[i + 1].First].Raw is not "," && !Has(i + 1, WordKind.And)) return null;
        return items[i].Meanings.OfType<ValueMeaning>().FirstOrDefault(v => v.Quality >= 0.95 && MayBe(i + 2, m => m is ValueMeaning other && other.Column == v.Column))?.Column;
    }

    /// <summary>"declined vs awarded", "awarded and declined": beside another state of the same column it is a state too, whatever figure bears the name.</summary>
    private Column? StateOf(int i)
    {
        if (!MayBe(i, m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure })) return null;
        foreach (var step in new[] { 1, -1 })
        {
            if (!Has(i + step, WordKind.Versus) && !Has(i + step, WordKind.And)) continue;
            var others = MayBe(i + step + step, m => m is ValueMeaning) ? items[i + step + step].Meanings.OfType<ValueMeaning>() : [];
            if (others.FirstOrDefault(other => MayBe(i, m => m is ValueMeaning value && value.Column == other.Column)) is { } kin) return kin.Column;
        }
        return null;
    }
}
