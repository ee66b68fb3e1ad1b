namespace Web.Language;

/// <summary>1人当たり支出: what falls to each, as it is written and said: 一人あたりの支出, "spend per person".</summary>
internal static class PerHead
{
    private static readonly string[] Leads = ["1人当たりの", "1人当たり", "一人当たりの", "一人当たり", "1人あたりの", "1人あたり", "一人あたりの", "一人あたり", "１人当たり", "１人あたり", "ひとり当たり"];
    private static readonly string[] Said = ["1人当たり", "一人当たり", "1人あたり", "一人あたり", "ひとりあたり"];
    private static readonly string[] Heads = ["per person", "per head", "per capita"];

    public static IEnumerable<List<Token>> Of(string name)
    {
        var plain = name.Split('(', '（')[0].Trim();
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
}
