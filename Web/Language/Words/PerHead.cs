namespace Web.Language;

/// <summary>1人当たり支出: what falls to each, as it is written and said: 一人あたりの支出, "spend per person".</summary>
internal static class PerHead
{
    private static readonly string[] Leads = ["1人当たりの", "1人当たり", "一人当たりの", "一人当たり", "1人あたりの", "1人あたり", "一人あたりの", "一人あたり", "１人当たり", "１人あたり", "ひとり当たり"];
    private static readonly string[] Said = ["1人当たり", "一人当たり", "1人あたり", "一人あたり", "ひとりあたり"];
    private static readonly string[] Heads = ["per person", "per head", "per capita"];

    private static readonly (string[] Units, string[] Said, string[] Japanese)[] Steps =
        [(["hr", "hour", "h"], ["hourly"], ["1時間"]), (["day"], ["daily"], ["1日"]), (["week", "wk"], ["weekly"], ["1週間"]), (["month", "mo"], ["monthly"], ["1か月", "1ヶ月", "ひと月"]), (["year", "yr"], ["yearly", "annual"], ["1年", "年間"]), (["night"], ["nightly"], ["1泊"])];

    private static readonly string[] Prices = ["料金", "価格", "単価", "値段"];

    /// <summary>"hourly rate", "price per hour" and 1時間あたりの料金 of a rate per hour.</summary>
    private static IEnumerable<List<Token>> OfStep(List<Token> name)
    {
        if (name is [_, _, .., { Raw: "eur" or "usd" or "jpy" or "gbp" or "chf" or "yen" }]) name = name[..^1];
        if (name.Count is < 2 or > 4 || Array.Find(Steps, step => step.Units.Contains(name[^1].Raw, StringComparer.Ordinal)) is not { Said: { } said }) yield break;
        var figure = name[..(name[^2].Raw is "per" ? ^2 : ^1)];
        if (figure.Count == 0 || figure[^1].Raw is not ("rate" or "price" or "fee" or "cost" or "charge" or "wage" or "pay" or "salary" or "rent" or "fare")) yield break;
        foreach (var step in said) yield return [.. Tokens.Of(step), .. figure];
        yield return [.. Tokens.Of("price per"), name[^1]];
        foreach (var step in Array.Find(Steps, step => step.Said == said).Japanese)
        {
            foreach (var price in Prices.Concat(Translation.Of(figure).Where(alike => alike[0].IsJapanese).Select(alike => string.Concat(alike.Select(t => t.Raw)))).Distinct(StringComparer.Ordinal))
                foreach (var each in new[] { "あたりの", "当たりの", "あたり", "当たり" }) yield return Tokens.Of(step + each + price);
        }
        if (said[0] is "hourly") foreach (var price in new[] { "時間単価", "単価", "時間あたり単価" }) yield return Tokens.Of(price);
    }

    public static IEnumerable<List<Token>> Of(string name)
    {
        foreach (var form in OfStep(Tokens.OfName(name))) yield return form;
        var plain = name.Split('(', '（')[0].Trim();
        foreach (var form in OfEnglish(Tokens.OfName(name))) yield return form;
        if (Array.Find(Leads, lead => plain.StartsWith(lead, StringComparison.Ordinal)) is not { } written || plain.Length == written.Length) yield break;
        var figure = plain[written.Length..];
        foreach (var each in Said)
        {
            yield return Tokens.Of(each + figure);
            yield return Tokens.Of(each + "の" + figure);
        }
        var english = Translation.Of(Tokens.Of(figure)).Where(said => said[0].Script == Script.Word).ToList();
        foreach (var said in english)
        {
            foreach (var head in Heads) yield return [.. said, .. Tokens.Of(head)];
        }
    }

    /// <summary>"per head", 一人当たり of co2_per_capita.</summary>
    private static IEnumerable<List<Token>> OfEnglish(List<Token> name)
    {
        var at = name.FindIndex(t => t.Raw is "per");
        if (at < 1 || at + 1 >= name.Count || name[at + 1].Raw is not ("capita" or "head" or "person")) yield break;
        var figure = name[..at];
        foreach (var head in Heads) yield return [.. figure, .. Tokens.Of(head)];
        foreach (var said in Translation.Of(figure).Where(said => said[^1].IsJapanese).Select(said => string.Concat(said.Select(t => t.Raw))).Distinct(StringComparer.Ordinal))
        {
            foreach (var each in Said)
            {
                yield return Tokens.Of(each + said);
                yield return Tokens.Of(each + "の" + said);
            }
        }
    }
}
