namespace Web.Language;

/// <summary>Nouns of which a value is one: a city is not Dallas, and a region not Europe.</summary>
internal static class SortNouns
{
    private static readonly HashSet<string> Places = [.. Read("city cities town towns country countries nation nations region regions area areas state states county counties province provinces continent continents place places location locations"), "都市", "町", "街", "国", "国家", "地域", "地方", "場所"];

    private static readonly HashSet<string> Others = [.. Read("company companies firm firms organisation organization brand brands product products item items person people man men woman women color colour colors colours"), "会社", "企業", "商品", "製品", "人", "色"];

    /// <summary>Words of headers for where something is, goes or comes from.</summary>
    private static readonly HashSet<string> Whereabouts = [.. Read("origin destination departure arrival location place venue birthplace source home")];

    public static bool Are(string noun) => Places.Contains(noun) || Others.Contains(noun);

    /// <summary>"destination city" of a column Destination.</summary>
    public static bool IsPlaceOf(string noun, Web.Semantics.Column column) =>
        Places.Contains(noun) && ColumnForms.NamesOf(column).Any(name => name.Count > 0 && Whereabouts.Contains(name[^1].Raw));

    private static IEnumerable<string> Read(string words) => Tokens.Of(words).Select(token => token.Raw);
}
