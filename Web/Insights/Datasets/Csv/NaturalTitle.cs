using System.Collections.Frozen;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What a person would write above the column: <c>num_of_seats</c> → Number of seats, <c>売上_千円</c> → 売上. The title of a new dataset
/// stays the header to the letter; these are offered beside it and understood as its synonyms.
/// </summary>
internal static class NaturalTitle
{
    private static readonly FrozenDictionary<string, string> Whole = """
        num number|nbr number|cnt count|qty quantity|amt amount|pct percent|avg average|dept department|addr address|emp employee|cust customer|acct account|prod product|desc description
        dt date|yr year|mth month|dob date of birth|mgr manager|org organization|pop population|lat latitude|lon longitude|lng longitude|temp temperature|max maximum|min minimum
        cat category|subcat subcategory|ctry country|tel phone|fname first name|lname last name|inv invoice|txn transaction|trx transaction|ord order|ref reference|tot total|rev revenue|exp expense|vol volume|wt weight|ht height
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(' ', 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static readonly FrozenSet<string> Capitals =
        FrozenSet.ToFrozenSet(["id", "sku", "url", "ip", "gdp", "gnp", "bmi", "gpa", "iq", "nps", "ctr", "cvr", "cpc", "cpa", "roi", "roas", "vat", "co2", "usd", "jpy", "eur", "hr", "it", "isbn", "uv", "aqi", "imdb", "mpg", "rpm", "api", "http", "ceo", "kpi", "abv", "ibu"]);

    /// <summary>The words of a header with its abbreviations written out, as people say them; null where it has no words.</summary>
    public static string? Spoken(Header header)
    {
        if (header.Words.Count == 0) return null;
        var words = header.Words.Select((word, i) => word == "no" && i == 0 && header.Words is [_, "of", ..] ? "number" : Whole.GetValueOrDefault(word, word));
        return string.Join(' ', words);
    }

    /// <summary>Titles by language, as far as they can be made.</summary>
    public static IReadOnlyDictionary<string, string> Of(Header header)
    {
        Dictionary<string, string> titles = [];
        if (Spoken(header) is { } spoken) titles["en"] = Sentence(spoken);
        if (header.IsJapanese && header.Base.Length > 0) titles["ja"] = header.Base.Replace('_', ' ');
        else if (HeaderWords.ToJapanese(Spoken(header)?.Split(' ') ?? []) is { Length: > 0 } japanese) titles["ja"] = japanese;
        return titles;
    }

    private static string Sentence(string spoken)
    {
        var words = spoken.Split(' ').Select(word => Capitals.Contains(word) ? word.ToUpperInvariant() : word).ToArray();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words);
    }
}
